import { Injectable } from '@nestjs/common';
import { forgetOrganization } from '@smartpar/access/api';
import type { Actor, Role } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import { mayBeHeldIn, refuseLosingOwner, roleNotHere } from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { MemberRepository } from './member.repository';
import { OrganizationNames } from './organization-names';

/** Gives members roles and takes them away. */
@Injectable()
export class KeepRoles {
  constructor(
    private readonly database: Database,
    private readonly members: MemberRepository,
    private readonly organizations: OrganizationNames,
  ) {}

  /**
   * Gives a role; a member who holds it already keeps it.
   * @throws {DomainError} `not_found`, `member.role_not_here` for a staff role outside SmartPAR's workforce
   */
  grant(actor: Actor, memberId: string, role: Role): Promise<void> {
    return this.database.tenant(actor, (tx) => this.grantWithin(tx, memberId, role));
  }

  /** Gives a role within a transaction that is open already. */
  async grantWithin(tx: TenantTransaction, memberId: string, role: Role): Promise<void> {
    const [{ kind }, member] = await Promise.all([this.organizations.within(tx), this.members.find(tx, memberId)]);
    if (member === null) throw notFound();
    if (!mayBeHeldIn(role, { workforce: kind === 'workforce' })) throw roleNotHere();
    if (await this.members.grantRole(tx, memberId, role, entryOf('granted', memberId, role))) await forgetOrganization(tx);
  }

  /**
   * Takes a role; from a member who does not hold it there is nothing to take.
   * @throws {DomainError} `member.last_owner`
   */
  revoke(actor: Actor, memberId: string, role: Role): Promise<void> {
    return this.database.tenant(actor, async (tx) => {
      if (role === 'owner') await this.refuseLastOwner(tx, memberId);
      if (await this.members.revokeRole(tx, memberId, role, entryOf('revoked', memberId, role))) await forgetOrganization(tx);
    });
  }

  private async refuseLastOwner(tx: TenantTransaction, memberId: string): Promise<void> {
    const refusal = refuseLosingOwner(await this.members.lockActiveOwners(tx), memberId);
    if (refusal !== null) throw refusal;
  }
}

const entryOf = (deed: 'granted' | 'revoked', memberId: string, role: Role): AuditEntry => ({
  action: `member-role.${deed}`,
  target: { noun: 'member', id: memberId },
  facts: { role },
});
