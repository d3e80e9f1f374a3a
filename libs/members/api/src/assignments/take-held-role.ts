import { Injectable } from '@nestjs/common';
import { AssignmentRepository, forgetAccount, isBuiltIn } from '@smartpar/access/api';
import type { RoleScope } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { KeepRoles } from '../keep-roles';
import type { LockedMember } from '../locked-member';
import { roleTakenMail } from '../mails/access-changed.mail';
import { furtherRoleTakenMail } from '../mails/further-role.mail';
import { tellMember } from '../member-mails';
import { OrganizationNames } from '../organization-names';
import { furtherRoleEntry } from './further-role-entry';
import { FurtherRoleMails } from './further-role-mails';

/** Takes any role that somebody holds, wherever it counts: with its entry in the log and with a mail. */
@Injectable()
export class TakeHeldRole {
  constructor(
    private readonly roles: KeepRoles,
    private readonly assignments: AssignmentRepository,
    private readonly mails: FurtherRoleMails,
    private readonly organizations: OrganizationNames,
  ) {}

  /**
   * Takes it from a member who is locked already.
   * @returns whether they held it
   * @throws {DomainError} `member.last_owner`
   */
  async take(tx: TenantTransaction, member: LockedMember, role: string, scope: RoleScope): Promise<boolean> {
    if (isBuiltIn(role) && scope.kind === 'all') {
      if (!(await this.roles.take(tx, member, role))) return false;
      const organization = await this.organizations.within(tx);
      await tellMember({ tx, member, organization }, roleTakenMail, { organization: organization.name, role });
      return true;
    }
    const held = await this.assignments.findHeld(tx, member.id, role, scope);
    if (held === null || !(await this.assignments.remove(tx, held, furtherRoleEntry('unassigned', held)))) return false;
    await this.mails.tell(tx, member, furtherRoleTakenMail, held);
    if (member.accountId !== null) await forgetAccount(tx, member.accountId);
    return true;
  }
}
