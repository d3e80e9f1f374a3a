import { hash } from 'node:crypto';
import { verifyCertificate } from './certificate.mjs';
import { NAME, signingKey } from './signing.mjs';

const { key, note } = signingKey();
const list = Buffer.from('{"item":1}\n');
const said = { counts: { items: 1, kept: 1 }, list: { lines: 1, sha256: hash('sha256', list, 'hex') }, version: 1 };

const file = (certificate = said, kind = 'smartpar.ai/access-review/o1') => JSON.stringify({ certificate, note: note(kind, JSON.stringify(said)) });

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
    expect(verifyCertificate(file(), list, [signingKey().key]).fits).toBe(false);
  });
});
