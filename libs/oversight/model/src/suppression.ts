/** Counts of people below this are not told, since few people are soon known people. */
export const SMALLEST_COUNT_SHOWN = 5;

/**
 * Keeps a count of people back when it is small.
 * @returns the count, or `null` for "fewer than 5"
 */
export const suppressed = (count: number): number | null => (count < SMALLEST_COUNT_SHOWN ? null : count);
