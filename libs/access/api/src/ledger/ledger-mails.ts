import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMail } from '@smartpar/platform/mail';
import { CasePeople } from '../violations/case-people';
import { VIOLATION_DECIDERS_ROLES } from '../violations/violation-round';
import { delayAskedMail } from './mails/ledger.mail';

/** Tells those who decide that somebody wants an entry told later. */
@Injectable()
export class LedgerMails {
  constructor(private readonly people: CasePeople) {}

  /** @param but the one who asked, the one whose data it was, and the one who looked */
  async asked(tx: TenantTransaction, delayId: string, but: readonly (string | null)[]): Promise<void> {
    const deciders = (await this.people.holding(tx, VIOLATION_DECIDERS_ROLES)).filter(({ memberId }) => !but.includes(memberId));
    for (const { email, locale } of deciders) {
      const facts = { organizationId: tx.organizationId, delayId };
      await enqueueMail(tx, delayAskedMail, { to: email, locale, facts, organizationId: tx.organizationId, subjectId: delayId });
    }
  }
}
