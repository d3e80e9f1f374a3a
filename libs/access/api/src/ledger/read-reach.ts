import { Injectable } from '@nestjs/common';
import {
  BREAK_GLASS_PURPOSE,
  type GrantMode,
  grantsInForce,
  type LedgerReach,
  type LedgerReachQuery,
  type LockboxJustification,
  type MemberActor,
  ORGANIZATION_PURPOSES,
  ORGANIZATION_ROLES,
  type OrganizationPurpose,
  type ProfileCategory,
  purposeOfJustification,
  type Role,
  type StandingGrant,
  viewersOf,
} from '@smartpar/access/model';
import { Temporal } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { isHeldBack } from './held-back';

/** How a role and a category stood before the first change after some moment. */
interface Before {
  readonly role: StandingGrant['role'];
  readonly category: ProfileCategory;
  readonly fromMode: GrantMode;
  readonly fromPurposes: string;
}

/** Tells whether a role held for a place `p` reaches the member $3: sites and groups are as they are now, since nobody writes down where somebody was. */
const reaches = (site: string, group: string): string => `
  (${site} = (select m.site_id::text from members m where m.organization_id = $1 and m.id = $3)
    or ${group} in (select p.group_id::text from grouped_members p where p.organization_id = $1 and p.member_id = $3))`;

/** Who held which role, for everybody or for the member's site or a group of theirs: what is held now, taken back to the moment by the log. */
const HOLDERS = `
  with events as (
    select distinct on (target_id, facts->>'role') target_id::uuid as member_id, facts->>'role' as role, action
    from audit_entries where organization_id = $1 and action in ('member-role.granted', 'member-role.revoked') and at > $2
    order by target_id, facts->>'role', at, id),
  states as (
    select distinct on (target_id) target_id::uuid as member_id, facts->>'from' as status
    from audit_entries where organization_id = $1 and action = 'member.status-changed' and at > $2 order by target_id, at, id),
  moved as (
    select distinct on (target_id, facts->>'role', facts->>'scopeId')
      target_id::uuid as member_id, facts->>'role' as role, facts->>'scope' as scope, facts->>'scopeId' as place, action
    from audit_entries where organization_id = $1 and action in ('member-role.assigned', 'member-role.unassigned') and at > $2
    order by target_id, facts->>'role', facts->>'scopeId', at, id),
  held as (
    select r.member_id, r.role from member_roles r
    where r.organization_id = $1 and r.granted_at <= $2 and not exists (select from events e where e.member_id = r.member_id and e.role = r.role)
    union select member_id, role from events where action = 'member-role.revoked'
    union select a.member_id, a.built_in from role_assignments a
      where a.organization_id = $1 and a.built_in is not null and a.assigned_at <= $2 and ${reaches('a.site_id::text', 'a.group_id::text')}
    union select v.member_id, v.role from moved v where v.action = 'member-role.unassigned' and v.role = any($4)
      and ${reaches(`case v.scope when 'site' then v.place end`, `case v.scope when 'group' then v.place end`)})
  select h.role, count(*)::int as count from held h
  join members m on m.organization_id = $1 and m.id = h.member_id and m.created_at <= $2
  left join states s on s.member_id = m.id
  where coalesce(s.status, m.status) = 'active' group by h.role`;

const CHANGED_SINCE = `
  select distinct on (target_id) facts->>'role' as role, facts->>'category' as category, facts->>'fromMode' as "fromMode", facts->>'fromPurposes' as "fromPurposes"
  from audit_entries where organization_id = $1 and action in ('standing-grant.changed', 'standing-grant.restored') and at > $2
  order by target_id, at, id`;

/** Access for a time that reached a member: given, taken in an emergency, or granted to SmartPAR's staff. */
const TIMED = `
  select 'grant' as kind, g.categories, g.mode, g.purposes, null as justification, coalesce(g.starts_at, g.decided_at) as "from", least(g.ends_at, coalesce(g.revoked_at, g.ends_at)) as until
  from grants g
  where g.organization_id = $1 and g.state in ('approved', 'revoked') and coalesce(g.starts_at, g.decided_at) <= $2 and g.ends_at > $2
    and (g.revoked_at is null or g.revoked_at > $2) and g.grantee_member_id is distinct from $3
    and (g.scope_kind = 'all'
      or g.scope_kind = 'members' and $3 = any(g.scope_ids)
      or g.scope_kind = 'request' and $3 = any(g.scope_members)
      or g.scope_kind = 'site' and (select m.site_id from members m where m.organization_id = $1 and m.id = $3) = any(g.scope_ids)
      or g.scope_kind = 'group' and exists (select from grouped_members p where p.organization_id = $1 and p.member_id = $3 and p.group_id = any(g.scope_ids)))
  union all
  select 'emergency', b.categories, 'on-reveal', array[$4]::text[], null, b.began_at, b.until
  from break_glasses b
  where b.organization_id = $1 and b.began_at <= $2 and b.until > $2 and b.member_id <> $3
  union all
  select 'staff', l.granted_categories, 'on-reveal', '{}', l.justification, l.decided_at, least(l.until, coalesce(l.ended_at, l.until))
  from lockboxes l
  where l.organization_id = $1 and l.decided_at <= $2 and l.until > $2 and (l.ended_at is null or l.ended_at > $2)
    and (l.granted_reach = 'all' or l.granted_member_id = $3
      or l.granted_site_id = (select m.site_id from members m where m.organization_id = $1 and m.id = $3))
  order by 6, 7`;

