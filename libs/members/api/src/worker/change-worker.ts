import { Injectable } from '@nestjs/common';
import { forgetAccount, KnownActors } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { type ChangeWorker as Message, type MemberAct, memberChangedMeanwhile, refuseLosingOwner } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { LockedMember } from '../locked-member';
import { MemberDesk } from '../member-desk';
import { MemberRepository } from '../member.repository';
import { WorkerRepository } from './worker.repository';

/** Says as what a member works, and until when: after the last day they see no data of others. */
@Injectable()
export class ChangeWorker {
  constructor(
    private readonly desk: MemberDesk,
    private readonly members: MemberRepository,
    private readonly workers: WorkerRepository,
    private readonly actors: KnownActors,
  ) {}

  /** @throws {DomainError} `not_found`, `member.changed_meanwhile`, `member.last_owner` */
  async run(actor: MemberActor, memberId: string, message: Message, key: string): Promise<MemberAct> {
    const { version, type, until } = message;
    const order = { memberId, action: 'correct', operation: 'member.change-worker', key, content: { ...message } } as const;
    const act = await this.desk.act(actor, order, async ({ tx, member }) => {
      if (member.version !== version) throw memberChangedMeanwhile();
      const now = await this.workers.find(tx, memberId);
      if (now?.type === type && now.until === until) return {};
      if (until !== null) await this.keepAnOwner(tx, member);
      const facts = { from: now?.type ?? null, to: type, ends: until !== null };
      await this.workers.change(
        tx,
        { memberId, version },
        { type, until },
        { action: 'member.worker-changed', target: { noun: 'member', id: memberId }, facts },
      );
      if (member.accountId !== null) await forgetAccount(tx, member.accountId);
      return { version: version + 1 };
    });
    // other processes hear of it; this one does not wait for that
    this.actors.forgetOrganization(actor.organizationId);
    return act;
  }

  /** Whoever has a last day is no owner an organization can count on. */
  private async keepAnOwner(tx: TenantTransaction, { id, owner }: LockedMember): Promise<void> {
    const refusal = owner ? refuseLosingOwner(await this.members.lockActiveOwners(tx), id) : null;
    if (refusal !== null) throw refusal;
  }
}
