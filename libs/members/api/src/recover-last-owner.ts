import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import type { NewMember } from '@smartpar/members/model';
import { foldAddress } from '@smartpar/platform/contract';
import { Database } from '@smartpar/platform/database';
import { AddMembers } from './add-members';
import { ChangeMemberStatus } from './change-member-status';
import { KeepRoles } from './keep-roles';
import { MemberRepository } from './member.repository';

/** Somebody who owns the organization now. */
export interface RecoveredOwner {
  readonly memberId: string;
  /** they were added for this */
  readonly added: boolean;
}

/** Gives an organization whose owners are gone a new one; an operator's act, with proof of who asks outside of the product. */
@Injectable()
export class RecoverLastOwner {
  constructor(
    private readonly database: Database,
    private readonly members: MemberRepository,
    private readonly add: AddMembers,
    private readonly roles: KeepRoles,
    private readonly states: ChangeMemberStatus,
  ) {}

  /**
   * Makes the member with this address an active owner; adds them where there is none.
   * @throws ZodError when the facts do not keep to the contract
   */
  async run(organizationId: string, person: Omit<NewMember, 'status'>): Promise<RecoveredOwner> {
    const actor = systemActor(organizationId, 'operate');
    const known = await this.database.tenant(actor, (tx) => this.members.findByAddress(tx, foldAddress(person.email)));
    const memberId = known?.id ?? (await this.add.run(organizationId, [{ ...person, status: 'active' }]))[0]?.memberId;
    if (memberId === undefined) throw new Error('The member was added and has no identifier.');
    await this.database.tenant(actor, async (tx) => {
      const member = await this.members.find(tx, memberId);
      if (member !== null && member.status !== 'active') await this.states.within(tx, memberId, 'active');
      await this.roles.recoverOwner(tx, memberId);
    });
    return { memberId, added: known === null };
  }
}
