import { Injectable } from '@nestjs/common';
import type { ReviewCertificate } from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMails, type MailTemplate } from '@smartpar/platform/mail';
import { GrantPeople } from '../grants/grant-people';
import { reviewAskedMail, reviewClosedMail, type ReviewMailFacts, reviewRemindedMail, reviewToConfirmMail } from './mails/review.mail';
import type { ReviewRow } from './review-row';

const MAILS: Readonly<Record<'asked' | 'to-confirm' | 'reminded', MailTemplate<ReviewMailFacts>>> = {
  asked: reviewAskedMail,
  'to-confirm': reviewToConfirmMail,
  reminded: reviewRemindedMail,
};

/** Tells those who are asked to review, in the transaction that asks them, and whoever wanted it what came of it. */
@Injectable()
export class ReviewMails {
  constructor(private readonly people: GrantPeople) {}

  /** Tells some of the panel that they are asked, that something waits to be confirmed, or that time is running out. */
  tellPanel(
    tx: TenantTransaction,
    { id, dueAt }: { readonly id: string; readonly dueAt: Temporal.Instant },
    what: keyof typeof MAILS,
    memberIds: readonly string[],
  ): Promise<void> {
    return this.send(tx, MAILS[what], memberIds, { ...factsOf(tx, id), dueAt: dueAt.toString() });
  }

  /** Tells whoever started a review that its certificate is there. */
  tellClosed(tx: TenantTransaction, { id, startedBy, dueAt }: ReviewRow, { items, revoked, reduced }: ReviewCertificate['counts']): Promise<void> {
    return this.send(tx, reviewClosedMail, [startedBy], { ...factsOf(tx, id), dueAt: dueAt.toISOString(), items, ended: revoked + reduced });
  }

  private async send(tx: TenantTransaction, template: MailTemplate<ReviewMailFacts>, memberIds: readonly string[], facts: ReviewMailFacts): Promise<void> {
    if (memberIds.length === 0) return;
    const [readers, organization] = [await this.people.reachable(tx, memberIds), await this.people.organizationName(tx)];
    await enqueueMails(
      tx,
      template,
      readers.map(({ email, locale }) => ({
        to: email,
        locale,
        facts: { ...facts, organization },
        organizationId: tx.organizationId,
        subjectId: facts.reviewId,
      })),
    );
  }
}

const factsOf = ({ organizationId }: TenantTransaction, reviewId: string): ReviewMailFacts => ({
  organizationId,
  reviewId,
  organization: '',
  dueAt: '',
  items: 0,
  ended: 0,
});
