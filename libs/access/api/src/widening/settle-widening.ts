import { Injectable } from '@nestjs/common';
import { SHIPPED_GRANTS, type StandingGrant } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { AbilityHolders } from '../holders/ability-holders';
import { forgetOrganization } from '../invalidation';
import { StandingGrantRepository } from '../standing-grant.repository';
import type { SettledWidening } from './mails/widening.mail';
import { WideningMails } from './widening-mails';
import { wantedOf, type WideningRow } from './widening-row';
import { WideningRepository } from './widening.repository';

/** Puts in force what somebody agreed to, and ends by time what waits. */
@Injectable()
export class SettleWidening {
  constructor(
    private readonly widenings: WideningRepository,
    private readonly grants: StandingGrantRepository,
    private readonly holders: AbilityHolders,
    private readonly mails: WideningMails,
  ) {}

  /** Lets the role see what it was to see. @param by who agreed; `null` where nobody may and nobody objected in time */
  async approve(tx: TenantTransaction, widening: WideningRow, by: string | null): Promise<void> {
    const to = wantedOf(widening);
    const restores = isShipped(to);
    await this.widenings.settle(tx, widening.id, 'approved', by, entryOf('widening-approved', widening));
    const change = { kept: restores ? [] : [{ ...to, lone: null }], restored: restores ? [to] : [] };
    const facts = { role: to.role, category: to.category, fromMode: widening.before.mode, fromPurposes: widening.before.purposes.join(' ') };
    await this.grants.agree(tx, change, [
      {
        action: restores ? 'standing-grant.restored' : 'standing-grant.changed',
        target: { noun: 'standing-grant', id: `${to.role} ${to.category}` },
        facts: { ...facts, toMode: to.mode, toPurposes: to.purposes.join(' ') },
      },
    ]);
    await forgetOrganization(tx);
    await this.mails.tellSettled(tx, widening, 'approved');
  }

  /**
   * Leaves it as it is.
   * @param told what whoever asked is told of it; nothing where they took it back
   */
  async close(
    tx: TenantTransaction,
    widening: WideningRow,
    state: 'refused' | 'lapsed' | 'withdrawn',
    by: string | null,
    told: SettledWidening | null = state === 'withdrawn' ? null : state,
  ): Promise<void> {
    await this.widenings.settle(tx, widening.id, state, by, entryOf(`widening-${state}`, widening));
    if (told !== null) await this.mails.tellSettled(tx, widening, told);
  }

  /**
   * What time does to one that nobody settled: what somebody could have decided is refused by silence, what nobody may decide takes force. It does
   * not, where whoever asked for it may not change such things any more, or where somebody is there by now who may decide: who is there is in the
   * hands of whoever asks, so nobody may be sent away for the moment of asking.
   */
  async run(tx: TenantTransaction, id: string): Promise<void> {
    const widening = await this.widenings.lock(tx, id);
    if (widening?.state !== 'requested' || widening.settlesAt.getTime() > tx.at.epochMilliseconds) return;
    const { alone, requestedBy } = widening;
    const still = alone && (await this.holders.of(tx, 'standing-grant.change')).some(({ memberId }) => memberId === requestedBy);
    if (!still) return this.close(tx, widening, 'lapsed', null);
    if (await this.anybodyDecides(tx, widening)) return this.close(tx, widening, 'lapsed', null, 'decidable');
    await this.approve(tx, widening, null);
  }

  private async anybodyDecides(tx: TenantTransaction, { role, requestedBy }: WideningRow): Promise<boolean> {
    const gaining = (await this.widenings.holdersOf(tx, [role])).get(role) ?? [];
    return (await this.holders.reachable(tx, 'standing-grant.decide', [requestedBy, ...gaining])).length > 0;
  }
}

const isShipped = ({ role, category, mode, purposes }: StandingGrant): boolean =>
  SHIPPED_GRANTS.some((one) => one.role === role && one.category === category && one.mode === mode && one.purposes.join() === purposes.join());

const entryOf = (deed: string, { id, role, category, alone }: WideningRow): AuditEntry => ({
  action: `standing-grant.${deed}`,
  target: { noun: 'standing-grant', id: `${role} ${category}` },
  facts: { wideningId: id, role, category, alone },
});
