import { Injectable } from '@nestjs/common';
import { forgetAccount } from '@smartpar/access/api';
import type { Actor, Role } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import { mayBeHeldIn, refuseLosingOwner, roleNotHere } from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { type LockedMember, lockMember } from './locked-member';
import { MemberRepository } from './member.repository';
import { RoleConflicts } from './assignments/role-conflicts';
import { type NamedOrganization, OrganizationNames } from './organization-names';

/** Gives members roles and takes them away. */
@Injectable()
export class KeepRoles {
  constructor(
    private readonly database: Database,
    private readonly members: MemberRepository,
    private readonly organizations: OrganizationNames,
    private readonly conflicts: RoleConflicts,
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
    const [{ kind }, member] = await Promise.all([this.organizations.within(tx), lockMember(tx, memberId)]);
    if (member === null) throw notFound();
    await this.give(tx, member, role, kind);
  }

  /**
   * Gives a role to a member who is locked already.
   * @param kind of the organization
   * @returns whether they did not hold it before
   * @throws {DomainError} `member.role_not_here`, `external_auditor.gets_role`, `role.kept_apart`, `role.limit_reached`
   */
  async give(tx: TenantTransaction, { id, accountId, roles }: LockedMember, role: Role, kind: NamedOrganization['kind']): Promise<boolean> {
    if (!mayBeHeldIn(role, { workforce: kind === 'workforce' })) throw roleNotHere();
    if (roles.includes(role)) return false;
    await this.conflicts.lock(tx);
    await this.conflicts.refuse(tx, id, role);
    return this.grantTo(tx, id, accountId, role);
  }

  /** Makes somebody an owner whatever is kept apart: an organization without owners has nobody who could change that. */
  async recoverOwner(tx: TenantTransaction, memberId: string): Promise<void> {
    const member = await lockMember(tx, memberId);
    if (member === null) throw notFound();
    await this.conflicts.lock(tx);
    await this.grantTo(tx, memberId, member.accountId, 'owner');
  }

  private async grantTo(tx: TenantTransaction, id: string, accountId: string | null, role: Role): Promise<boolean> {
    const given = await this.members.grantRole(tx, id, role, entryOf('granted', id, role));
    if (given && accountId !== null) await forgetAccount(tx, accountId);
    return given;
  }

  /**
   * Takes a role; from a member who does not hold it, or is not there, there is nothing to take.
   * @throws {DomainError} `member.last_owner`
   */
  revoke(actor: Actor, memberId: string, role: Role): Promise<void> {
    return this.database.tenant(actor, async (tx) => {
      const member = await lockMember(tx, memberId);
      if (member !== null) await this.take(tx, member, role);
    });
  }

  /**
   * Takes a role from a member who is locked already.
   * @returns whether they held it
   * @throws {DomainError} `member.last_owner`
   */
  async take(tx: TenantTransaction, { id, accountId }: LockedMember, role: Role): Promise<boolean> {
    await this.conflicts.lock(tx);
    const refusal = role === 'owner' ? refuseLosingOwner(await this.members.lockActiveOwners(tx), id) : null;
    if (refusal !== null) throw refusal;
    const taken = await this.members.revokeRole(tx, id, role, entryOf('revoked', id, role));
    if (taken && accountId !== null) await forgetAccount(tx, accountId);
    return taken;
  }
}

const entryOf = (deed: 'granted' | 'revoked', memberId: string, role: Role): AuditEntry => ({
  action: `member-role.${deed}`,
  target: { noun: 'member', id: memberId },
  facts: { role },
});
