import { COUNTRIES, isCountry, isSubdivisionOf } from './country';

describe('countries', () => {
  it('are the 249 assigned codes, each once', () => {
    expect(new Set(COUNTRIES).size).toBe(249);
    expect(COUNTRIES).toHaveLength(249);
    expect(COUNTRIES.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
  });

  it.each(['DE', 'US', 'BR', 'KR'])('know %s', (code) => expect(isCountry(code)).toBe(true));

  it.each(['', 'de', 'UK', 'XX', 'EU', 'DEU'])('do not know "%s"', (code) => expect(isCountry(code)).toBe(false));
});

describe('subdivisions', () => {
  it.each([
    ['DE', 'DE-BY', true],
    ['US', 'US-CA', true],
    ['FR', 'FR-971', true],
    ['DE', 'US-CA', false],
    ['DE', 'BY', false],
    ['DE', 'DE-', false],
    ['DE', 'DE-by', false],
  ])('of %s: %s is one? %s', (country, code, expected) => expect(isSubdivisionOf(country, code)).toBe(expected));
});
