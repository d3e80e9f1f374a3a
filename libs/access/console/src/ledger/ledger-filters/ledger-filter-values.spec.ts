import { NO_LEDGER_FILTERS, queryOf } from './ledger-filter-values';

describe('filters of the ledger', () => {
  it('are nothing at first, and none that is off is sent', () => {
    expect(queryOf(NO_LEDGER_FILTERS)).toEqual({});
    expect(queryOf({ ...NO_LEDGER_FILTERS, role: 'owner' })).toEqual({ role: 'owner' });
  });

  it('take whole days as the reader counts them, the last one included', () => {
    const { from, until } = queryOf({ ...NO_LEDGER_FILTERS, from: '2026-03-01', until: '2026-03-31' });
    expect([from, until]).toEqual([new Date(2026, 2, 1).toISOString(), new Date(2026, 3, 1).toISOString()]);
  });

  it('leave out what is no day', () => {
    expect(queryOf({ ...NO_LEDGER_FILTERS, from: 'soon' })).toEqual({});
  });
});
