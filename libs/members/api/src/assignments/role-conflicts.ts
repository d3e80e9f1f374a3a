import { Injectable } from '@nestjs/common';
import { SeparationRepository } from '@smartpar/access/api';
import { conflictOf, rolesConflict } from '@smartpar/access/model';
import { auditorGetsRole } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { AuditorRows } from '../auditors/auditor-rows';
import { MemberRoleTakers } from './member-role-takers';

/** Refuses roles that an organization keeps apart, that as many hold as may, or that somebody from outside would get who checks. */
@Injectable()
export class RoleConflicts {
  constructor(
    private readonly separations: SeparationRepository,
    private readonly takers: MemberRoleTakers,
    private readonly auditors: AuditorRows,
  ) {}

  /** Lets nobody else in the organization get a role, or lose one, until the transaction ends. */
  lock(tx: TenantTransaction): Promise<void> {
    return this.separations.lock(tx);
  }

  /**
   * Asks whether somebody may get a role. Lock first: what is counted here is true until the transaction ends.
   * @param among other roles they get at the same time
   * @throws {DomainError} `external_auditor.gets_role`, `role.kept_apart`, `role.limit_reached`
   */
  async refuse(tx: TenantTransaction, memberId: string, role: string, among: readonly string[] = []): Promise<void> {
    const [auditor, separation] = await Promise.all([this.auditors.isAuditor(tx, memberId), this.separations.find(tx)]);
    if (auditor) throw auditorGetsRole();
    if (separation.version === 0) return;
    const [held, count] = await Promise.all([this.takers.rolesOf(tx, memberId), this.takers.count(tx, role)]);
    const conflict = conflictOf(separation, role, [...held, ...among], held.includes(role) ? count - 1 : count);
    if (conflict !== null) throw rolesConflict(conflict);
  }
}
