import { Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import { WIDENING_ALONE_HOURS } from '../widening/widening';
import { type AloneLimit, aloneUpToFor, changedLimit, FIRST_ALONE_LIMIT, heldLimit } from './alone-limit';

const AT = Temporal.Instant.from('2026-03-02T09:00Z');
const later = (hours: number): Temporal.Instant => AT.add({ hours });
const raised = changedLimit(FIRST_ALONE_LIMIT, 500, 'ada', AT);

describe('a limit somebody raises', () => {
  it('counts for everybody else at once, and for them three days later', () => {
    expect([aloneUpToFor(raised, 'ada', AT), aloneUpToFor(raised, 'ben', AT)]).toEqual([25, 500]);
    expect([WIDENING_ALONE_HOURS - 1, WIDENING_ALONE_HOURS].map((hours) => aloneUpToFor(raised, 'ada', later(hours)))).toEqual([25, 500]);
    expect(heldLimit(raised, 'ada', later(1))).toEqual({ aloneUpTo: 25, until: later(WIDENING_ALONE_HOURS) });
    expect(heldLimit(raised, 'ben', later(1))).toBeNull();
  });

  it('in steps begins the time anew with each', () => {
    const further = changedLimit(changedLimit(FIRST_ALONE_LIMIT, 30, 'ada', AT), 500, 'ada', later(71));
    expect([aloneUpToFor(further, 'ada', later(73)), aloneUpToFor(further, 'ada', later(71 + WIDENING_ALONE_HOURS))]).toEqual([25, 500]);
  });

  it('and then lowers a little stays what it was for them', () => {
    expect(aloneUpToFor(changedLimit(raised, 400, 'ada', later(1)), 'ada', later(2))).toBe(25);
  });

  it('and takes back leaves nothing behind', () => {
    expect(changedLimit(raised, 25, 'ada', later(1))).toEqual(FIRST_ALONE_LIMIT);
    expect(changedLimit(raised, 400, 'ada', later(80))).toEqual({ aloneUpTo: 400, raised: null });
  });

  it('and somebody else raises further counts for the first, whom somebody else has gone beyond', () => {
    const low = changedLimit(raised, 100, 'ben', later(1));
    const both = changedLimit(low, 300, 'ben', later(2));
    expect([aloneUpToFor(low, 'ada', later(1)), aloneUpToFor(both, 'ada', later(2)), aloneUpToFor(both, 'ben', later(2))]).toEqual([25, 300, 100]);
  });

  it('never gives whoever is alone with it more within three days than they began with', () => {
    const steps = fc.array(fc.record({ to: fc.integer({ min: 0, max: 500 }), hours: fc.integer({ min: 0, max: 70 }) }), { maxLength: 6 });
    fc.assert(
      fc.property(steps, (changes) => {
        const of = (limit: AloneLimit, hours: number) => aloneUpToFor(limit, 'ada', later(hours));
        let limit = FIRST_ALONE_LIMIT;
        for (const { to, hours } of changes.toSorted((one, other) => one.hours - other.hours)) {
          const before = of(limit, hours);
          limit = changedLimit(limit, to, 'ada', later(hours));
          expect(of(limit, hours)).toBe(Math.min(before, to));
        }
      }),
    );
  });
});
