import { generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tags of DER (ITU-T X.690). */
const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  text: 0x0c,
  time: 0x17,
  sequence: 0x30,
  set: 0x31,
  version: 0xa0,
  extensions: 0xa3,
  dnsName: 0x82,
} as const;

/** One value of DER: what it is, how long, and its parts. */
function der(tag: keyof typeof TAG, ...parts: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const length = body.length < 0x80 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([TAG[tag], ...length]), body]);
}

const hex = (bytes: string): Buffer => Buffer.from(bytes, 'hex');
const pem = (bytes: Buffer): string => `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

/** ecdsa-with-SHA256 */
const ALGORITHM = der('sequence', der('oid', hex('2a8648ce3d040302')));
const LOCALHOST = der('sequence', der('set', der('sequence', der('oid', hex('550403')), der('text', 'localhost'))));
const VALIDITY = der('sequence', der('time', '260101000000Z'), der('time', '491231235959Z'));
const ALSO_LOCALHOST = der('sequence', der('oid', hex('551d11')), der('octets', der('sequence', der('dnsName', 'localhost'))));

/** Paths of a certificate and its key in PEM, and what trusts it. */
export interface SelfSigned {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

/**
 * Makes a certificate for localhost that is its own authority, and writes it down.
 * @param folder where the two files go
 * @see RFC 5280 section 4.1
 */
export function selfSigned(folder: string): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const certified = der(
    'sequence',
    ...[der('version', der('integer', hex('02'))), der('integer', hex('01')), ALGORITHM, LOCALHOST, VALIDITY, LOCALHOST],
    publicKey.export({ type: 'spki', format: 'der' }),
    der('extensions', der('sequence', ALSO_LOCALHOST)),
  );
  const ca = pem(der('sequence', certified, ALGORITHM, der('bits', hex('00'), sign('sha256', certified, privateKey))));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  writeFileSync(cert, ca);
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return { cert, key, ca };
}
