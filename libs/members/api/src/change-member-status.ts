import { Injectable } from '@nestjs/common';
import { forgetAccount } from '@smartpar/access/api';
import type { Actor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { mayAct, mayBecome, type MemberStatus, refuseLosingOwner, stateForbids } from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { type LockedMember, lockMember } from './locked-member';
import { MemberRepository } from './member.repository';
import { MembershipLines } from './membership-lines';
import { type NamedOrganization, OrganizationNames } from './organization-names';
import { together } from './together';

/** What a member can be made here; de-identification is not a change of state but work of its own. */
export type NextStatus = Exclude<MemberStatus, 'de-identified'>;

/** What is sent beside a change, in its transaction. */
export type BesideIt = () => Promise<unknown>;

/** Moves members between states: lets them in, keeps them out, lets them go. */
@Injectable()
export class ChangeMemberStatus {
  constructor(
    private readonly database: Database,
    private readonly members: MemberRepository,
    private readonly lines: MembershipLines,
    private readonly organizations: OrganizationNames,
  ) {}

  /**
   * @throws {DomainError} `not_found`, `member.state_forbids`, `member.last_owner`
   */
  run(actor: Actor, memberId: string, to: NextStatus): Promise<void> {
    return this.database.tenant(actor, (tx) => this.within(tx, memberId, to));
  }

  /** Does it within a transaction that is open already. */
  async within(tx: TenantTransaction, memberId: string, to: NextStatus): Promise<void> {
    const member = await lockMember(tx, memberId);
    if (member === null) throw notFound();
    await this.move(tx, member, to, await this.organizations.within(tx));
  }

  /**
   * Moves a member who is locked already.
   * @param beside what goes into the same packet
   */
  async move(tx: TenantTransaction, member: LockedMember, to: NextStatus, organization: NamedOrganization, ...beside: readonly BesideIt[]): Promise<void> {
    const { id, status: from, owner } = member;
    if (!mayBecome(from, to)) throw stateForbids();
    const refusal = owner && !mayAct(to) ? refuseLosingOwner(await this.members.lockActiveOwners(tx), id) : null;
    if (refusal !== null) throw refusal;
    await this.write(tx, member, to, organization, beside);
  }

  /**
   * Brings somebody who left, and is locked already, back to the state they were in.
   * @throws {DomainError} `member.state_forbids`, `member.address_taken`
   */
  async bringBack(tx: TenantTransaction, member: LockedMember, to: 'invited' | 'active' | 'suspended', organization: NamedOrganization): Promise<void> {
    if (member.status !== 'deactivated') throw stateForbids();
    await this.write(tx, member, to, organization, []);
  }

  private async write(
    tx: TenantTransaction,
    member: LockedMember,
    to: NextStatus,
    organization: NamedOrganization,
    beside: readonly BesideIt[],
  ): Promise<void> {
    const { id, status: from, accountId } = member;
    const entry = { action: 'member.status-changed', target: { noun: 'member', id }, facts: { from, to } };
    const told = accountId === null ? [] : [this.lines.keep(tx, { memberId: id, accountId, status: to }, organization), forgetAccount(tx, accountId)];
    const [moved] = await together([this.members.changeStatus(tx, { memberId: id, from, to }, entry), ...told, ...beside.map((more) => more())]);
    if (!moved) throw stateForbids();
  }
}
