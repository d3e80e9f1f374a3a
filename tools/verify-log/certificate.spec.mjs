import { generateKeyPairSync, hash, sign } from 'node:crypto';
import { verifyCertificate } from './certificate.mjs';
import { readKey } from './note.mjs';

const NAME = 'smartpar.ai/audit-log/o1';
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const typed = Buffer.concat([Buffer.from([1]), Buffer.from(publicKey.export({ format: 'jwk' }).x, 'base64url')]);
const id = hash('sha256', Buffer.concat([Buffer.from(`${NAME}\n`), typed]), 'buffer').subarray(0, 4);
const key = readKey(`${NAME}+${id.toString('hex')}+${typed.toString('base64')}`);

const list = Buffer.from('{"item":1}\n');
const said = { counts: { items: 1, kept: 1 }, list: { lines: 1, sha256: hash('sha256', list, 'hex') }, version: 1 };

function file(certificate = said, kind = 'smartpar.ai/access-review/o1', signed = said) {
  const text = `${kind}\n${JSON.stringify(signed)}\n`;
  const signature = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString('base64');
  return JSON.stringify({ certificate, note: `${text}\n\u2014 ${NAME} ${signature}\n` });
}

describe('the certificate of a review', () => {
  it('fits what was signed, whatever order its members stand in, and the list it is about', () => {
    expect(verifyCertificate(file(), list, [key])).toEqual({ fits: true, sentence: 'The certificate fits, and so does its list.' });
    const { version, ...others } = said;
    expect(verifyCertificate(file({ version, ...others }), null, [key]).fits).toBe(true);
  });

  it.each([
    ['a word is changed', file({ ...said, counts: { items: 1, kept: 0 } }), list, 'What the certificate says is not what was signed.'],
    ['the list is another one', file(), Buffer.from('{"item":2}\n'), 'The list is not the one the certificate is about.'],
    ['a checkpoint is given for it', file(said, NAME), list, 'The certificate was not signed by the key.'],
    ['the file is something else', '{"note":1}', list, 'The file is no certificate of a review.'],
    ['the file is no JSON', 'certificate', list, 'The file is no certificate of a review.'],
  ])('does not fit where %s', (_, text, about, sentence) => {
    expect(verifyCertificate(text, about, [key])).toEqual({ fits: false, sentence });
  });

  it('does not fit under another key', () => {
    const other = generateKeyPairSync('ed25519').publicKey;
    const bytes = Buffer.concat([Buffer.from([1]), Buffer.from(other.export({ format: 'jwk' }).x, 'base64url')]);
    const digits = hash('sha256', Buffer.concat([Buffer.from(`${NAME}\n`), bytes]), 'buffer').subarray(0, 4);
    const foreign = readKey(`${NAME}+${digits.toString('hex')}+${bytes.toString('base64')}`);
    expect(verifyCertificate(file(), list, [foreign]).fits).toBe(false);
  });
});
