import { KeyRing } from './key-ring';

const key = (id: string, letter: string): string => `${id}:${Buffer.from(letter.repeat(32)).toString('base64')}`;
const ring = KeyRing.parse(`${key('k2', 'b')},${key('k1', 'a')}`);

describe('a key ring', () => {
  it('signs with the current key', () => {
    expect(ring.currentId).toBe('k2');
    expect(ring.verify('k2', 'link/follow', 'text', ring.sign('link/follow', 'text'))).toBe(true);
  });

  it('still opens what an older key signed', () => {
    const before = KeyRing.parse(key('k1', 'a'));
    expect(ring.verify('k1', 'p', 'text', before.sign('p', 'text'))).toBe(true);
  });

  it.each<[string, () => boolean]>([
    ['another text', () => ring.verify('k2', 'p', 'other', ring.sign('p', 'text'))],
    ['another purpose', () => ring.verify('k2', 'q', 'text', ring.sign('p', 'text'))],
    ['another key', () => ring.verify('k1', 'p', 'text', ring.sign('p', 'text'))],
    ['a key that is not on the ring', () => ring.verify('k3', 'p', 'text', ring.sign('p', 'text'))],
    ['a part of a signature', () => ring.verify('k2', 'p', 'text', ring.sign('p', 'text').subarray(0, 31))],
    ['no signature', () => ring.verify('k2', 'p', 'text', new Uint8Array())],
  ])('does not take %s', (_, verify) => {
    expect(verify()).toBe(false);
  });

  it('does not mistake a key id and a purpose for another pair', () => {
    const odd = KeyRing.parse(`${key('a', 'x')},${key('b', 'x')}`);
    expect(odd.sign('b p', 'text')).not.toEqual(odd.sign('p', 'text'));
  });

  it('makes keys it can read', () => {
    const made = KeyRing.generate();
    expect(KeyRing.parse(made).currentId).toBe(made.split(':')[0]);
    expect(KeyRing.generate()).not.toBe(made);
  });

  it.each([
    ['nothing', '', /id of a key/],
    ['a key without an id', Buffer.alloc(32).toString('base64'), /id of a key/],
    ['a short key', `k1:${Buffer.alloc(31).toString('base64')}`, /"k1" has fewer than 32 bytes/],
    ['a strange id', key('a key', 'a'), /id of a key/],
    ['an id twice', `${key('k1', 'a')},${key('k1', 'b')}`, /same id/],
  ])('refuses %s', (_, text, sentence) => {
    expect(() => KeyRing.parse(text)).toThrow(sentence);
  });

  it('never repeats a key in its refusal', () => {
    expect(() => KeyRing.parse('k1:aHVudGVyMg==')).toThrow(/^(?!.*aHVudGVyMg)/);
  });
});
