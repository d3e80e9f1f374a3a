import { Injectable } from '@nestjs/common';
import { type Assignment, AssignmentRepository, CustomRoleRepository, forgetAccount, isBuiltIn, mayBeScoped, PresentActors } from '@smartpar/access/api';
import { mayPassOnRole, type MemberActor, roleNotYours, type RoleScope, scopeRefused, unknownRole } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId, notFound } from '@smartpar/kernel';
import type { AssignmentInput, MemberAct } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { AssignRole } from '../assign-role';
import { furtherRoleGivenMail, furtherRoleTakenMail, type FurtherRoleFacts } from '../mails/further-role.mail';
import { type MemberDeed, MemberDesk } from '../member-desk';
import { tellMember } from '../member-mails';
import { RoleConflicts } from './role-conflicts';

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
  ) {}

  /**
   * Whoever holds it there already keeps it.
   * @throws {DomainError} `not_found`, `role.unknown`, `role.not_yours`, `role.scope_refused`, `role.unknown_scope`, `role.kept_apart`, `role.limit_reached`
   */
  give(actor: MemberActor, memberId: string, { role, scope }: AssignmentInput, key: string): Promise<MemberAct> {
    if (isBuiltIn(role) && scope.kind === 'all') return this.whole.give(actor, memberId, role, key);
    if (scope.kind !== 'all' && !mayBeScoped(role)) throw scopeRefused();
    const order = { memberId, action: 'assign-role', operation: 'role-assignment.give', key, content: { role, scope } } as const;
    return this.desk.act(actor, order, async (deed) => {
      const { tx, member } = deed;
      await this.conflicts.lock(tx);
      await this.refuseNotYours(tx, actor, role, scope);
      const name = await this.nameOf(tx, role);
      await this.conflicts.refuse(tx, memberId, role);
      const given = await this.assignments.add(tx, { id: newId(), memberId, role, scope }, entryOf('assigned', memberId, role, scope));
      if (given) await this.tell(deed, furtherRoleGivenMail, { role, name, scope });
      if (given && member.accountId !== null) await forgetAccount(tx, member.accountId);
      return {};
    });
  }

  /** What they do not hold, or hold no more, is not there to be taken. @throws {DomainError} `not_found`, `role.not_yours` */
  take(actor: MemberActor, memberId: string, assignmentId: string, key: string): Promise<MemberAct> {
    const order = { memberId, action: 'assign-role', operation: 'role-assignment.take', key, content: assignmentId } as const;
    return this.desk.act(actor, order, async (deed) => {
      const { tx, member } = deed;
      await this.conflicts.lock(tx);
      const held = await this.assignments.find(tx, memberId, assignmentId);
      if (held === null) throw notFound();
      await this.refuseNotYours(tx, actor, held.role, held.scope);
      await this.assignments.remove(tx, held, entryOf('unassigned', memberId, held.role, held.scope));
      await this.tell(deed, furtherRoleTakenMail, { ...held, name: await this.nameOf(tx, held.role) });
      if (member.accountId !== null) await forgetAccount(tx, member.accountId);
      return {};
    });
  }

  /** What somebody held when they asked may have been taken from them since. */
  private async refuseNotYours(tx: TenantTransaction, actor: MemberActor, role: string, scope: RoleScope): Promise<void> {
    const now = await this.present.of(tx, actor);
    if (now === null) throw notFound();
    if (!mayPassOnRole(now, role, scope)) throw roleNotYours();
  }

  /** @returns the name of a custom role; `null` for a built-in one, which every language names itself */
  private async nameOf(tx: TenantTransaction, role: string): Promise<string | null> {
    if (isBuiltIn(role)) return null;
    const custom = await this.roles.lockToGive(tx, role);
    if (custom === null) throw unknownRole();
    return custom.name;
  }

  private async tell(deed: MemberDeed, mail: typeof furtherRoleGivenMail, given: Pick<Assignment, 'role' | 'scope'> & { name: string | null }): Promise<void> {
    const { role, name, scope } = given;
    const facts: FurtherRoleFacts = {
      organization: deed.organization.name,
      role: isBuiltIn(role) ? role : null,
      roleName: name,
      where: scope.kind,
      place: await placeOf(deed.tx, scope),
    };
    await tellMember(deed, mail, facts);
  }
}

async function placeOf(tx: TenantTransaction, scope: RoleScope): Promise<string | null> {
  if (scope.kind === 'all') return null;
  const table = scope.kind === 'site' ? 'sites' : 'member_groups';
  const [row] = await tx.query<{ name: string }>(`select name from ${table} where organization_id = $1 and id = $2`, [tx.organizationId, scope.id]);
  return row?.name ?? null;
}

const entryOf = (deed: 'assigned' | 'unassigned', memberId: string, role: string, scope: RoleScope): AuditEntry => ({
  action: `member-role.${deed}`,
  target: { noun: 'member', id: memberId },
  facts: { role, scope: scope.kind, scopeId: scope.kind === 'all' ? null : scope.id },
});
