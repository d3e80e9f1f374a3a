import { Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import { graceFrom, type Leaving, mayComeBack, nextMoment, plannedAt, waitsFor } from './departure';

const LEFT = Temporal.Instant.from('2026-03-02T09:00:00Z');
const after = (days: number): Temporal.Instant => LEFT.add({ hours: days * 24 });
const leaving = (facts: Partial<Leaving> = {}): Leaving => ({
  departedAt: LEFT,
  graceUntil: graceFrom(LEFT, 14),
  memberDays: 30,
  holds: 0,
  openRequests: 0,
  ...facts,
});
const kinds = (facts: Partial<Leaving>, days: number): readonly string[] => waitsFor(leaving(facts), after(days)).map(({ kind }) => kind);

describe('whoever left', () => {
  it('can come back until their grace is over, and not a moment longer', () => {
    const { graceUntil } = leaving();
    expect([mayComeBack(graceUntil, after(14).subtract({ milliseconds: 1 })), mayComeBack(graceUntil, after(14))]).toEqual([true, false]);
  });

  it('is de-identified once grace and retention period are over', () => {
    expect(kinds({}, 0)).toEqual(['grace', 'period']);
    expect(kinds({}, 14)).toEqual(['period']);
    expect(kinds({}, 30)).toEqual([]);
    expect(plannedAt(leaving()).toString()).toBe(after(30).toString());
  });

  it('keeps their time to come back where the retention period is shorter', () => {
    expect(kinds({ memberDays: 0 }, 13)).toEqual(['grace']);
    expect(plannedAt(leaving({ memberDays: 0 })).toString()).toBe(after(14).toString());
  });

  it('is kept by a hold and by an open request, whatever the day', () => {
    expect(kinds({ holds: 1 }, 4000)).toEqual(['hold']);
    expect(kinds({ openRequests: 2 }, 4000)).toEqual(['request']);
    expect(nextMoment(waitsFor(leaving({ holds: 1 }), after(4000)))).toBeNull();
  });
});

it('the next moment looked at is one at which no day is waited for any more', () => {
  const days = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(days, days, days, fc.nat({ max: 2 }), (grace, memberDays, passed, holds) => {
      const facts = leaving({ graceUntil: graceFrom(LEFT, grace), memberDays, holds });
      const next = nextMoment(waitsFor(facts, after(passed)));
      if (next === null) return expect(waitsFor(facts, after(passed)).every((wait) => 'count' in wait)).toBe(true);
      expect(waitsFor(facts, next).every((wait) => 'count' in wait)).toBe(true);
      expect(Temporal.Instant.compare(next, after(passed))).toBe(1);
    }),
  );
});
