// Checks a log that was taken out, against checkpoints that were kept elsewhere: without the server, its database or anything of it.
// `node run.mjs <audit-log.jsonl> --checkpoint <file> --key <verifier key, or a file of them>`; both may be given more than once.
// `node run.mjs --certificate <certificate.json> --list <list.jsonl> --key ...` checks the certificate of a review of access instead,
// `node run.mjs --receipt <evaluations-2026-11.json> --key ...` the receipt of all evaluations of a month.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyCertificate } from './certificate.mjs';
import { openCheckpoint, readKey } from './note.mjs';
import { verifyReceipt } from './receipt.mjs';
import { verifyLog } from './verify.mjs';

const USAGE = 'Say which log, and by which key: verify-log <audit-log.jsonl> --checkpoint <file> --key <verifier key or file>';

/** Ends with 0 where everything fits, 1 where something does not, 2 where nothing could be checked. */
try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      checkpoint: { type: 'string', multiple: true, default: [] },
      key: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      certificate: { type: 'string' },
      list: { type: 'string' },
      receipt: { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  const keys = values.key.flatMap(keysIn);
  if (values.certificate !== undefined && keys.length > 0) return certificate(values.certificate, values.list, keys);
  if (values.receipt !== undefined && keys.length > 0) return told(verifyReceipt(readFileSync(values.receipt, 'utf8'), keys));
  if (file === undefined || more.length > 0 || keys.length === 0) throw new Error(USAGE);
  const held = values.checkpoint.map((path) => opened(path, keys));
  const verdict = await verifyLog({ file, held, keys });
  process.stdout.write(values.json ? `${JSON.stringify(verdict)}\n` : `${sentencesOf(verdict, held.length).join('\n')}\n`);
  return verdict.fits ? 0 : 1;
}

/**
 * @param {string} file
 * @param {string | undefined} list the list the certificate is about
 * @param {readonly import('./note.mjs').VerifierKey[]} keys
 */
function certificate(file, list, keys) {
  return told(verifyCertificate(readFileSync(file, 'utf8'), list === undefined ? null : readFileSync(list), keys));
}

/** @param {{ fits: boolean, sentence: string }} verdict */
function told({ fits, sentence }) {
  process.stdout.write(`${sentence}\n`);
  return fits ? 0 : 1;
}

/** @param {string} given a key, or a file with one in each line */
function keysIn(given) {
  return (existsSync(given) ? readFileSync(given, 'utf8').split('\n').filter(Boolean) : [given]).map(readKey);
}

/**
 * @param {string} path
 * @param {readonly import('./note.mjs').VerifierKey[]} keys
 */
function opened(path, keys) {
  const note = readFileSync(path, 'utf8');
  try {
    return openCheckpoint(note, keys);
  } catch (error) {
    throw new Error(`The checkpoint in ${path} ${error instanceof Error ? error.message : ''}.`, { cause: error });
  }
}

/**
 * @param {import('./verify.mjs').Verdict} verdict
 * @param {number} held how many checkpoints were kept elsewhere
 */
function sentencesOf({ fault, size, covered, trimmed, left, unsealed, late }, held) {
  if (fault !== null) {
    const where = fault.from === fault.to ? `Place ${fault.from}` : `Places ${fault.from} to ${fault.to}`;
    return [`The log does not fit. ${where}${fault.id === null ? '' : `, entry ${fault.id}`}: ${fault.sentence}`];
  }
  return [
    held === 0
      ? `The log fits the checkpoint in its own file: ${size} entries. Give a checkpoint you kept elsewhere to learn whether it was rewritten.`
      : `The log fits. The checkpoint you kept covers ${covered} of ${size} entries.`,
    ...(trimmed === 0 ? [] : [`Trimmed, as an entry of the log says: places 0 to ${trimmed - 1}. Their entries are gone; their hashes fit.`]),
    ...(left === 0 ? [] : [`Not in the file, which is a part of the log: the entries of ${left} places before and after. Their hashes fit.`]),
    ...(unsealed === 0 ? [] : [`Not sealed yet: ${unsealed}.`]),
    ...(late.length === 0 ? [] : [`Not sealed, though older than what is sealed, so written late or put in behind the log's back: ${late.join(', ')}.`]),
  ];
}
