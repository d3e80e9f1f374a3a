import { grantsOfBreakGlass, type HeldBreakGlass, type MemberActor, type ProfileCategory } from '@smartpar/access/model';
import { Temporal } from '@smartpar/kernel';

/** A break-glass as JSON within another statement. */
export interface BreakGlassRow {
  readonly id: string;
  readonly categories: readonly ProfileCategory[];
  readonly until: string;
}

/**
 * SQL that reads, as JSON of `BreakGlassRow`, the latest break-glass of a member, which is the only one that may still run.
 * @param row the alias of the member's row
 */
export const latestBreakGlass = (row: string): string => `
  (select json_build_object('id', b.id, 'categories', b.categories, 'until', b.until)
   from break_glasses b where b.organization_id = ${row}.organization_id and b.member_id = ${row}.id order by b.until desc limit 1)`;

/** The member with what a running break-glass adds to what they hold, no longer than it runs. */
export function withBreakGlass(latest: BreakGlassRow | null, at: Temporal.Instant, actor: MemberActor): MemberActor {
  if (latest === null) return actor;
  const broken: HeldBreakGlass = { ...latest, until: Temporal.Instant.from(latest.until) };
  const grants = grantsOfBreakGlass([broken], at);
  if (grants.length === 0) return actor;
  const sooner = actor.until !== undefined && Temporal.Instant.compare(actor.until, broken.until) < 0;
  return { ...actor, grants: [...actor.grants, ...grants], until: sooner ? actor.until : broken.until };
}
