const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Turns a range of days, as the reader means them, into instants.
 * @param from first day, `2026-03-01`; empty for no beginning
 * @param to last day, included; empty for no end
 * @returns instants to ask for; a text that is no day, or a range that ends before it begins, is left out
 */
export function instantsOf(from: string, to: string): { readonly from?: string; readonly to?: string } {
  const begin = startOf(from, 0);
  const end = startOf(to, 1);
  const turned = begin !== null && end !== null && begin >= end;
  return { ...(begin !== null && { from: begin }), ...(end !== null && !turned && { to: end }) };
}

/** The instant a day begins at where the reader is, that many days later. */
function startOf(day: string, later: number): string | null {
  if (!CALENDAR_DAY.test(day)) return null;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const start = new Date(year, month - 1, date + later);
  return Number.isNaN(start.getTime()) ? null : start.toISOString();
}
