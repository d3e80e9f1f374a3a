import { conflict, type DomainError, invalid } from '@smartpar/kernel';
import { REVIEW_DAYS } from './access-review';

/** Somebody of the panel is not there, or named twice. */
export const unknownReviewer = (field: string): DomainError =>
  invalid('access_review.unknown_reviewer', 'Somebody who is named here cannot review.', [
    { field, code: 'unknown', message: 'Name active members, each of them once.' },
  ]);

/** What is to be reviewed is not there. */
export const unknownReviewScope = (): DomainError =>
  invalid('access_review.unknown_scope', 'What is to be reviewed is not there any more.', [
    { field: 'scope', code: 'unknown', message: 'Choose again from the list.' },
  ]);

/** There has to be time to answer, and an end. */
export const reviewDueWrong = (): DomainError =>
  invalid('access_review.due_wrong', 'There has to be time to answer, and not too much of it.', [
    { field: 'dueAt', code: 'out_of_range', message: `Choose a moment between ${REVIEW_DAYS.least} and ${REVIEW_DAYS.most} days from now.` },
  ]);

/** There is nothing to look at. */
export const nothingToReview = (): DomainError => conflict('access_review.nothing', 'Nobody holds anything there, so there is nothing to review.');

/** It is over, or its time is. */
export const reviewOver = (): DomainError => conflict('access_review.over', 'The time to answer is over. Load the page again to see what came of it.');

/** Something has not been answered for. */
export const reviewUnanswered = (): DomainError =>
  conflict('access_review.unanswered', 'Not everything is answered for yet. Until the last day, it is closed early only when it is.');

/** There is no certificate before the end. */
export const reviewNotClosed = (): DomainError => conflict('access_review.not_closed', 'There is a certificate once the review is closed.');

/** Such a pack holds no future, and no more than fits. */
export const packPeriodWrong = (): DomainError =>
  invalid('evidence_pack.period_wrong', 'This is no period of the past, or too much happened in it for one pack.', [
    { field: 'until', code: 'out_of_range', message: 'Choose an end after the beginning, or a shorter period.' },
  ]);
