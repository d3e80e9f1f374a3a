import { hash, randomBytes } from 'node:crypto';
import { isId } from '@smartpar/kernel';

/** Bytes of a session's secret: 256 bit, out of reach of guessing. */
const SECRET_BYTES = 32;

const SHAPE = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** What a session cookie says: whose session, and the hash of the secret that proves it. */
export interface SessionClaim {
  readonly accountId: string;
  readonly secretHash: Buffer;
}

/** A fresh secret and the only form of it that is stored. */
export interface SessionSecret {
  /** value of the cookie; exists nowhere but in the answer */
  readonly cookie: string;
  readonly hash: Buffer;
}

/** Makes the secret of a new session of an account. */
export function makeSessionSecret(accountId: string): SessionSecret {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return { cookie: `${packId(accountId)}.${secret}`, hash: hashOf(secret) };
}

/**
 * Reads a session cookie.
 * @returns `null` for anything that is not one
 */
export function readSessionCookie(cookie: string | undefined): SessionClaim | null {
  const match = SHAPE.exec(cookie ?? '');
  if (!match?.[1] || !match[2]) return null;
  const accountId = unpackId(match[1]);
  return accountId === null ? null : { accountId, secretHash: hashOf(match[2]) };
}

/** The secret is random and long, so a fast hash keeps it: nothing can be guessed from it. */
const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer');

const packId = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');

function unpackId(packed: string): string | null {
  const hex = Buffer.from(packed, 'base64url').toString('hex');
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  return isId(id) ? id : null;
}
