import { hash } from 'node:crypto';
import { inOrder, isPlain, no, parsed, signedLine } from './signed-file.mjs';

/**
 * Checks the receipt of all evaluations of a month.
 * @param {string} text of its file
 * @param {readonly import('./note.mjs').VerifierKey[]} keys those of the organization's log
 * @returns {{ fits: boolean, sentence: string }}
 */
export function verifyReceipt(text, keys) {
  const told = parsed(text);
  const receipt = told?.['receipt'];
  if (typeof told?.['note'] !== 'string' || !isPlain(receipt)) return no('The file is no receipt of evaluations.');
  const { organization, month, none } = receipt;
  const signed = signedLine(told['note'], keys);
  if (!signed?.kind.startsWith('smartpar.ai/evaluation-receipt/')) return no('The receipt was not signed by the key.');
  const whose = `smartpar.ai/evaluation-receipt/${organization}`;
  if (signed.kind !== whose || signed.line !== `${month} ${hash('sha256', inOrder(receipt), 'base64')}`)
    return no('What the receipt says is not what was signed.');
  return { fits: true, sentence: `The receipt of ${month} fits${none === true ? ': nothing was evaluated' : ''}.` };
}
