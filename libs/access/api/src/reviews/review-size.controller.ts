import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type MemberActor, reviewSize, type ReviewSize, reviewSizeQuery, type ReviewSizeQuery } from '@smartpar/access/model';
import { Answers, Can, Query, Who } from '@smartpar/platform/http';
import { MeasureReview } from './measure-review';

/** What a review would be, before it is one. */
@ApiTags('access')
@Controller('organizations/:organizationId/access-review-size')
export class ReviewSizeController {
  constructor(private readonly measuring: MeasureReview) {}

  @Get()
  @Can('start', 'access-review')
  @Answers(reviewSize)
  read(@Who() actor: MemberActor, @Query({ schema: reviewSizeQuery }) query: ReviewSizeQuery): Promise<ReviewSize> {
    return this.measuring.run(actor, query);
  }
}
