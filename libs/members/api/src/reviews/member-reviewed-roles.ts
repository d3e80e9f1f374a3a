import { Injectable } from '@nestjs/common';
import {
  type Assignment,
  AssignmentRepository,
  CustomRoleRepository,
  forgetAccount,
  isBuiltIn,
  ReviewedRoles,
  type RoleHolding,
  type TakenRole,
} from '@smartpar/access/api';
import type { RoleScope } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { DomainError, newId } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMail } from '@smartpar/platform/mail';
import { RoleConflicts } from '../assignments/role-conflicts';
import { KeepRoles } from '../keep-roles';
import { type LockedMember, lockMember } from '../locked-member';
import { roleTakenMail } from '../mails/access-changed.mail';
import { furtherRoleGivenMail, furtherRoleTakenMail } from '../mails/further-role.mail';
import { OrganizationNames } from '../organization-names';

const LAST_OWNER = 'member.last_owner';

/** Takes the roles a review says are to go as anybody takes one: with its entry in the log, with a mail, and never from the last owner. */
@Injectable()
export class MemberReviewedRoles extends ReviewedRoles {
  constructor(
    private readonly roles: KeepRoles,
    private readonly assignments: AssignmentRepository,
    private readonly customRoles: CustomRoleRepository,
    private readonly conflicts: RoleConflicts,
    private readonly organizations: OrganizationNames,
  ) {
    super();
  }

  override async lock(tx: TenantTransaction, memberIds: readonly string[]): Promise<void> {
    if (memberIds.length === 0) return;
    await tx.query('select from members where organization_id = $1 and id = any($2::uuid[]) order by id for update', [tx.organizationId, memberIds]);
    await this.conflicts.lock(tx);
  }

  override async take(tx: TenantTransaction, { memberId, role, scope }: RoleHolding): Promise<TakenRole> {
    const member = await lockMember(tx, memberId);
    if (member === null) return 'gone';
    if (isBuiltIn(role) && scope.kind === 'all') {
      const taken = await this.roles.take(tx, member, role).catch(refusedForLastOwner);
      if (taken === true)
        await this.tell(tx, member, (organization) => enqueueMail(tx, roleTakenMail, { ...mailTo(tx, member), facts: { organization, role } }));
      if (taken === 'last-owner') return taken;
      return taken ? 'revoked' : 'gone';
    }
    const held = await this.assignments.findHeld(tx, memberId, role, scope);
    if (held === null || !(await this.assignments.remove(tx, held, entryOf('unassigned', held)))) return 'gone';
    await this.tellFurther(tx, member, held);
    if (member.accountId !== null) await forgetAccount(tx, member.accountId);
    return 'revoked';
  }

  override async narrow(tx: TenantTransaction, holding: RoleHolding, to: RoleScope): Promise<TakenRole> {
    const taken = await this.take(tx, holding);
    if (taken !== 'revoked' || !(await isThere(tx, to))) return taken;
    const { memberId, role } = holding;
    const left = { id: newId(), memberId, role, scope: to };
    await this.assignments.add(tx, left, entryOf('assigned', left));
    const member = await lockMember(tx, memberId);
    if (member !== null) await this.tellFurther(tx, member, left, furtherRoleGivenMail);
    return 'reduced';
  }

  private async tellFurther(tx: TenantTransaction, member: LockedMember, { role, scope }: Assignment, mail = furtherRoleTakenMail): Promise<void> {
    const roleName = isBuiltIn(role) ? null : ((await this.customRoles.find(tx, role))?.name ?? null);
    const place = await placeOf(tx, scope);
    await this.tell(tx, member, (organization) =>
      enqueueMail(tx, mail, {
        ...mailTo(tx, member),
        facts: { organization, role: isBuiltIn(role) ? role : null, roleName, where: scope.kind, place },
      }),
    );
  }

  /** Whoever has nothing to sign in with yet has no access to be told of. */
  private async tell(tx: TenantTransaction, { accountId }: LockedMember, send: (organization: string) => Promise<string>): Promise<void> {
    if (accountId !== null) await send((await this.organizations.within(tx)).name);
  }
}

const mailTo = ({ organizationId }: TenantTransaction, { id, email, locale }: LockedMember) => ({ to: email, locale, organizationId, subjectId: id });

function refusedForLastOwner(error: unknown): 'last-owner' {
  if (error instanceof DomainError && error.code === LAST_OWNER) return 'last-owner';
  throw error;
}

/** A place that went in the meantime leaves nothing of a role that was to be held there only. */
const isThere = async (tx: TenantTransaction, scope: RoleScope): Promise<boolean> => (await placeOf(tx, scope)) !== null;

async function placeOf(tx: TenantTransaction, scope: RoleScope): Promise<string | null> {
  if (scope.kind === 'all') return null;
  const table = scope.kind === 'site' ? 'sites' : 'member_groups';
  const [row] = await tx.query<{ name: string }>(`select name from ${table} where organization_id = $1 and id = $2`, [tx.organizationId, scope.id]);
  return row?.name ?? null;
}

const entryOf = (deed: 'assigned' | 'unassigned', { memberId, role, scope }: Omit<Assignment, 'id'>): AuditEntry => ({
  action: `member-role.${deed}`,
  target: { noun: 'member', id: memberId },
  facts: { role, scope: scope.kind, scopeId: scope.kind === 'all' ? null : scope.id },
});
