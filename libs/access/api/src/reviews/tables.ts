import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateAccessReviews20261126141000 } from '../migrations/20261126141000-create-access-reviews';

/** Migrations of reviews of access. */
export const reviewMigrations = [CreateAccessReviews20261126141000] as const;

/** Tables of reviews of access. */
export const reviewTables: readonly TableDeclaration[] = [
  {
    name: 'access_reviews',
    class: 'tenant',
    reason: 'Reviews of who holds which roles and grants, with what came of them.',
    member: [{ column: 'started_by', kind: 'acts', becomes: 'kept', why: 'accountability' }],
  },
  {
    name: 'access_review_panel',
    class: 'tenant',
    reason: 'Who was asked to review.',
    member: [{ column: 'member_id', kind: 'acts', becomes: 'kept', why: 'accountability' }],
  },
  {
    name: 'access_review_items',
    class: 'tenant',
    reason: 'What was held when a review began, what was said of it and what became of it.',
    member: [{ column: 'holder_id', kind: 'cases', becomes: 'kept', why: 'proof' }],
  },
];
