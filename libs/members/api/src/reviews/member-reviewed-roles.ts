import { Injectable } from '@nestjs/common';
import { AssignmentRepository, ReviewedRoles, type RoleHolding, type TakenRole } from '@smartpar/access/api';
import type { RoleScope } from '@smartpar/access/model';
import { DomainError, newId } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { furtherRoleEntry } from '../assignments/further-role-entry';
import { FurtherRoleMails, placeOf } from '../assignments/further-role-mails';
import { RoleConflicts } from '../assignments/role-conflicts';
import { TakeHeldRole } from '../assignments/take-held-role';
import { forgetNeedlessEnd } from '../auditors/auditor-end';
import { type LockedMember, lockMember } from '../locked-member';
import { furtherRoleGivenMail } from '../mails/further-role.mail';

const LAST_OWNER = 'member.last_owner';

/** Takes the roles a review says are to go as anybody takes one: with its entry in the log, with a mail, and never from the last owner. */
@Injectable()
export class MemberReviewedRoles extends ReviewedRoles {
  constructor(
    private readonly held: TakeHeldRole,
    private readonly assignments: AssignmentRepository,
    private readonly mails: FurtherRoleMails,
    private readonly conflicts: RoleConflicts,
  ) {
    super();
  }

  override async lock(tx: TenantTransaction, memberIds: readonly string[]): Promise<void> {
    if (memberIds.length === 0) return;
    await tx.query('select from members where organization_id = $1 and id = any($2::uuid[]) order by id for update', [tx.organizationId, memberIds]);
    await this.conflicts.lock(tx);
  }

  override async take(tx: TenantTransaction, holding: RoleHolding): Promise<TakenRole> {
    const member = await lockMember(tx, holding.memberId);
    return member === null ? 'gone' : this.takeFrom(tx, member, holding);
  }

  override async narrow(tx: TenantTransaction, holding: RoleHolding, to: RoleScope): Promise<TakenRole> {
    const member = await lockMember(tx, holding.memberId);
    if (member === null) return 'gone';
    // a place that went in the meantime leaves nothing of a role that was to be held there only
    if ((await placeOf(tx, to)) === null) return this.takeFrom(tx, member, holding);
    const taken = await this.held.take(tx, member, holding.role, holding.scope).catch(refusedForLastOwner);
    if (taken !== true) return taken === false ? 'gone' : taken;
    const left = { id: newId(), memberId: member.id, role: holding.role, scope: to };
    await this.assignments.add(tx, left, furtherRoleEntry('assigned', left));
    await this.mails.tell(tx, member, furtherRoleGivenMail, left);
    return 'reduced';
  }

  private async takeFrom(tx: TenantTransaction, member: LockedMember, { role, scope }: RoleHolding): Promise<TakenRole> {
    const taken = await this.held.take(tx, member, role, scope).catch(refusedForLastOwner);
    await forgetNeedlessEnd(tx, member.id, role);
    if (taken === 'last-owner') return taken;
    return taken ? 'revoked' : 'gone';
  }
}

function refusedForLastOwner(error: unknown): 'last-owner' {
  if (error instanceof DomainError && error.code === LAST_OWNER) return 'last-owner';
  throw error;
}
