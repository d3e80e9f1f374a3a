import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMails } from '@smartpar/platform/mail';
import { AbilityHolders, type Reachable } from '../holders/ability-holders';
import { loneWideningMail, type SettledWidening, settledWideningMail, wideningAskedMail, type WideningFacts } from './mails/widening.mail';
import type { WideningRow } from './widening-row';

/** Tells those who may decide, or object, that a role is to see more, and whoever asked for it what became of it. */
@Injectable()
export class WideningMails {
  constructor(private readonly holders: AbilityHolders) {}

  /** @param hours for how long it waits */
  async tellAsked(
    tx: TenantTransaction,
    { id, hours, alone }: { readonly id: string; readonly hours: number; readonly alone: boolean },
    told: readonly Reachable[],
  ): Promise<void> {
    const facts: WideningFacts = { organizationId: tx.organizationId, hours };
    await enqueueMails(
      tx,
      alone ? loneWideningMail : wideningAskedMail,
      told.map(({ email, locale }) => ({ to: email, locale, facts, organizationId: tx.organizationId, subjectId: id })),
    );
  }

  /** Whoever asked hears of it; of what nobody could decide and takes force, so does everybody who was told that it would. */
  async tellSettled(tx: TenantTransaction, { id, requestedBy, alone }: WideningRow, state: SettledWidening): Promise<void> {
    const readers = await this.holders.reachable(tx, 'standing-grant.read');
    const told = readers.filter(({ memberId }) => memberId === requestedBy || (alone && state === 'approved'));
    const { organizationId } = tx;
    await enqueueMails(
      tx,
      settledWideningMail,
      told.map(({ email, locale }) => ({ to: email, locale, facts: { organizationId, state }, organizationId, subjectId: id })),
    );
  }
}
