import { Injectable } from '@nestjs/common';
import { type BreakGlassRow, latestBreakGlass, withBreakGlass } from '@smartpar/access/api';
import {
  accessStops,
  ActorSource,
  actorUnlessStopped,
  type ApprovedRow,
  approvedGrants,
  changedGrants,
  heldRoleOf,
  heldRoles,
  type HeldRoleRow,
  PresentActors,
  type StandInRow,
  standIns,
  timedHoldings,
} from '@smartpar/access/api';
import { type AccessStops, grantsOfHeldRoles, heldGrants, isStaffRole, type MemberActor, type Role, type StandingGrant } from '@smartpar/access/model';
import { type Temporal, Time } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';

interface ActorRow {
  readonly memberId: string;
  readonly oversight: boolean;
  readonly roles: readonly Role[];
  readonly held: readonly HeldRoleRow[];
  /** what the organization changed about who may see what */
  readonly changed: readonly StandingGrant[];
  /** the latest emergency in which they looked without asking */
  readonly broken: BreakGlassRow | null;
  /** what may keep them from others' data */
  readonly stops: AccessStops;
  /** what they were granted and what has not ended yet */
  readonly approved: readonly ApprovedRow[];
  /** for whom they stand in, now or soon */
  readonly deputed: readonly StandInRow[];
}

/** One statement: the active member of an account, their roles, what those may see, and whether this is SmartPAR's workforce. */
const ACTOR = `
  select m.id as "memberId",
         exists (select from installation i where i.mode = 'hosted' and i.workforce_organization_id = m.organization_id) as oversight,
         array(select r.role from member_roles r where r.organization_id = m.organization_id and r.member_id = m.id order by r.role) as roles,
         ${heldRoles('m')} as held,
         ${changedGrants('m')} as changed,
         ${latestBreakGlass('m')} as broken,
         ${accessStops('m')} as stops,
         ${approvedGrants('m', '$3')} as approved,
         ${standIns('m', '$3')} as deputed
  from members m where m.organization_id = $1 and m.status = 'active'`;

const BY_ACCOUNT = `${ACTOR} and m.account_id = $2`;

const BY_ID = `${ACTOR} and m.id = $2`;

/** Finds as which member an account acts. */
@Injectable()
export class MemberActors extends ActorSource {
  constructor(
    private readonly database: Database,
    private readonly time: Time,
  ) {
    super();
  }

  /** @returns `null` for strangers and for members who are not active */
  override async actorOf(accountId: string, organizationId: string): Promise<MemberActor | null> {
    const at = this.time.now();
    const [row] = await this.database.readTenant<ActorRow>(organizationId, { text: BY_ACCOUNT, values: [organizationId, accountId, at] });
    return row === undefined ? null : actorOf(row, { accountId, organizationId }, at);
  }
}

/** Finds what a member holds at this moment of a transaction. */
@Injectable()
export class MembersPresent extends PresentActors {
  override async of(tx: TenantTransaction, { accountId, memberId }: MemberActor): Promise<MemberActor | null> {
    const [row] = await tx.query<ActorRow>(BY_ID, [tx.organizationId, memberId, tx.at]);
    return row === undefined ? null : actorOf(row, { accountId, organizationId: tx.organizationId }, tx.at);
  }
}

function actorOf(row: ActorRow, who: Pick<MemberActor, 'accountId' | 'organizationId'>, at: Temporal.Instant): MemberActor {
  const { memberId, oversight, changed, stops } = row;
  const roles = row.roles.filter((role) => oversight || !isStaffRole(role));
  const held = row.held.map(heldRoleOf);
  const { grants: timed, next, standsInAs } = timedHoldings(row.approved, row.deputed, at);
  const grants = [...heldGrants(roles, changed), ...grantsOfHeldRoles(held, changed), ...timed];
  const seldom = { ...(held.length > 0 && { held }), ...(next !== null && { until: next }), ...(standsInAs.length > 0 && { standsInAs }) };
  return actorUnlessStopped(withBreakGlass(row.broken, at, { kind: 'member', ...who, memberId, roles, grants, oversight, ...seldom }), stops, at);
}
