import { Injectable } from '@nestjs/common';
import type { MemberActor, Role } from '@smartpar/access/model';
import type { MemberAct } from '@smartpar/members/model';
import { KeepRoles } from './keep-roles';
import { roleGivenMail, roleTakenMail } from './mails/access-changed.mail';
import { MemberDesk, type MemberOrder } from './member-desk';
import { tellMember } from './member-mails';

/** Gives members roles and takes them away, for owners. */
@Injectable()
export class AssignRole {
  constructor(
    private readonly desk: MemberDesk,
    private readonly roles: KeepRoles,
  ) {}

  /** A member who holds it already keeps it. @throws {DomainError} `not_found`, `member.role_not_here` */
  give(actor: MemberActor, memberId: string, role: Role, key: string): Promise<MemberAct> {
    return this.desk.act(actor, orderOf('give', memberId, role, key), async (deed) => {
      const { tx, member, organization } = deed;
      if (await this.roles.give(tx, member, role, organization.kind)) await tellMember(deed, roleGivenMail, { organization: organization.name, role });
      return {};
    });
  }

  /** From a member who does not hold it there is nothing to take. @throws {DomainError} `not_found`, `member.last_owner` */
  take(actor: MemberActor, memberId: string, role: Role, key: string): Promise<MemberAct> {
    return this.desk.act(actor, orderOf('take', memberId, role, key), async (deed) => {
      const { tx, member, organization } = deed;
      if (await this.roles.take(tx, member, role)) await tellMember(deed, roleTakenMail, { organization: organization.name, role });
      return {};
    });
  }
}

const orderOf = (deed: 'give' | 'take', memberId: string, role: Role, key: string): MemberOrder => ({
  memberId,
  action: 'assign-role',
  operation: `member-role.${deed}`,
  key,
  content: role,
});
