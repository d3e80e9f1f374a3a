/** How many days before are somebody's own past. */
export const PAST_DAYS = 28;

/** So many looks on a day are never unusual, whatever somebody's past. */
export const USUAL_AT_LEAST = 20;

/** More than so many times what is usual for somebody is unusual. */
export const UNUSUAL_TIMES = 3;

/**
 * How many looks a day are usual for somebody: the middle of their own past, days without any included. A few wild days do not move it.
 * @param past looks of each of the days before
 */
export function usualLooks(past: readonly number[]): number {
  if (past.length === 0) return 0;
  const sorted = past.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [below = 0, above = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (below + above) / 2;
}

/** Up to how many looks a day are not worth asking about, for somebody with such a past. */
export const looksLimit = (past: readonly number[]): number => Math.max(USUAL_AT_LEAST, Math.ceil(UNUSUAL_TIMES * usualLooks(past)));

/** Tells whether so many looks on a day are unusual for somebody with such a past. */
export const isUnusual = (looks: number, past: readonly number[]): boolean => looks > looksLimit(past);

/**
 * Tells whether so many looks on a day may be worth an alert: more than are never unusual, or, where one was told for that day already, more than so
 * many times as many as were told last. What was told once is no cover for the rest of the day.
 */
export const isWorthTelling = (looks: number, lastTold: number | null): boolean => looks > (lastTold === null ? USUAL_AT_LEAST : UNUSUAL_TIMES * lastTold);

/** Where an alert stands: nobody said anything, there was a reason, or it was reported as a broken promise. */
export const VOLUME_ALERT_STATES = ['open', 'explained', 'reported'] as const;

/** Where an alert stands. */
export type VolumeAlertState = (typeof VOLUME_ALERT_STATES)[number];
