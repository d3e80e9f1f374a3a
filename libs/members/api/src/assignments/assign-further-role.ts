import { Injectable } from '@nestjs/common';
import { AssignmentRepository, CustomRoleRepository, forgetAccount, isBuiltIn, mayBeScoped, PresentActors } from '@smartpar/access/api';
import { mayPassOnRole, type MemberActor, roleNotYours, type RoleScope, scopeRefused, unknownRole } from '@smartpar/access/model';
import { newId, notFound } from '@smartpar/kernel';
import type { AssignmentInput, MemberAct } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { AssignRole } from '../assign-role';
import { forgetNeedlessEnd } from '../auditors/auditor-end';
import { furtherRoleGivenMail } from '../mails/further-role.mail';
import { MemberDesk } from '../member-desk';
import { furtherRoleEntry } from './further-role-entry';
import { FurtherRoleMails } from './further-role-mails';
import { RoleConflicts } from './role-conflicts';
import { TakeHeldRole } from './take-held-role';

/** Gives members custom roles, and roles for a site or a group, and takes them away. */
@Injectable()
export class AssignFurtherRole {
  constructor(
    private readonly desk: MemberDesk,
    private readonly whole: AssignRole,
    private readonly assignments: AssignmentRepository,
    private readonly roles: CustomRoleRepository,
    private readonly conflicts: RoleConflicts,
    private readonly present: PresentActors,
    private readonly held: TakeHeldRole,
    private readonly mails: FurtherRoleMails,
  ) {}

  /**
   * Whoever holds it there already keeps it.
   * @throws {DomainError} `not_found`, `role.unknown`, `role.not_yours`, `role.scope_refused`, `role.unknown_scope`, `role.kept_apart`, `role.limit_reached`
   */
  give(actor: MemberActor, memberId: string, { role, scope }: AssignmentInput, key: string): Promise<MemberAct> {
    if (isBuiltIn(role) && scope.kind === 'all') return this.whole.give(actor, memberId, role, key);
    if (scope.kind !== 'all' && !mayBeScoped(role)) throw scopeRefused();
    const order = { memberId, action: 'assign-role', operation: 'role-assignment.give', key, content: { role, scope } } as const;
    return this.desk.act(actor, order, async ({ tx, member }) => {
      await this.conflicts.lock(tx);
      await this.refuseNotYours(tx, actor, role, scope);
      // locked, so that nobody takes the role itself away meanwhile
      if (!isBuiltIn(role) && (await this.roles.lockToGive(tx, role)) === null) throw unknownRole();
      await this.conflicts.refuse(tx, memberId, role);
      const further = { id: newId(), memberId, role, scope };
      const given = await this.assignments.add(tx, further, furtherRoleEntry('assigned', further));
      if (given) await this.mails.tell(tx, member, furtherRoleGivenMail, further);
      if (given && member.accountId !== null) await forgetAccount(tx, member.accountId);
      return {};
    });
  }

  /** What they do not hold, or hold no more, is not there to be taken. @throws {DomainError} `not_found`, `role.not_yours` */
  take(actor: MemberActor, memberId: string, assignmentId: string, key: string): Promise<MemberAct> {
    const order = { memberId, action: 'assign-role', operation: 'role-assignment.take', key, content: assignmentId } as const;
    return this.desk.act(actor, order, async ({ tx, member }) => {
      await this.conflicts.lock(tx);
      const held = await this.assignments.find(tx, memberId, assignmentId);
      if (held === null) throw notFound();
      await this.refuseNotYours(tx, actor, held.role, held.scope);
      await this.held.take(tx, member, held.role, held.scope);
      await forgetNeedlessEnd(tx, memberId, held.role);
      return {};
    });
  }

  /** What somebody held when they asked may have been taken from them since. */
  private async refuseNotYours(tx: TenantTransaction, actor: MemberActor, role: string, scope: RoleScope): Promise<void> {
    const now = await this.present.of(tx, actor);
    if (now === null) throw notFound();
    if (!mayPassOnRole(now, role, scope)) throw roleNotYours();
  }
}
