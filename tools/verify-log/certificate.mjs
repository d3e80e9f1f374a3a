import { hash } from 'node:crypto';
import { openNote } from './note.mjs';

/**
 * Checks the certificate of a review of access.
 * @param {string} text of its file
 * @param {Buffer | null} list the list it is about, as it was taken out with it
 * @param {readonly import('./note.mjs').VerifierKey[]} keys those of the organization's log
 * @returns {{ fits: boolean, sentence: string }}
 */
export function verifyCertificate(text, list, keys) {
  const told = parsed(text);
  if (typeof told?.['note'] !== 'string') return no('The file is no certificate of a review.');
  const signed = signedLine(told['note'], keys);
  if (signed === null) return no('The certificate was not signed by the key.');
  const said = parsed(signed);
  if (said === null || inOrder(said) !== inOrder(told['certificate'])) return no('What the certificate says is not what was signed.');
  const { list: about } = /** @type {{ list?: { sha256?: unknown } }} */ (said);
  if (list !== null && hash('sha256', list, 'hex') !== about?.sha256) return no('The list is not the one the certificate is about.');
  return { fits: true, sentence: list === null ? 'The certificate fits.' : 'The certificate fits, and so does its list.' };
}

/**
 * A value as text, whatever order its members stand in.
 * @param {unknown} value
 * @returns {string}
 */
const inOrder = (value) => JSON.stringify(value, (_, part) => (isPlain(part) ? sorted(part) : part));

/** @param {unknown} value */
const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {object} value */
const sorted = (value) => Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** @param {string} sentence */
const no = (sentence) => ({ fits: false, sentence });

/**
 * @param {string} note
 * @param {readonly import('./note.mjs').VerifierKey[]} keys
 */
function signedLine(note, keys) {
  try {
    const [kind = '', line = ''] = openNote(note, keys).split('\n');
    return kind.startsWith('smartpar.ai/access-review/') ? line : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} text
 * @returns {Record<string, unknown> | null}
 */
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
