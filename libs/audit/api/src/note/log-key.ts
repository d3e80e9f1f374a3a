import { createPrivateKey, createPublicKey, hash, type KeyObject, sign } from 'node:crypto';

/** What stands before the 32 secret bytes of an Ed25519 key in PKCS #8. @see RFC 8410 section 7 */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The kind of key, as signed notes number them: Ed25519. */
const ED25519 = 0x01;

/** A key that signs checkpoints of one log. */
export interface LogKey {
  /** eight hexadecimal digits that tell keys of one name apart; no proof of anything */
  readonly id: string;
  /** the public half, as whoever checks is given it: `<name>+<id>+<base64>` */
  readonly verifierKey: string;
  /** @returns the line of a signed note, without its line break */
  readonly signatureOf: (text: string) => string;
}

/**
 * Makes the key of a log out of a secret that is the log's alone.
 * @param name of the key: the origin of the log, without spaces and plus signs
 * @param secret 32 bytes
 * @see https://c2sp.org/signed-note
 */
export function logKey(name: string, secret: Uint8Array): LogKey {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, secret]), format: 'der', type: 'pkcs8' });
  const typed = Buffer.concat([Buffer.from([ED25519]), publicBytes(key)]);
  const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typed]), 'buffer').subarray(0, 4);
  return {
    id: id.toString('hex'),
    verifierKey: `${name}+${id.toString('hex')}+${typed.toString('base64')}`,
    signatureOf: (text) => `\u2014 ${name} ${Buffer.concat([id, sign(null, Buffer.from(text), key)]).toString('base64')}`,
  };
}

const publicBytes = (key: KeyObject): Buffer => Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url');
