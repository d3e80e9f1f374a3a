import {
  type AbilityName,
  type ApprovedGrant,
  type GrantCategory,
  type GrantScope,
  type HeldAt,
  heldAt,
  type HeldRole,
  type OrganizationPurpose,
  type Role,
} from '@smartpar/access/model';
import { Temporal } from '@smartpar/kernel';
import { keptFromNothing } from '../violations/stopped-access';

/** An approved grant as JSON within another statement. */
export interface ApprovedRow {
  readonly id: string;
  readonly categories: readonly GrantCategory[];
  readonly mode: ApprovedGrant['mode'];
  readonly purposes: readonly OrganizationPurpose[];
  readonly scopeKind: GrantScope['kind'];
  readonly scopeIds: readonly string[];
  readonly scopeMembers: readonly string[];
  readonly from: string | null;
  readonly until: string;
}

/** One for whom a member stands in, now or soon, as JSON within another statement. */
export interface StandInRow {
  readonly roles: readonly Role[];
  /** custom roles they hold for the whole organization */
  readonly custom: readonly { readonly role: string; readonly abilities: readonly AbilityName[] }[];
  readonly from: string;
  readonly until: string;
}

/**
 * SQL that reads, as JSON of `ApprovedRow`, what a member was granted by themselves, by a role or by a group, and what has not ended yet.
 * What a role or a group was given serves whoever gave it never: not even when they take the role or join the group afterwards.
 * @param row the alias of the member's row
 * @param at the parameter that holds now
 * @param roles SQL for the roles they hold in the whole organization, where it is not about those they hold now
 */
export const approvedGrants = (row: string, at: string, roles = rolesOf(row)): string => `
  (select coalesce(json_agg(json_build_object('id', g.id, 'categories', g.categories, 'mode', g.mode, 'purposes', g.purposes, 'scopeKind', g.scope_kind,
     'scopeIds', g.scope_ids, 'scopeMembers', g.scope_members, 'from', g.starts_at, 'until', g.ends_at)), '[]')
   from grants g where g.organization_id = ${row}.organization_id and g.state = 'approved' and g.ends_at > ${at}::timestamptz
     and (g.grantee_member_id is not null or g.requested_by <> ${row}.id) and (
     g.grantee_member_id = ${row}.id
     or g.grantee_role in (${roles})
     or g.grantee_group_id in (select p.group_id from group_places p where p.organization_id = ${row}.organization_id and p.member_id = ${row}.id)))`;

const rolesOf = (row: string): string => `select r.role from member_roles r where r.organization_id = ${row}.organization_id and r.member_id = ${row}.id`;

/**
 * SQL that reads, as JSON of `StandInRow`, for whom a member stands in and what roles those hold, as long as they are active and kept from nothing.
 * Those are looked up one by one (`offset 0`): no plan may read all members for them.
 */
export const standIns = (row: string, at: string): string => `
  (select coalesce(json_agg(json_build_object('from', d.starts_at, 'until', d.ends_at, 'roles',
     array(select r.role from member_roles r where r.organization_id = d.organization_id and r.member_id = d.member_id), 'custom',
     (select coalesce(json_agg(json_build_object('role', c.id, 'abilities', c.abilities) order by c.id), '[]') from role_assignments a
      join custom_roles c on c.organization_id = a.organization_id and c.id = a.custom_role_id
      where a.organization_id = d.organization_id and a.member_id = d.member_id and a.site_id is null and a.group_id is null))), '[]')
   from deputies d cross join lateral (select k.* from members k where k.organization_id = d.organization_id and k.id = d.member_id offset 0) p
   where d.organization_id = ${row}.organization_id and d.deputy_member_id = ${row}.id and d.ends_at > ${at}::timestamptz and d.ended_at is null
     and p.status = 'active' and ${keptFromNothing('p', at)})`;

/** What a member holds at a moment beside what their roles give for good, and when that changes by itself. */
export interface TimedHoldings extends HeldAt {
  readonly standsInAs: readonly Role[];
  /** custom roles of those for whom they stand in */
  readonly standsInHeld: readonly HeldRole[];
}

/** What a member holds at a moment by what was read with `approvedGrants` and `standIns`. */
export function timedHoldings(approved: readonly ApprovedRow[], deputed: readonly StandInRow[], at: Temporal.Instant): TimedHoldings {
  const { grants, next } = heldAt(approved.map(approvedOf), at);
  const moments = deputed.flatMap(({ from, until }) => [instantOf(from), instantOf(until)]).filter((moment) => isBehind(moment, at));
  const now = deputed.filter(({ from, until }) => !isBehind(instantOf(from), at) && isBehind(instantOf(until), at));
  const soonest = [...moments, ...(next === null ? [] : [next])].toSorted((one, other) => one.epochMilliseconds - other.epochMilliseconds);
  return { grants, next: soonest[0] ?? null, standsInAs: [...new Set(now.flatMap(({ roles }) => roles))], standsInHeld: customOf(now) };
}

const customOf = (rows: readonly StandInRow[]): readonly HeldRole[] => {
  const custom = new Map(rows.flatMap(({ custom: held }) => held.map(({ role, abilities }) => [role, abilities] as const)));
  return [...custom].map(([role, abilities]) => ({ role, abilities, scope: { kind: 'all' } }));
};

/** A scope as its columns hold it. */
export function scopeOf({ scopeKind, scopeIds, scopeMembers }: Pick<ApprovedRow, 'scopeKind' | 'scopeIds' | 'scopeMembers'>): GrantScope {
  if (scopeKind === 'all') return { kind: 'all' };
  return scopeKind === 'request' ? { kind: 'request', id: scopeIds[0] ?? '', members: scopeMembers } : { kind: scopeKind, ids: scopeIds };
}

const approvedOf = (row: ApprovedRow): ApprovedGrant => ({
  id: row.id,
  categories: row.categories,
  mode: row.mode,
  purposes: row.purposes,
  scope: scopeOf(row),
  from: row.from === null ? null : instantOf(row.from),
  until: instantOf(row.until),
});

const instantOf = (text: string): Temporal.Instant => Temporal.Instant.from(text);

const isBehind = (moment: Temporal.Instant, at: Temporal.Instant): boolean => moment.epochMilliseconds > at.epochMilliseconds;
