import { createPublicKey, hash, verify } from 'node:crypto';

/**
 * @typedef {{ name: string, id: Buffer, key: import('node:crypto').KeyObject }} VerifierKey
 * @typedef {{ origin: string, size: number, root: Buffer }} Checkpoint
 */

const ED25519 = 1;
const MARK = '\u2014 ';

/**
 * Reads a verifier key: `<name>+<eight digits>+<base64>`.
 * @param {string} text
 * @returns {VerifierKey}
 * @throws {Error} a sentence
 * @see https://c2sp.org/signed-note
 */
export function readKey(text) {
  const [, name = '', digits = '', encoded = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const typed = Buffer.from(encoded, 'base64');
  if (typed.length !== 33 || typed[0] !== ED25519) throw new Error('The key is no verifier key of a log. It looks like name+1a2b3c4d+base64.');
  const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typed]), 'buffer').subarray(0, 4);
  if (id.toString('hex') !== digits) throw new Error('The key was not copied whole: its digits do not fit the rest.');
  const x = typed.subarray(1).toString('base64url');
  return { name, id, key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }) };
}

/**
 * Opens a signed checkpoint.
 * @param {string} saved
 * @param {readonly VerifierKey[]} keys one of them has to have signed it
 * @returns {Checkpoint}
 * @throws {Error} a sentence
 * @see https://c2sp.org/tlog-checkpoint
 */
export function openCheckpoint(saved, keys) {
  const text = openNote(saved, keys);
  const [origin = '', size = '', root = ''] = text.split('\n');
  const hashed = Buffer.from(root, 'base64');
  if (!/^(0|[1-9]\d{0,14})$/.test(size) || hashed.length !== 32 || hashed.toString('base64') !== root) throw new Error('is no checkpoint of a log');
  return { origin, size: Number(size), root: hashed };
}

/**
 * Opens a signed note.
 * @param {string} saved
 * @param {readonly VerifierKey[]} keys one of them has to have signed it
 * @returns {string} what was signed
 * @throws {Error} a sentence
 * @see https://c2sp.org/signed-note
 */
export function openNote(saved, keys) {
  // Mail programs and editors save it with a mark before it, or with line ends of their own. What was signed has neither, and the signature guards it.
  const note = saved.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const end = note.indexOf('\n\n');
  const text = note.slice(0, end + 1);
  if (end < 0 || !isSigned(text, note.slice(end + 2), keys)) throw new Error('was not signed by the key');
  return text;
}

/**
 * @param {string} text
 * @param {string} signatures
 * @param {readonly VerifierKey[]} keys
 */
function isSigned(text, signatures, keys) {
  return signatures.split('\n').some((line) => {
    if (!line.startsWith(MARK)) return false;
    const [name, encoded = ''] = line.slice(MARK.length).split(' ');
    const bytes = Buffer.from(encoded, 'base64');
    return keys.some((key) => key.name === name && key.id.equals(bytes.subarray(0, 4)) && verify(null, Buffer.from(text), key.key, bytes.subarray(4)));
  });
}
