import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type AccessReview,
  accessReview,
  type AccessReviewPage,
  accessReviewPage,
  type AccessReviewQuery,
  accessReviewQuery,
  type AnsweringReview,
  answeringReview,
  closingReview,
  type ConfirmingReview,
  confirmingReview,
  type MemberActor,
  type ReviewAnswered,
  reviewAnswered,
  type ReviewItemPage,
  reviewItemPage,
  type ReviewItemQuery,
  reviewItemQuery,
  type StartingReview,
  startingReview,
  type StoppingReview,
  stoppingReview,
} from '@smartpar/access/model';
import { Answers, Body, Can, Id, IdempotencyKey, Query, RecentlyAuthenticated, Who } from '@smartpar/platform/http';
import { AnswerReview } from './answer-review';
import { EndReview } from './end-review';
import { ReadReviewItems } from './read-review-items';
import { ReadReviews } from './read-reviews';
import { StartReview } from './start-review';

/** Reviews of who holds which roles and grants. */
@ApiTags('access')
@Controller('organizations/:organizationId/access-reviews')
export class ReviewController {
  constructor(
    private readonly reviews: ReadReviews,
    private readonly items: ReadReviewItems,
    private readonly starting: StartReview,
    private readonly answering: AnswerReview,
    private readonly ending: EndReview,
  ) {}

  @Get()
  @Can('read', 'access-review')
  @Answers(accessReviewPage)
  list(@Who() actor: MemberActor, @Query({ schema: accessReviewQuery }) query: AccessReviewQuery): Promise<AccessReviewPage> {
    return this.reviews.list(actor, query);
  }

  @Post()
  @Can('start', 'access-review')
  @RecentlyAuthenticated()
  @Answers(accessReview, { status: 201 })
  start(@Who() actor: MemberActor, @Body({ schema: startingReview }) wish: StartingReview, @IdempotencyKey() key: string): Promise<AccessReview> {
    return this.starting.run(actor, wish, key);
  }

  @Get(':reviewId')
  @Can('read', 'access-review')
  @Answers(accessReview)
  read(@Who() actor: MemberActor, @Id('reviewId') reviewId: string): Promise<AccessReview> {
    return this.reviews.read(actor, reviewId);
  }

  @Get(':reviewId/items')
  @Can('read', 'access-review')
  @Answers(reviewItemPage)
  listItems(@Who() actor: MemberActor, @Id('reviewId') reviewId: string, @Query({ schema: reviewItemQuery }) query: ReviewItemQuery): Promise<ReviewItemPage> {
    return this.items.list(actor, reviewId, query);
  }

  @Post(':reviewId/answers')
  @Can('answer', 'access-review')
  @Answers(reviewAnswered)
  answer(
    @Who() actor: MemberActor,
    @Id('reviewId') reviewId: string,
    @Body({ schema: answeringReview }) answer: AnsweringReview,
    @IdempotencyKey() key: string,
  ): Promise<ReviewAnswered> {
    return this.answering.answer(actor, reviewId, answer, key);
  }

  @Post(':reviewId/confirmations')
  @Can('answer', 'access-review')
  @Answers(reviewAnswered)
  confirm(
    @Who() actor: MemberActor,
    @Id('reviewId') reviewId: string,
    @Body({ schema: confirmingReview }) confirmation: ConfirmingReview,
    @IdempotencyKey() key: string,
  ): Promise<ReviewAnswered> {
    return this.answering.confirm(actor, reviewId, confirmation, key);
  }

  @Post(':reviewId/stop')
  @Can('stop', 'access-review')
  @Answers(accessReview)
  stop(
    @Who() actor: MemberActor,
    @Id('reviewId') reviewId: string,
    @Body({ schema: stoppingReview }) stop: StoppingReview,
    @IdempotencyKey() key: string,
  ): Promise<AccessReview> {
    return this.ending.stop(actor, reviewId, stop, key);
  }

  @Post(':reviewId/close')
  @Can('stop', 'access-review')
  @Answers(accessReview)
  close(
    @Who() actor: MemberActor,
    @Id('reviewId') reviewId: string,
    @Body({ schema: closingReview }) _: object,
    @IdempotencyKey() key: string,
  ): Promise<AccessReview> {
    return this.ending.close(actor, reviewId, key);
  }
}
