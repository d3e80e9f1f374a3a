import { createPublicKey, verify } from 'node:crypto';
import { checkpointNote, originOf } from './checkpoint-note';
import { logKey } from './log-key';

const ORIGIN = originOf('0193a5d0-7a3b-7c00-8000-00000000000a');
const OLD = logKey(ORIGIN, Buffer.alloc(32, 1));
const NEW = logKey(ORIGIN, Buffer.alloc(32, 2));
/** The three parts of a verifier key; the last may hold plus signs itself. */
const partsOf = (key: string) => /^([^+]+)\+([^+]+)\+(.+)$/.exec(key)?.slice(1) ?? [];
const HEAD = { size: 42, root: Buffer.alloc(32, 7) };

describe('a checkpoint', () => {
  it('says whose log, how many entries and their root, and is signed by every key, the newest first', () => {
    const [origin, size, root, empty, ...signatures] = checkpointNote(ORIGIN, HEAD, [NEW, OLD]).split('\n');
    expect([origin, size, root, empty]).toEqual([ORIGIN, '42', Buffer.alloc(32, 7).toString('base64'), '']);
    expect(signatures.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([`\u2014 ${ORIGIN}`, `\u2014 ${ORIGIN}`, '']);
  });

  it('is signed so that the verifier key alone is enough to check it', () => {
    const note = checkpointNote(ORIGIN, HEAD, [OLD]);
    const [name, id, typed = ''] = partsOf(OLD.verifierKey);
    const signature = Buffer.from(note.split('\n')[4]?.split(' ')[2] ?? '', 'base64');
    const x = Buffer.from(typed, 'base64').subarray(1).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const text = note.slice(0, note.indexOf('\n\n') + 1);
    expect([name, id, signature.subarray(0, 4).toString('hex')]).toEqual([ORIGIN, OLD.id, OLD.id]);
    expect(verify(null, Buffer.from(text), key, signature.subarray(4))).toBe(true);
    expect(verify(null, Buffer.from(text.replace('42', '43')), key, signature.subarray(4))).toBe(false);
  });

  it('gives a key of the same secret another id under another name', () => {
    expect(logKey('elsewhere', Buffer.alloc(32, 1)).id).not.toBe(OLD.id);
  });

  it('makes the key of the test vector of RFC 8032, section 7.1', () => {
    const secret = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
    const typed = Buffer.from(partsOf(logKey('vector', secret).verifierKey)[2] ?? '', 'base64');
    expect(typed.toString('hex')).toBe('01d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
  });
});
