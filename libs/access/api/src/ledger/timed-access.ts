import {
  BREAK_GLASS_PURPOSE,
  type LockboxJustification,
  type MemberActor,
  type OrganizationPurpose,
  purposeOfJustification,
  type TimedAccess,
} from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';
import { PLACES_THEN } from './places-then';

/** Access for a time that reached a member: given, taken in an emergency, or granted to SmartPAR's staff. */
export const TIMED = `
  with ${PLACES_THEN}
  select 'grant' as kind, g.categories, g.mode, g.purposes, null as justification, coalesce(g.starts_at, g.decided_at) as "from", least(g.ends_at, coalesce(g.revoked_at, g.ends_at)) as until
  from grants g
  where g.organization_id = $1 and g.state in ('approved', 'revoked') and coalesce(g.starts_at, g.decided_at) <= $2 and g.ends_at > $2
    and (g.revoked_at is null or g.revoked_at > $2) and g.grantee_member_id is distinct from $3
    and (g.scope_kind = 'all'
      or g.scope_kind = 'members' and $3 = any(g.scope_ids)
      or g.scope_kind = 'request' and $3 = any(g.scope_members)
      or g.scope_kind = 'site' and (select s.id from site_then s) = any(g.scope_ids::text[])
      or g.scope_kind = 'group' and exists (select from groups_then p where p.id = any(g.scope_ids::text[])))
  union all
  select 'emergency', b.categories, 'on-reveal', array[$4]::text[], null, b.began_at, b.until
  from break_glasses b
  where b.organization_id = $1 and b.began_at <= $2 and b.until > $2 and b.member_id <> $3
  union all
  select 'staff', l.granted_categories, 'on-reveal', '{}', l.justification, l.decided_at, least(l.until, coalesce(l.ended_at, l.until))
  from lockboxes l
  where l.organization_id = $1 and l.decided_at <= $2 and l.until > $2 and (l.ended_at is null or l.ended_at > $2)
    and (l.granted_reach = 'all' or l.granted_member_id = $3
      or l.granted_site_id::text = (select s.id from site_then s))
  order by 6, 7`;

/** Access for a time as it is read with `TIMED`. */
export interface TimedRow {
  readonly kind: TimedAccess['kind'];
  readonly categories: readonly string[];
  readonly mode: 'shown' | 'on-reveal';
  readonly purposes: readonly OrganizationPurpose[];
  /** of a lockbox, which says its purpose that way */
  readonly justification: LockboxJustification | null;
  readonly from: Date;
  readonly until: Date;
}

/** What `TIMED` is asked with. @param at the moment */
export const timedValues = ({ organizationId, memberId }: Pick<MemberActor, 'organizationId' | 'memberId'>, at: Temporal.Instant): readonly unknown[] => [
  organizationId,
  at,
  memberId,
  BREAK_GLASS_PURPOSE,
];

/** Access for a time as the member reads it. */
export const timedOf = ({ kind, categories, mode, purposes, justification, from, until }: TimedRow): TimedAccess => ({
  kind,
  categories: [...categories],
  mode,
  purposes: justification === null ? [...purposes] : [purposeOfJustification(justification)],
  from: from.toISOString(),
  until: until.toISOString(),
});
