import { hoursIn } from './decide-within';

describe('hours in words', () => {
  it.each([
    ['en', 1, '1 hour'],
    ['en', 72, '72 hours'],
    ['de', 1, '1 Stunde'],
    ['de', 12, '12 Stunden'],
  ] as const)('in %s, %i: %s', (locale, hours, words) => expect(hoursIn(locale, hours)).toBe(words));
});
