import { Injectable } from '@nestjs/common';
import { forgetOrganization } from '@smartpar/access/api';
import type { Actor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { mayAct, mayBecome, type MemberStatus, refuseLosingOwner, stateForbids } from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { MemberRepository } from './member.repository';
import { MembershipLines } from './membership-lines';

/** What a member can be made here; de-identification is not a change of state but work of its own. */
export type NextStatus = Exclude<MemberStatus, 'invited' | 'de-identified'>;

/** Moves members between states: lets them in, keeps them out, lets them go. */
@Injectable()
export class ChangeMemberStatus {
  constructor(
    private readonly database: Database,
    private readonly members: MemberRepository,
    private readonly lines: MembershipLines,
  ) {}

  /**
   * @throws {DomainError} `not_found`, `member.state_forbids`, `member.last_owner`
   */
  run(actor: Actor, memberId: string, to: NextStatus): Promise<void> {
    return this.database.tenant(actor, (tx) => this.within(tx, memberId, to));
  }

  /** Does it within a transaction that is open already. */
  async within(tx: TenantTransaction, memberId: string, to: NextStatus): Promise<void> {
    const owners = mayAct(to) ? [] : await this.members.lockActiveOwners(tx);
    const member = await this.members.find(tx, memberId);
    if (member === null) throw notFound();
    if (!mayBecome(member.status, to)) throw stateForbids();
    const refusal = refuseLosingOwner(owners, memberId);
    if (refusal !== null) throw refusal;
    const from = member.status;
    const entry = { action: 'member.status-changed', target: { noun: 'member', id: memberId }, facts: { from, to } };
    if (!(await this.members.changeStatus(tx, { memberId, from, to }, entry))) throw stateForbids();
    await this.lines.memberChanged(tx, memberId);
    await forgetOrganization(tx);
  }
}
