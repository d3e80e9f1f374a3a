import fc from 'fast-check';
import { type AccessStops, isStoppedAt, nextStopAfter } from './stopped-access';

const stops: fc.Arbitrary<AccessStops> = fc.record({
  contractEnd: fc.option(fc.nat(20)),
  confirmed: fc.boolean(),
  lapsesAt: fc.option(fc.nat(20)),
});

describe('what keeps somebody from others’ data', () => {
  it.each<[string, Partial<AccessStops>, number, boolean]>([
    ['nothing', {}, 5, false],
    ['a report nobody decided yet', { lapsesAt: 6 }, 5, true],
    ['no report that lapsed', { lapsesAt: 5 }, 5, false],
    ['a report that was found true', { confirmed: true }, 5, true],
    ['a contract that is over', { contractEnd: 5 }, 5, true],
    ['no contract that still runs', { contractEnd: 6 }, 5, false],
    ['a contract that is over, whatever was lifted', { contractEnd: 1, lapsesAt: 2 }, 5, true],
  ])('is %s', (_, facts, at, expected) => {
    expect(isStoppedAt({ contractEnd: null, confirmed: false, lapsesAt: null, ...facts }, at)).toBe(expected);
  });

  it('does not change before the moment that is named', () => {
    fc.assert(
      fc.property(stops, fc.nat(20), fc.nat(20), (facts, at, later) => {
        const next = nextStopAfter(facts, at);
        if (later >= at && (next === null || later < next)) expect(isStoppedAt(facts, later)).toBe(isStoppedAt(facts, at));
      }),
    );
  });
});
