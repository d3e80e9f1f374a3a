import { Injectable } from '@nestjs/common';
import type { BreakGlassGround, BreakGlassOutcome } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMails, type MailTemplate } from '@smartpar/platform/mail';
import { AbilityHolders } from '../holders/ability-holders';
import { LockboxPeople, type Told } from '../lockbox/lockbox-people';
import { type BreakGlassMailFacts, breakGlassBegunMail, breakGlassOverdueMail, breakGlassReviewedMail } from './mails/break-glass.mail';

/** What a mail is about. */
export interface ToldBreakGlass {
  readonly id: string;
  /** whoever broke it */
  readonly memberId: string;
  readonly ground: BreakGlassGround;
}

const MAILS: Readonly<Record<'begun' | 'overdue', MailTemplate<BreakGlassMailFacts>>> = { begun: breakGlassBegunMail, overdue: breakGlassOverdueMail };

/** Tells everybody who was not asked first, and whoever was judged. */
@Injectable()
export class BreakGlassMails {
  constructor(
    private readonly people: LockboxPeople,
    private readonly holders: AbilityHolders,
  ) {}

  /** Tells everybody who could have been asked, except whoever did it. */
  async tell(tx: TenantTransaction, what: keyof typeof MAILS, about: ToldBreakGlass): Promise<void> {
    await this.send(tx, MAILS[what], await this.holders.reachable(tx, 'break-glass.review', [about.memberId]), about);
  }

  /** Tells whoever broke the glass what somebody else found. */
  async tellReviewed(tx: TenantTransaction, about: ToldBreakGlass, outcome: BreakGlassOutcome): Promise<void> {
    await this.send(tx, breakGlassReviewedMail, await this.people.reachable(tx, [about.memberId]), about, outcome);
  }

  private send(
    tx: TenantTransaction,
    template: MailTemplate<BreakGlassMailFacts>,
    readers: readonly Told[],
    { id, ground }: ToldBreakGlass,
    outcome: BreakGlassOutcome | null = null,
  ): Promise<void> {
    const facts = { organizationId: tx.organizationId, breakGlassId: id, ground, outcome };
    return enqueueMails(
      tx,
      template,
      readers.map(({ email, locale }) => ({ to: email, locale, facts, organizationId: tx.organizationId, subjectId: id })),
    );
  }
}
