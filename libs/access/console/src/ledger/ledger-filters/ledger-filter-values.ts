/** Filters of the ledger as they stand in the address of the page; days as the reader counts them. */
export type LedgerFilterValues = Readonly<Record<'role' | 'purpose' | 'category' | 'from' | 'until', string>>;

/** How the page begins: every look. */
export const NO_LEDGER_FILTERS: LedgerFilterValues = { role: '', purpose: '', category: '', from: '', until: '' };

/** The filters as the server understands them: moments instead of days, the last day included. */
export function queryOf({ from, until, ...others }: LedgerFilterValues): Readonly<Record<string, string>> {
  const wanted = { ...others, from: startOf(from, 0), until: startOf(until, 1) };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''));
}

/** The beginning of a day here, or of one after it; empty for what is no day. */
function startOf(day: string, later: number): string {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined || [year, month, date].some(Number.isNaN)) return '';
  return new Date(year, month - 1, date + later).toISOString();
}
