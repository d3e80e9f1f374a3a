import { type BreakGlassRow, latestBreakGlass, withBreakGlass } from '@smartpar/access/api';
import {
  accessStops,
  actorUnlessStopped,
  type ApprovedRow,
  approvedGrants,
  changedGrants,
  heldRoleOf,
  heldRoles,
  type HeldRoleRow,
  type StandInRow,
  standIns,
  timedHoldings,
} from '@smartpar/access/api';
import {
  type AccessStops,
  type ChangedStanding,
  grantsOfHeldRoles,
  heldGrants,
  isStaffRole,
  type MemberActor,
  type Role,
  servedTo,
} from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';

/** All that what a member may do and see is made of. */
export interface ActorRow {
  readonly memberId: string;
  readonly oversight: boolean;
  readonly roles: readonly Role[];
  readonly held: readonly HeldRoleRow[];
  /** what the organization changed about who may see what */
  readonly changed: readonly ChangedStanding[];
  /** the latest emergency in which they looked without asking */
  readonly broken: BreakGlassRow | null;
  /** what may keep them from others' data */
  readonly stops: AccessStops;
  /** what they were granted and what has not ended yet */
  readonly approved: readonly ApprovedRow[];
  /** for whom they stand in, now or soon */
  readonly deputed: readonly StandInRow[];
}

/** Whose actor it is. */
export type ActorIdentity = Pick<MemberActor, 'accountId' | 'organizationId'>;

/**
 * The columns of an `ActorRow`, of a member `m`.
 * @param at the parameter that holds now
 * @param roles the parameter that holds the roles whose grants count, where it is not about those they hold now
 */
export const actorColumns = (at: string, roles?: string): string => `
         m.id as "memberId",
         exists (select from installation i where i.mode = 'hosted' and i.workforce_organization_id = m.organization_id) as oversight,
         array(select r.role from member_roles r where r.organization_id = m.organization_id and r.member_id = m.id order by r.role) as roles,
         ${heldRoles('m')} as held,
         ${changedGrants('m')} as changed,
         ${latestBreakGlass('m')} as broken,
         ${accessStops('m')} as stops,
         ${approvedGrants('m', at, roles === undefined ? undefined : `select unnest(${roles}::text[])`)} as approved,
         ${standIns('m', at)} as deputed`;

/** What a member holds at a moment, whatever keeps them from using it. */
export function holderOf(row: ActorRow, who: ActorIdentity, at: Temporal.Instant): MemberActor {
  const { memberId, oversight } = row;
  const changed = row.changed.map((grant) => servedTo(memberId, grant));
  const roles = row.roles.filter((role) => oversight || !isStaffRole(role));
  const held = row.held.map(heldRoleOf);
  const { grants: timed, next, standsInAs, standsInHeld } = timedHoldings(row.approved, row.deputed, at);
  const grants = [...heldGrants(roles, changed), ...grantsOfHeldRoles(held, changed), ...timed];
  const deputy = { ...(standsInAs.length > 0 && { standsInAs }), ...(standsInHeld.length > 0 && { standsInHeld }) };
  const seldom = { ...(held.length > 0 && { held }), ...(next !== null && { until: next }), ...deputy };
  return withBreakGlass(row.broken, at, { kind: 'member', ...who, memberId, roles, grants, oversight, ...seldom });
}

/** As whom a member acts at a moment. */
export const actorOf = (row: ActorRow, who: ActorIdentity, at: Temporal.Instant): MemberActor => actorUnlessStopped(holderOf(row, who, at), row.stops, at);
