import fc from 'fast-check';
import { KeyRing } from './key-ring';
import { LinkTokens } from './link-tokens';

const older = KeyRing.generate();
const keys = KeyRing.generate();
const tokens = new LinkTokens(KeyRing.parse(`${keys},${older}`));
const parts = ['0193a5d0-7a3b-7c00-8000-000000000001', 'reply'];

describe('a link token', () => {
  it('opens to what it was made of', () => {
    expect(tokens.open('follow', tokens.make('follow', parts))).toEqual(parts);
  });

  it('opens whatever it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 4 }), (any) =>
        expect(tokens.open('p', tokens.make('p', any))).toEqual(any),
      ),
    );
  });

  it('fits into a link without being escaped', () => {
    expect(tokens.make('follow', ['ä/?#&=+'])).toMatch(/^[A-Za-z0-9._-]+$/);
  });

  it('still opens after the key has changed', () => {
    expect(tokens.open('follow', new LinkTokens(KeyRing.parse(older)).make('follow', parts))).toEqual(parts);
  });

  it.each<[string, string]>([
    ['a token for something else', tokens.make('reset', parts)],
    ['a token of other keys', new LinkTokens(KeyRing.parse(KeyRing.generate())).make('follow', parts)],
    ['nothing', ''],
    ['dots', '...'],
    ['something long', 'x'.repeat(100_000)],
    ['a token with more to it', `${tokens.make('follow', parts)}.x`],
    ['a token of another version', tokens.make('follow', parts).replace(/^1/, '2')],
    ['a padded token', `${tokens.make('follow', parts)}==`],
    ['a token with a line break', `${tokens.make('follow', parts)}\n`],
    ['a token of an unknown key', tokens.make('follow', parts).replace(/^1\.[^.]+/, '1.none')],
  ])('does not open %s', (_, token) => {
    expect(tokens.open('follow', token)).toBeNull();
  });

  it('does not open once any character is another', () => {
    const token = tokens.make('follow', parts);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'aZ09-_.='), (index, char) => {
        const changed = token.slice(0, index) + char + token.slice(index + 1);
        return changed === token || tokens.open('follow', changed) === null;
      }),
      { numRuns: 500 },
    );
  });
});

describe('a code for copying by hand', () => {
  it('is the same for the same parts and key, and another for anything else', () => {
    const { code, keyId } = tokens.code('leaver', parts);
    expect(tokens.code('leaver', parts)).toEqual({ code, keyId });
    expect(code).toMatch(/^([A-Z0-9]{4}-){4}[A-Z0-9]{4}$/);
    const others = [
      tokens.code('other', parts),
      tokens.code('leaver', [...parts, 'x']),
      new LinkTokens(KeyRing.parse(KeyRing.generate())).code('leaver', parts),
    ];
    expect(others.map((other) => other.code)).not.toContain(code);
  });

  it('is made again after the key has changed, as long as it is on the ring', () => {
    const { code, keyId } = new LinkTokens(KeyRing.parse(older)).code('leaver', parts);
    expect(tokens.code('leaver', parts, keyId).code).toBe(code);
    expect(() => tokens.code('leaver', parts, 'none')).toThrow('not on the ring');
  });
});
