import { Injectable } from '@nestjs/common';
import { LOCKBOX_DECIDERS, type LockboxJustification } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMail, type MailTemplate } from '@smartpar/platform/mail';
import { LockboxPeople } from './lockbox-people';
import { approvedMail, type LockboxMailFacts, requestedMail, startedMail } from './mails/lockbox.mail';

const MAILS: Readonly<Record<'requested' | 'approved' | 'started', MailTemplate<LockboxMailFacts>>> = {
  requested: requestedMail,
  approved: approvedMail,
  started: startedMail,
};

/** Tells those who decide about lockboxes what SmartPAR's staff ask for, and what runs. */
@Injectable()
export class LockboxMails {
  constructor(private readonly people: LockboxPeople) {}

  /** @param but whoever did it need not be told */
  async tell(
    tx: TenantTransaction,
    what: keyof typeof MAILS,
    { id, caseReference, justification }: { readonly id: string; readonly caseReference: string; readonly justification: LockboxJustification },
    but?: string,
  ): Promise<void> {
    const readers = await this.people.holding(tx, LOCKBOX_DECIDERS);
    const facts = { organizationId: tx.organizationId, lockboxId: id, caseReference, justification };
    await Promise.all(
      readers
        .filter(({ memberId }) => memberId !== but)
        .map(({ email, locale }) => enqueueMail(tx, MAILS[what], { to: email, locale, facts, organizationId: tx.organizationId, subjectId: id })),
    );
  }
}
