import type { LogKey } from './log-key';

/**
 * A text with a line for each signature, the newest key first.
 * @param text ends with a line break and has no empty line
 * @see https://c2sp.org/signed-note
 */
export const signedNote = (text: string, keys: readonly LogKey[]): string => `${text}\n${keys.map((key) => `${key.signatureOf(text)}\n`).join('')}`;
