import fc from 'fast-check';
import { delayStateAt, heldBackUntil, LEDGER_DELAY_DECIDE_HOURS, LEDGER_DELAY_STATES, type LedgerDelayFacts } from './ledger-delay';

describe('a delay of an entry', () => {
  it.each<[string, LedgerDelayFacts, number, string, number]>([
    ['that waits', { state: 'requested', lapsesAt: 12, until: null, decidedAt: null }, 11, 'requested', 12],
    ['nobody answered', { state: 'requested', lapsesAt: 12, until: null, decidedAt: null }, 12, 'lapsed', 12],
    ['that was refused', { state: 'refused', lapsesAt: 12, until: null, decidedAt: 3 }, 20, 'refused', 3],
    ['that was agreed to', { state: 'approved', lapsesAt: 12, until: 90, decidedAt: 3 }, 200, 'approved', 90],
  ])('%s', (_, facts, at, state, until) => {
    expect([delayStateAt(facts, at), heldBackUntil(facts)]).toEqual([state, until]);
  });

  it('holds nothing back for longer than a second person had to answer unless one agreed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LEDGER_DELAY_STATES), fc.nat(90), (state, decidedAt) => {
        const facts = { state, lapsesAt: LEDGER_DELAY_DECIDE_HOURS, until: null, decidedAt: Math.min(decidedAt, LEDGER_DELAY_DECIDE_HOURS) };
        expect(heldBackUntil(facts)).toBeLessThanOrEqual(LEDGER_DELAY_DECIDE_HOURS);
      }),
    );
  });
});
