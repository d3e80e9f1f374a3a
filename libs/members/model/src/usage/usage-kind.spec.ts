import { newId, Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import { collectionOf, firstIdOf, keptFrom, momentOfId, overAt } from './usage-kind';

const instant = (text: string) => Temporal.Instant.from(text);
const moments = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => Temporal.Instant.fromEpochMilliseconds(date.getTime()));
const months = fc.integer({ min: 0, max: 24 });

describe('usage data is kept for whole months', () => {
  it.each([
    ['2026-02-15T12:00:00Z', 1, '2026-04-01T00:00:00Z'],
    ['2026-01-31T23:59:59.999Z', 1, '2026-03-01T00:00:00Z'],
    ['2026-02-01T00:00:00Z', 3, '2026-06-01T00:00:00Z'],
    ['2025-12-31T23:59:59Z', 0, '2026-01-01T00:00:00Z'],
  ])('what happened at %s, for %i after its own, until %s', (at, kept, over) => {
    expect(overAt(instant(at), kept).toString()).toBe(over);
  });

  it('and is over at the very moment from which it is not kept any more', () => {
    fc.assert(
      fc.property(moments, moments, months, (at, now, kept) => {
        const over = Temporal.Instant.compare(overAt(at, kept), now) <= 0;
        expect(Temporal.Instant.compare(at, keptFrom(now, kept)) < 0).toBe(over);
      }),
    );
  });
});

describe('the id of an event', () => {
  it('says when it happened, to the millisecond', () => {
    fc.assert(
      fc.property(moments, (at) => {
        expect(momentOfId(firstIdOf(at)).epochMilliseconds).toBe(at.epochMilliseconds);
      }),
    );
  });

  it('is read off any of version 7', () => {
    const before = Date.now();
    const read = momentOfId(newId().toUpperCase()).epochMilliseconds;
    expect(read).toBeGreaterThanOrEqual(before);
    expect(read).toBeLessThanOrEqual(Date.now());
  });
});

it.each([
  [{ collected: true, months: 1 }, true, 'collected'],
  [{ collected: true, months: 1 }, false, 'no-agreement'],
  [{ collected: false, months: 1 }, true, 'switched-off'],
  [{ collected: false, months: 1 }, false, 'switched-off'],
])('where %j is said and an agreement is in force: %s, a kind is %s', (rule, agreed, expected) => {
  expect(collectionOf(rule, agreed)).toBe(expected);
});
