import { fingerprintOf } from './fingerprint';

describe('a fingerprint', () => {
  it('is the same however the JSON was spelled', () => {
    expect(fingerprintOf('answer', 'r-1', { text: 'x', close: true })).toBe(fingerprintOf('answer', 'r-1', { close: true, text: 'x' }));
  });

  it('leaves out what was left out', () => {
    expect(fingerprintOf('answer', { text: 'x', note: undefined })).toBe(fingerprintOf('answer', { text: 'x' }));
  });

  it.each<[string, string]>([
    ['another operation', fingerprintOf('close', 'r-1', { text: 'x' })],
    ['another thing', fingerprintOf('answer', 'r-2', { text: 'x' })],
    ['another content', fingerprintOf('answer', 'r-1', { text: 'y' })],
    ['a value cleared instead of left', fingerprintOf('answer', 'r-1', { text: 'x', note: null })],
    ['parts cut elsewhere', fingerprintOf('answer', 'r-1', 'x')],
  ])('differs for %s', (_, other) => {
    expect(other).not.toBe(fingerprintOf('answer', 'r-1', { text: 'x' }));
  });
});
