import { Injectable } from '@nestjs/common';
import { type MemberActor, type StandingGrant, WIDENING_ALONE_HOURS } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { decideWithin } from '../decisions/decide-within';
import { AbilityHolders, type Reachable } from '../holders/ability-holders';
import { WideningMails } from './widening-mails';
import { planSettling, forgetSettling } from './widening-work';
import { SettleWidening } from './settle-widening';
import { WideningRepository } from './widening.repository';

/** A grant that is to become another, which lets see more. */
export interface WantedStep {
  readonly from: StandingGrant;
  readonly to: StandingGrant;
}

/** An owner wants a role to see more that they hold themselves: that waits for somebody who does not gain from it. */
@Injectable()
export class AskToWiden {
  constructor(
    private readonly widenings: WideningRepository,
    private readonly holders: AbilityHolders,
    private readonly settling: SettleWidening,
    private readonly mails: WideningMails,
  ) {}

  /** Ends what waits for some grants: they are about to become something else, or are asked for anew. */
  async overtake(tx: TenantTransaction, { memberId }: MemberActor, lines: readonly StandingGrant[]): Promise<void> {
    for (const waiting of await this.widenings.lockFor(tx, lines)) {
      await forgetSettling(tx, waiting.id);
      await this.settling.close(tx, waiting, 'withdrawn', memberId);
    }
  }

  /** Lets one wait, and tells those who may decide; where nobody may, those who may object. */
  async ask(tx: TenantTransaction, { memberId }: MemberActor, { from, to }: WantedStep): Promise<void> {
    const id = newId();
    const deciders = await this.deciders(tx, memberId, to);
    const alone = deciders.length === 0;
    const hours = alone ? WIDENING_ALONE_HOURS : await decideWithin(tx);
    const settlesAt = tx.at.add({ hours });
    const { role, category } = to;
    await this.widenings.add(
      tx,
      { id, from, to, requestedBy: memberId, settlesAt, alone },
      {
        action: 'standing-grant.widening-requested',
        target: { noun: 'standing-grant', id: `${role} ${category}` },
        facts: { wideningId: id, role, category, alone, toMode: to.mode, toPurposes: to.purposes.join(' ') },
      },
    );
    await planSettling(tx, id, settlesAt);
    const told = alone ? await this.holders.reachable(tx, 'standing-grant.read', [memberId]) : deciders;
    await this.mails.tellAsked(tx, { id, hours, alone }, told);
  }

  private async deciders(tx: TenantTransaction, memberId: string, { role }: StandingGrant): Promise<readonly Reachable[]> {
    const gaining = (await this.widenings.holdersOf(tx, [role])).get(role) ?? [];
    return this.holders.reachable(tx, 'standing-grant.decide', [memberId, ...gaining]);
  }
}
