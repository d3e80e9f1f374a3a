import { Injectable } from '@nestjs/common';
import { accessStops, ActorSource, actorUnlessStopped, changedGrants } from '@smartpar/access/api';
import { type AccessStops, heldGrants, isStaffRole, type MemberActor, type Role, type StandingGrant } from '@smartpar/access/model';
import { Time } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';

interface ActorRow {
  readonly memberId: string;
  readonly oversight: boolean;
  readonly roles: readonly Role[];
  /** what the organization changed about who may see what */
  readonly changed: readonly StandingGrant[];
  /** what may keep them from others' data */
  readonly stops: AccessStops;
}

/** One statement: the active member of an account, their roles, what those may see, and whether this is SmartPAR's workforce. */
const ACTOR = `
  select m.id as "memberId",
         exists (select from installation i where i.mode = 'hosted' and i.workforce_organization_id = m.organization_id) as oversight,
         array(select r.role from member_roles r where r.organization_id = m.organization_id and r.member_id = m.id order by r.role) as roles,
         ${changedGrants('m')} as changed,
         ${accessStops('m')} as stops
  from members m where m.organization_id = $1 and m.account_id = $2 and m.status = 'active'`;

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
    const [row] = await this.database.readTenant<ActorRow>(organizationId, { text: ACTOR, values: [organizationId, accountId] });
    if (row === undefined) return null;
    const roles = row.roles.filter((role) => row.oversight || !isStaffRole(role));
    const grants = heldGrants(roles, row.changed);
    const actor: MemberActor = { kind: 'member', accountId, organizationId, memberId: row.memberId, roles, grants, oversight: row.oversight };
    return actorUnlessStopped(actor, row.stops, this.time.now());
  }
}
