import { publishUndertaking, signUndertaking } from './undertaking.contract';

const HASH = 'a'.repeat(64);

describe('a signature', () => {
  it.each([
    ['without a name', { version: 1, hash: HASH, name: ' ' }],
    ['with what is no fingerprint', { version: 1, hash: 'abc', name: 'Linden' }],
    ['of no version', { version: 0, hash: HASH, name: 'Linden' }],
    ['with more than is asked', { version: 1, hash: HASH, name: 'Linden', at: '2026-03-02' }],
  ])('%s is none', (_, message) => {
    expect(signUndertaking.safeParse(message).success).toBe(false);
  });

  it('keeps the name as it was written, without what surrounds it', () => {
    expect(signUndertaking.parse({ version: 1, hash: HASH, name: ' Linden Ashgrove ' }).name).toBe('Linden Ashgrove');
  });
});

describe('another version', () => {
  it('is written in one language at least', () => {
    expect(publishUndertaking.safeParse({ version: 1, texts: {} }).success).toBe(false);
    expect(publishUndertaking.safeParse({ version: 1, texts: { de: 'Ich sehe nur hin, wenn ich muss.' } }).success).toBe(true);
  });
});
