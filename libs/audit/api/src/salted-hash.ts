import { createHmac, randomBytes } from 'node:crypto';

/** Makes a salt for one text; it is kept beside the text and forgotten with it, and then nothing can be guessed back. */
export const newSalt = (): string => randomBytes(16).toString('base64url');

/**
 * Ties an entry to a free text that it must not hold.
 * @param salt made by {@link newSalt}, kept beside the text
 * @returns 43 characters of base64url: HMAC-SHA-256 of the text's UTF-8 under the salt's
 * @see RFC 2104
 */
export const saltedHash = (text: string, salt: string): string => createHmac('sha256', salt).update(text, 'utf8').digest('base64url');
