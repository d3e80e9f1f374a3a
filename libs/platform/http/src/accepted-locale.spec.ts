import { acceptedLocale } from './accepted-locale';

describe('the language of a reader', () => {
  it.each<[string | undefined, string]>([
    [undefined, 'en'],
    ['', 'en'],
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE-de', 'de'],
    ['fr, de;q=0.8, en;q=0.5', 'de'],
    ['de;q=0.3, en;q=0.9', 'en'],
    ['fr', 'en'],
    ['de;q=0', 'en'],
    ['*', 'en'],
    ['de;q=abc', 'en'],
    [';;;,,,', 'en'],
    [`${'x,'.repeat(100_000)}de`, 'en'],
  ])('%s', (header, expected) => {
    expect(acceptedLocale(header)).toBe(expected);
  });
});
