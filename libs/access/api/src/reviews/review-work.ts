import { Injectable } from '@nestjs/common';
import { REVIEW_REMINDER_DAYS } from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';
import { type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { cancelWaitingWork, defineWork, planWork, type WorkKind } from '@smartpar/platform/jobs';
import { CloseReview } from './close-review';
import { openFor } from './open-items';
import { isOver } from './review-desk';
import { ReviewMails } from './review-mails';
import { ReviewRepository } from './review.repository';

const CLOSE = 'access.review-close';
const REMIND = 'access.review-remind';

/** Plans that a review is closed when its time is over, and that those who have not answered are reminded before. */
export async function planReview(tx: TenantTransaction, id: string, dueAt: Temporal.Instant): Promise<void> {
  const before = REVIEW_REMINDER_DAYS.map((days) => dueAt.subtract({ hours: days * 24 })).filter((at) => at.epochMilliseconds > tx.at.epochMilliseconds);
  for (const at of before) await planWork(tx, { organizationId: tx.organizationId, kind: REMIND, subjectId: id, dueAt: at });
  await planWork(tx, { organizationId: tx.organizationId, kind: CLOSE, subjectId: id, dueAt });
}

/** Takes all of that back: the review was called off. What is under way looks under its own lock whether it is still wanted. */
export const forgetReview = (tx: TenantTransaction, id: string): Promise<void> => cancelWaitingWork(tx, { organizationId: tx.organizationId, subjectId: id });

/** Has a review closed at once: everything is answered for. */
export async function planClosing(tx: TenantTransaction, id: string): Promise<void> {
  await forgetReview(tx, id);
  await planWork(tx, { organizationId: tx.organizationId, kind: CLOSE, subjectId: id, dueAt: tx.at });
}

/** What time does to reviews. */
@Injectable()
export class ReviewWork {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly closing: CloseReview,
    private readonly mails: ReviewMails,
  ) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [defineWork(CLOSE, (tx, { subjectId }) => this.close(tx, subjectId)), defineWork(REMIND, (tx, { subjectId }) => this.remind(tx, subjectId))];
  }

  /** A step at a time: the next one is planned in the transaction of this one. */
  private async close(tx: TenantTransaction, id: string): Promise<void> {
    if (await this.closing.step(tx, id)) await planWork(tx, { organizationId: tx.organizationId, kind: CLOSE, subjectId: id, dueAt: tx.at });
  }

  private async remind(tx: TenantTransaction, id: string): Promise<void> {
    const review = await this.reviews.lock(tx, id);
    if (review === null || isOver(review, tx)) return;
    const panel = await this.reviews.panel(tx, id);
    const open = openFor(await this.reviews.unanswered(tx, id), panel, review);
    await this.mails.tellPanel(tx, { id, dueAt: toInstant(review.dueAt) }, 'reminded', [...open.keys()]);
  }
}
