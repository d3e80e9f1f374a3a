import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMail } from '@smartpar/platform/mail';
import { AbilityHolders } from '../holders/ability-holders';
import { delayAskedMail } from './mails/ledger.mail';

/** Tells those who decide that somebody wants an entry told later. */
@Injectable()
export class LedgerMails {
  constructor(private readonly holders: AbilityHolders) {}

  /** @param but the one who asked, the one whose data it was, and the one who looked */
  async asked(tx: TenantTransaction, { id: delayId, hours }: { readonly id: string; readonly hours: number }, but: readonly (string | null)[]): Promise<void> {
    for (const { email, locale } of await this.holders.reachable(tx, 'ledger-delay.decide', but)) {
      const facts = { organizationId: tx.organizationId, delayId, hours };
      await enqueueMail(tx, delayAskedMail, { to: email, locale, facts, organizationId: tx.organizationId, subjectId: delayId });
    }
  }
}