interface TimedRow {
  readonly kind: LedgerReach['others'][number]['kind'];
  readonly categories: readonly string[];
  readonly mode: 'shown' | 'on-reveal';
  readonly purposes: readonly OrganizationPurpose[];
  /** of a lockbox, which says its purpose that way */
  readonly justification: LockboxJustification | null;
  readonly from: Date;
  readonly until: Date;
}

/** A member reads who could have looked at their data at some moment, as far as it was recorded. */
@Injectable()
export class ReadReach {
  constructor(private readonly database: Database) {}

  /** Who could have looked then, and how often somebody did on that day. */
  run(actor: MemberActor, { at: wanted }: LedgerReachQuery): Promise<LedgerReach> {
    return this.database.tenant(actor, async (tx) => {
      const beginning = await beginningOf(tx);
      const asked = wanted === undefined ? tx.at : Temporal.Instant.from(wanted);
      const at = beginning !== null && asked.epochMilliseconds < beginning ? Temporal.Instant.fromEpochMilliseconds(beginning) : asked;
      const [holders, standing, others, looks] = await Promise.all([
        tx.query<{ role: Role; count: number }>(HOLDERS, [tx.organizationId, at, actor.memberId, ORGANIZATION_ROLES]),
        standingAt(tx, at),
        tx.query<TimedRow>(TIMED, [tx.organizationId, at, actor.memberId, BREAK_GLASS_PURPOSE]),
        looksOn(tx, actor.memberId, asked),
      ]);
      return {
        at: asked.toString(),
        since: beginning !== null && asked.epochMilliseconds < beginning ? new Date(beginning).toISOString() : null,
        viewers: viewersOf(standing, new Map(holders.map(({ role, count }) => [role, count]))),
        others: others.map(({ kind, categories, mode, purposes, justification, from, until }) => ({
          kind,
          categories: [...categories],
          mode,
          purposes: justification === null ? [...purposes] : [purposeOfJustification(justification)],
          from: from.toISOString(),
          until: until.toISOString(),
        })),
        looks,
      };
    });
  }
}

/** When the log begins, in milliseconds. */
async function beginningOf(tx: TenantTransaction): Promise<number | null> {
  const [first] = await tx.query<{ at: Date }>('select at from audit_entries where organization_id = $1 order by id limit 1', [tx.organizationId]);
  return first?.at.getTime() ?? null;
}

/** The standing grants in force at a moment. */
async function standingAt(tx: TenantTransaction, at: Temporal.Instant): Promise<readonly StandingGrant[]> {
  const [now, since] = await Promise.all([
    tx.query<StandingGrant>('select role, category, mode, purposes from standing_grants where organization_id = $1', [tx.organizationId]),
    tx.query<Before>(CHANGED_SINCE, [tx.organizationId, at]),
  ]);
  return grantsInForce(now).map((grant) => {
    const before = since.find(({ role, category }) => role === grant.role && category === grant.category);
    if (before === undefined) return grant;
    const words = before.fromPurposes.split(' ');
    return { ...grant, mode: before.fromMode, purposes: ORGANIZATION_PURPOSES.filter((purpose) => words.includes(purpose)) };
  });
}

async function looksOn(tx: TenantTransaction, memberId: string, at: Temporal.Instant): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from reveals r
     where r.organization_id = $1 and r.member_id = $2 and r.at >= date_trunc('day', $3::timestamptz at time zone 'UTC') at time zone 'UTC'
       and r.at < (date_trunc('day', $3::timestamptz at time zone 'UTC') + interval '1 day') at time zone 'UTC' and not ${isHeldBack('r', '$4')}`,
    [tx.organizationId, memberId, at, tx.at],
  );
  return row?.count ?? 0;
}
