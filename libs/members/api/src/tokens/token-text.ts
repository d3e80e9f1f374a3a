import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { isId } from '@smartpar/kernel';

/** Begins every token, so that programs that search for lost secrets know one when they see it. */
const PREFIX = 'spt_';

const SHAPE = /^spt_([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{43})$/;

/** What a token says of itself: whose it is, which one, and what proves it. */
export interface PresentedToken {
  readonly organizationId: string;
  readonly id: string;
  readonly hash: Buffer;
}

/** A token that was just made. */
export interface MadeToken {
  /** all of it, as it is shown once */
  readonly text: string;
  readonly hash: Buffer;
  /** its last four characters, by which people tell tokens apart */
  readonly hint: string;
}

/** Makes a token: 32 bytes nobody can guess, so that a plain hash of them is enough. */
export function makeToken(organizationId: string, id: string): MadeToken {
  const secret = randomBytes(32);
  const text = `${PREFIX}${Buffer.from(`${organizationId}${id}`.replaceAll('-', ''), 'hex').toString('base64url')}.${secret.toString('base64url')}`;
  return { text, hash: hashOf(secret), hint: text.slice(-4) };
}

/**
 * Reads the token of a request.
 * @param authorization the header; `Bearer` in any case
 * @returns `null` for anything that is none
 * @see RFC 6750 section 2.1
 */
export function presentedToken(authorization: string | undefined): PresentedToken | null {
  const [scheme, credentials, ...more] = authorization?.split(' ') ?? [];
  if (scheme?.toLowerCase() !== 'bearer' || more.length > 0) return null;
  const [, names = '', secret = ''] = SHAPE.exec(credentials ?? '') ?? [];
  const ids = Buffer.from(names, 'base64url').toString('hex');
  const [organizationId, id] = [uuidOf(ids.slice(0, 32)), uuidOf(ids.slice(32))];
  return isId(organizationId) && isId(id) ? { organizationId, id, hash: hashOf(Buffer.from(secret, 'base64url')) } : null;
}

/** Compares in the same time whatever they hold. */
export const sameHash = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);

const hashOf = (secret: Buffer): Buffer => createHash('sha256').update(secret).digest();

const uuidOf = (hex: string): string => [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
