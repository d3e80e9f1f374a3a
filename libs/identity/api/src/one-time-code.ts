import { generateSync, generateURI, ScureBase32Plugin, verifySync } from 'otplib';

/** Bytes of a secret: 160 bit, as long as the hash it is used with. */
export const SECRET_BYTES = 20;

/** Seconds each code is shown. */
const PERIOD = 30;

/** Who the code is for, as authenticator apps show it. */
const ISSUER = 'SmartPAR';

const base32 = new ScureBase32Plugin();

/**
 * The time step whose code was typed, of this step and one on either side; apps are rarely more than half a minute off.
 * @param digits six digits
 * @param epochSeconds now
 * @returns `null` where it is none of theirs
 * @see RFC 6238 section 5.2
 */
export function stepOfCode(secret: Uint8Array, digits: string, epochSeconds: number): number | null {
  const found = verifySync({ secret, token: digits, epoch: epochSeconds, epochTolerance: PERIOD, period: PERIOD });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}

/** The code an app shows at a moment; for specs and demo data. */
export const codeAt = (secret: Uint8Array, epochSeconds: number): string => generateSync({ secret, epoch: epochSeconds, period: PERIOD });

/** A secret as people type it: base32 without padding. */
export const secretText = (secret: Uint8Array): string => base32.encode(secret, { padding: false });

/** The secret behind a text that {@link secretText} made. */
export const secretOfText = (text: string): Uint8Array => base32.decode(text);

/**
 * What the picture says that apps scan.
 * @param email whose account it is, as apps show it
 */
export const secretUri = (secret: Uint8Array, email: string): string =>
  generateURI({ strategy: 'totp', issuer: ISSUER, label: email, secret: secretText(secret), period: PERIOD });
