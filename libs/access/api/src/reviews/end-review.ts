import { Injectable } from '@nestjs/common';
import { type AccessReview, type MemberActor, reviewUnanswered, type StoppingReview } from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { ReadReviews } from './read-reviews';
import { ReviewDesk } from './review-desk';
import { forgetReview, planClosing } from './review-work';
import { ReviewRepository } from './review.repository';

/** An owner ends a review before its time: called off, it changes nothing; closed, since everything is answered for, it is carried out. */
@Injectable()
export class EndReview {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly reviews: ReviewRepository,
    private readonly reading: ReadReviews,
  ) {}

  /** @throws {DomainError} `not_found`, `access_review.over` */
  stop(actor: MemberActor, reviewId: string, { reason }: StoppingReview, key: string): Promise<AccessReview> {
    return this.desk.act(
      actor,
      { reviewId, action: 'stop', operation: 'access-review.stop', key, content: { reason } },
      async ({ tx }) => {
        const words = { text: reason, salt: newSalt() };
        const facts = { words: saltedHash(words.text, words.salt) };
        await this.reviews.stop(tx, reviewId, words, { action: 'access-review.stopped', target: { noun: 'access-review', id: reviewId }, facts });
        await forgetReview(tx, reviewId);
      },
      ({ tx }) => this.reading.one(tx, actor, reviewId),
    );
  }

  /** @throws {DomainError} `not_found`, `access_review.over`, `access_review.unanswered` */
  close(actor: MemberActor, reviewId: string, key: string): Promise<AccessReview> {
    return this.desk.act(
      actor,
      { reviewId, action: 'stop', operation: 'access-review.close', key, content: null },
      async ({ tx }) => {
        if ((await this.reviews.unanswered(tx, reviewId)).length > 0) throw reviewUnanswered();
        await this.reviews.beginClosing(tx, reviewId, { action: 'access-review.closed-early', target: { noun: 'access-review', id: reviewId }, facts: {} });
        await planClosing(tx, reviewId);
      },
      ({ tx }) => this.reading.one(tx, actor, reviewId),
    );
  }
}
