import { hash } from 'node:crypto';
import { inOrder, no, parsed, signedLine } from './signed-file.mjs';

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
  if (!signed?.kind.startsWith('smartpar.ai/access-review/')) return no('The certificate was not signed by the key.');
  const said = parsed(signed.line);
  if (said === null || inOrder(said) !== inOrder(told['certificate'])) return no('What the certificate says is not what was signed.');
  const { list: about } = /** @type {{ list?: { sha256?: unknown } }} */ (said);
  if (list !== null && hash('sha256', list, 'hex') !== about?.sha256) return no('The list is not the one the certificate is about.');
  return { fits: true, sentence: list === null ? 'The certificate fits.' : 'The certificate fits, and so does its list.' };
}
