import { Injectable } from '@nestjs/common';
import { AssignmentRepository } from '@smartpar/access/api';
import type { TenantTransaction } from '@smartpar/platform/database';
import { RoleConflicts } from '../assignments/role-conflicts';
import { TakeHeldRole } from '../assignments/take-held-role';
import type { LockedMember } from '../locked-member';
import { forgetAuditorEnd } from './auditor-end';

const AUDITOR = 'auditor';

/** Ends what somebody from outside checks: all of it, also what a review left of it at one place. */
@Injectable()
export class EndAudit {
  constructor(
    private readonly conflicts: RoleConflicts,
    private readonly assignments: AssignmentRepository,
    private readonly held: TakeHeldRole,
  ) {}

  /** Ends it for a member who is locked already. */
  async of(tx: TenantTransaction, member: LockedMember): Promise<void> {
    await this.conflicts.lock(tx);
    await this.held.take(tx, member, AUDITOR, { kind: 'all' });
    for (const { scope } of await this.assignments.findAll(tx, member.id, AUDITOR)) await this.held.take(tx, member, AUDITOR, scope);
    await forgetAuditorEnd(tx, member.id);
  }
}
