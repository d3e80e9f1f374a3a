import fc from 'fast-check';
import { canonicalJson, type Json } from './canonical-json';

describe('canonical JSON', () => {
  it('is the example of RFC 8785 section 3.2.3', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts names as RFC 8785 section 3.2.3 does, by UTF-16 code units', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(canonicalJson(value)).toMatch(/^\{"\\r":.*"1":.*"\u0080":.*"ö":.*"€":.*"😀":.*"\ufb33":/s);
  });

  it.each<[string, Json, string]>([
    ['zero below', -0, '0'],
    ['a large whole number', 1e21, '1e+21'],
    ['the largest exact one', 9007199254740991, '9007199254740991'],
    ['an empty list', [], '[]'],
    ['an empty object', {}, '{}'],
    ['members left out', { a: undefined, b: null }, '{"b":null}'],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { a: 1 }), '{"a":1}'],
  ])('writes %s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each<[string, unknown]>([
    ['infinity', Infinity],
    ['what is no number', Number.NaN],
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a name', { '\udead': 1 }],
    ['a date', new Date(0)],
    ['a function', () => 1],
    ['a big integer', 1n],
    ['nothing', undefined],
    ['nothing in a list', [undefined]],
    ['a map', new Map()],
  ])('has no form for %s', (_, value) => {
    expect(() => canonicalJson(value as Json)).toThrow(TypeError); // as: the point is that the type is wrong
  });

  it('is the same text for the same value, whatever the order, and reads back as that value', () => {
    const jsonValue = fc.jsonValue({ noUnicodeString: false }).filter((value) => JSON.stringify(value).isWellFormed());
    fc.assert(
      fc.property(jsonValue, (value) => {
        const text = canonicalJson(value); // as: fast-check's JSON is JSON
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
