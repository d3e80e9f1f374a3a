import { Injectable } from '@nestjs/common';
import {
  type GrantMode,
  grantsInForce,
  type LedgerReach,
  type LedgerReachQuery,
  type MemberActor,
  ORGANIZATION_PURPOSES,
  ORGANIZATION_ROLES,
  type ProfileCategory,
  type Role,
  type StandingGrant,
  viewersOf,
} from '@smartpar/access/model';
import { Temporal } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { isHeldBack } from './held-back';
import { PLACES_THEN } from './places-then';
import { TIMED, timedOf, type TimedRow, timedValues } from './timed-access';

/** How a role and a category stood before the first change after some moment. */
interface Before {
  readonly role: StandingGrant['role'];
  readonly category: ProfileCategory;
  readonly fromMode: GrantMode;
  readonly fromPurposes: string;
}

/** Tells whether a role held for a site or a group reached the member where they were then. */
const reaches = (site: string, group: string): string => `(${site} = (select s.id from site_then s) or ${group} in (select g.id from groups_then g))`;

/** Who held which role, for everybody or for the member's site or a group of theirs: what is held now, taken back to the moment by the log. */
const HOLDERS = `
  with ${PLACES_THEN}, events as (
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
        tx.query<TimedRow>(TIMED, timedValues(actor, at)),
        looksOn(tx, actor.memberId, asked),
      ]);
      return {
        at: asked.toString(),
        since: beginning !== null && asked.epochMilliseconds < beginning ? new Date(beginning).toISOString() : null,
        viewers: viewersOf(standing, new Map(holders.map(({ role, count }) => [role, count]))),
        others: others.map(timedOf),
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
