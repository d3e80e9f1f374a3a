import { openNote } from './note.mjs';

/**
 * Reads a file of JSON.
 * @param {string} text
 * @returns {Record<string, unknown> | null}
 */
export function parsed(text) {
  try {
    const value = JSON.parse(text);
    return isPlain(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * A value as canonical text (RFC 8785), whatever order its members stand in.
 * @param {unknown} value
 * @returns {string}
 */
export const inOrder = (value) => JSON.stringify(value, (_, part) => (isPlain(part) ? sorted(part) : part));

/**
 * What a signed note says: what it is, of whom, and the line that was signed.
 * @param {unknown} note
 * @param {readonly import('./note.mjs').VerifierKey[]} keys
 * @returns {{ kind: string, line: string } | null} nothing where none of the keys signed it
 */
export function signedLine(note, keys) {
  if (typeof note !== 'string') return null;
  try {
    const [kind = '', line = ''] = openNote(note, keys).split('\n');
    return { kind, line };
  } catch {
    return null;
  }
}

/**
 * What is said of something that does not fit.
 * @param {string} sentence
 */
export const no = (sentence) => ({ fits: false, sentence });

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {object} value */
const sorted = (value) => Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
