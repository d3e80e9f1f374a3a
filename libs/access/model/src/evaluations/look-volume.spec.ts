import fc from 'fast-check';
import { isUnusual, isWorthTelling, looksLimit, PAST_DAYS, UNUSUAL_TIMES, USUAL_AT_LEAST, usualLooks } from './look-volume';

const past = fc.array(fc.nat({ max: 500 }), { minLength: PAST_DAYS, maxLength: PAST_DAYS });
const days = (looks: number, among: number): number[] => Array.from({ length: PAST_DAYS }, (_, index) => (index < among ? looks : 0));

describe('what is usual for somebody', () => {
  it.each<[string, readonly number[], number, number]>([
    ['never looked', [], 0, 20],
    ['looks ten times a day', days(10, 28), 10, 30],
    ['looks on working days', days(12, 20), 12, 36],
    ['looked like mad on a few days', days(1000, 13), 0, 20],
    ['looks on every second day', days(9, 14), 4.5, 20],
  ])('who %s', (_, before, usual, limit) => {
    expect([usualLooks(before), looksLimit(before)]).toEqual([usual, limit]);
  });

  it('does not hang on the order of days', () => {
    fc.assert(fc.property(past, (before) => expect(usualLooks(before.toReversed())).toBe(usualLooks(before))));
  });

  it('is not moved beyond anything they ever did by fewer than half of the days, however wild', () => {
    fc.assert(
      fc.property(past, fc.nat({ max: 13 }), fc.nat({ max: 100_000 }), (before, wild, looks) => {
        const calm = before.slice(wild);
        expect(usualLooks([...Array.from({ length: wild }, () => looks), ...calm])).toBeLessThanOrEqual(Math.max(...calm));
      }),
    );
  });
});

describe('an unusual day', () => {
  it('has more looks than are never unusual, and more than so many times the usual', () => {
    fc.assert(
      fc.property(past, fc.nat({ max: 3000 }), (before, looks) => {
        expect(isUnusual(looks, before)).toBe(looks > USUAL_AT_LEAST && looks > Math.ceil(UNUSUAL_TIMES * usualLooks(before)));
      }),
    );
  });

  it('stays unusual with more looks, and does not become so by a busier past', () => {
    fc.assert(
      fc.property(past, fc.nat({ max: 3000 }), fc.nat({ max: 50 }), fc.nat({ max: PAST_DAYS - 1 }), (before, looks, more, day) => {
        const busier = before.map((one, index) => (index === day ? one + more : one));
        if (isUnusual(looks, before)) expect(isUnusual(looks + more, before)).toBe(true);
        else expect(isUnusual(looks, busier)).toBe(false);
      }),
    );
  });
});

describe('a day of which was told already', () => {
  it.each<[number, number | null, boolean]>([
    [20, null, false],
    [21, null, true],
    [22, 21, false],
    [63, 21, false],
    [64, 21, true],
    [192, 64, false],
    [193, 64, true],
  ])('with %i looks after %s were told last', (looks, lastTold, expected) => {
    expect(isWorthTelling(looks, lastTold)).toBe(expected);
  });
});
