import type { ScopeGiven } from '@smartpar/access/model';

/** Hours for which one may ask. */
export const LENGTHS: readonly number[] = [1, 8, 24, 72, 168, 336, 720, 1440, 2160];

/** Hours after which what a role is given is reviewed. */
export const REVIEWS: readonly number[] = [720, 2160, 4320, 8760];

const MINUTE = 60_000;

/**
 * The end of a stretch of hours; a minute sooner, so that a clock that runs ahead does not ask for longer than is allowed.
 * @param now this moment
 */
export const untilAfter = (now: Date, hours: number): string => new Date(now.getTime() + (hours * 60 - 1) * MINUTE).toISOString();

/**
 * Of whom, as the server takes it.
 * @param of `all`, `member`, `site:<id>` or `group:<id>`
 * @param member the member whose page led here
 */
export function scopeOf(of: string, member: string | undefined): ScopeGiven {
  const [kind, id] = of.split(':');
  if ((kind === 'site' || kind === 'group') && id !== undefined) return { kind, ids: [id] };
  return kind === 'member' && member !== undefined ? { kind: 'members', ids: [member] } : { kind: 'all' };
}
