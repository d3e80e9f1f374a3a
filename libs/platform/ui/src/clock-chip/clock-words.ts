/** Where a clock stands, as the server says it. */
export type ClockState = 'running' | 'paused' | 'met' | 'missed' | 'replaced';

/** What a clock looks like: how it is coloured, and which sentence says it. */
export interface ClockLook {
  readonly tone: 'calm' | 'soon' | 'late' | 'paused' | 'done';
  /** text key below `ui.clock` */
  readonly words: 'daysLeft' | 'today' | 'daysLate' | 'paused' | 'met' | 'missed' | 'replaced';
  /** days left or late, never below zero */
  readonly days: number;
}

/** What the look depends on. */
export interface ClockFacts {
  readonly state: ClockState;
  /** the last day, `2026-03-31`, where the organization is */
  readonly dueOn: string;
  /** today, where the organization is */
  readonly today: string;
  /** from this day on it is pressing */
  readonly soonFrom: string;
}

const DAY_MILLISECONDS = 86_400_000;

/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MILLISECONDS);

/**
 * The calendar day of a moment.
 * @param timeZone IANA name; the reader's own without it
 * @returns `2026-03-31`
 */
export function dayOf(moment: Date, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Puts a clock into the kind of sentence that says it best. */
export function lookOf({ state, dueOn, today, soonFrom }: ClockFacts): ClockLook {
  if (state === 'met' || state === 'replaced') return { tone: 'done', words: state, days: 0 };
  if (state === 'paused') return { tone: 'paused', words: 'paused', days: 0 };
  if (state === 'missed') return { tone: 'late', words: 'missed', days: 0 };
  const left = daysBetween(today, dueOn);
  if (left < 0) return { tone: 'late', words: 'daysLate', days: -left };
  if (left === 0) return { tone: 'late', words: 'today', days: 0 };
  return { tone: daysBetween(soonFrom, today) >= 0 ? 'soon' : 'calm', words: 'daysLeft', days: left };
}
