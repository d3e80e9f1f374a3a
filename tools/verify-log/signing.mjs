import { generateKeyPairSync, hash, sign } from 'node:crypto';
import { readKey } from './note.mjs';

/** The name of the log the specs sign for. */
export const NAME = 'smartpar.ai/audit-log/o1';

/** A new key of that log: what reads it, and how it signs a note. */
export function signingKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const typed = Buffer.concat([Buffer.from([1]), Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')]);
  const id = hash('sha256', Buffer.concat([Buffer.from(`${NAME}\n`), typed]), 'buffer').subarray(0, 4);
  const text = `${NAME}+${id.toString('hex')}+${typed.toString('base64')}`;
  /** @param {readonly string[]} lines */
  const note = (...lines) => {
    const said = lines.map((line) => `${line}\n`).join('');
    return `${said}\n\u2014 ${NAME} ${Buffer.concat([id, sign(null, Buffer.from(said), privateKey)]).toString('base64')}\n`;
  };
  return { text, key: readKey(text), note };
}
