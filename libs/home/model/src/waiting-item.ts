/** Most lines the first page of an organization has; what comes later is found where it belongs. */
export const MOST_WAITING = 50;

/** What puts one thing that waits before another. */
export interface Waits {
  /** RFC 3339 in UTC; null where nothing runs out */
  readonly dueAt: string | null;
  /** RFC 3339 in UTC */
  readonly since: string;
}

/** Soonest clock first; what has no clock comes after, longest waiting first. */
export function bySoonest(one: Waits, other: Waits): number {
  if (one.dueAt !== null && other.dueAt !== null) return Date.parse(one.dueAt) - Date.parse(other.dueAt);
  if (one.dueAt !== null) return -1;
  if (other.dueAt !== null) return 1;
  return Date.parse(one.since) - Date.parse(other.since);
}
