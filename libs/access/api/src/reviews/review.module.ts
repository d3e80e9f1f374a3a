import { Module } from '@nestjs/common';
import { LogPart, NoteSigner, SealedLogReader, SealedLogRepository } from '@smartpar/audit/api';
import { AccessModule } from '../access.module';
import { GrantMails } from '../grants/grant-mails';
import { GrantRepository } from '../grants/grant.repository';
import { AnswerReview } from './answer-review';
import { CertifyReview } from './certify-review';
import { CloseReview } from './close-review';
import { EndReview } from './end-review';
import { EvidenceController } from './evidence.controller';
import { TakeEvidencePack } from './evidence-pack';
import { MeasureReview } from './measure-review';
import { ReadReviewItems } from './read-review-items';
import { ReadReviews } from './read-reviews';
import { ReviewController } from './review.controller';
import { ReviewDesk } from './review-desk';
import { ReviewMails } from './review-mails';
import { ReviewRepository } from './review.repository';
import { ReviewSizeController } from './review-size.controller';
import { ReviewWork } from './review-work';
import { StartReview } from './start-review';
import { WaitingReviewsQuery } from './waiting-reviews';

/** Reviews of access and what they leave. It needs `GrantPeople`, `ReviewedRoles`, `KeyRing`, `Database` and `Time` from global modules. */
@Module({
  imports: [AccessModule],
  controllers: [ReviewController, ReviewSizeController, EvidenceController],
  providers: [
    ReviewRepository,
    GrantRepository,
    GrantMails,
    ReviewDesk,
    ReviewMails,
    ReviewWork,
    ReadReviews,
    ReadReviewItems,
    MeasureReview,
    StartReview,
    AnswerReview,
    EndReview,
    CloseReview,
    CertifyReview,
    TakeEvidencePack,
    WaitingReviewsQuery,
    LogPart,
    NoteSigner,
    SealedLogReader,
    SealedLogRepository,
  ],
  exports: [StartReview, AnswerReview, ReviewWork, WaitingReviewsQuery],
})
export class ReviewModule {}
