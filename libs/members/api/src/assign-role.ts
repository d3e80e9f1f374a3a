import { Injectable } from '@nestjs/common';
import { PresentActors } from '@smartpar/access/api';
import { mayPassOnRole, type MemberActor, type Role, roleNotYours } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import type { MemberAct } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { RoleConflicts } from './assignments/role-conflicts';
import { TakeHeldRole } from './assignments/take-held-role';
import { forgetNeedlessEnd } from './auditors/auditor-end';
import { KeepRoles } from './keep-roles';
import { roleGivenMail } from './mails/access-changed.mail';
import { MemberDesk, type MemberOrder } from './member-desk';
import { tellMember } from './member-mails';

/** Gives members built-in roles of the whole organization and takes them away. */
@Injectable()
export class AssignRole {
  constructor(
    private readonly desk: MemberDesk,
    private readonly roles: KeepRoles,
    private readonly held: TakeHeldRole,
    private readonly conflicts: RoleConflicts,
    private readonly present: PresentActors,
  ) {}

  /** A member who holds it already keeps it. @throws {DomainError} `not_found`, `member.role_not_here`, `role.not_yours`, `external_auditor.gets_role`, `role.kept_apart`, `role.limit_reached` */
  give(actor: MemberActor, memberId: string, role: Role, key: string): Promise<MemberAct> {
    return this.desk.act(actor, orderOf('give', memberId, role, key), async (deed) => {
      const { tx, member, organization } = deed;
      await this.refuseNotYours(tx, actor, role);
      if (await this.roles.give(tx, member, role, organization.kind)) await tellMember(deed, roleGivenMail, { organization: organization.name, role });
      return {};
    });
  }

  /** From a member who does not hold it there is nothing to take. @throws {DomainError} `not_found`, `member.last_owner`, `role.not_yours` */
  take(actor: MemberActor, memberId: string, role: Role, key: string): Promise<MemberAct> {
    return this.desk.act(actor, orderOf('take', memberId, role, key), async ({ tx, member }) => {
      await this.refuseNotYours(tx, actor, role);
      await this.held.take(tx, member, role, { kind: 'all' });
      await forgetNeedlessEnd(tx, memberId, role);
      return {};
    });
  }

  /** Owners give every role; what else somebody held when they asked may have been taken from them since. */
  private async refuseNotYours(tx: TenantTransaction, actor: MemberActor, role: Role): Promise<void> {
    await this.conflicts.lock(tx);
    const now = await this.present.of(tx, actor);
    if (now === null) throw notFound();
    if (!mayPassOnRole(now, role, { kind: 'all' })) throw roleNotYours();
  }
}

const orderOf = (deed: 'give' | 'take', memberId: string, role: Role, key: string): MemberOrder => ({
  memberId,
  action: 'assign-role',
  operation: `member-role.${deed}`,
  key,
  content: role,
});
