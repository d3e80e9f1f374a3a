import { Injectable } from '@nestjs/common';
import { type MemberActor, REVIEW_COVERS, type ReviewScope, type ReviewSize, type ReviewSizeQuery, unknownReviewScope } from '@smartpar/access/model';
import { Database } from '@smartpar/platform/database';
import { COUNT_HELD, isScopeThere, scopeColumns } from './freeze-items';

/** Tells an owner of how much a review would ask, before it is started: the same that would be its list. */
@Injectable()
export class MeasureReview {
  constructor(private readonly database: Database) {}

  /** @throws {DomainError} `access_review.unknown_scope` */
  run(actor: MemberActor, query: ReviewSizeQuery): Promise<ReviewSize> {
    const scope = scopeOf(query);
    const covers = query.covers === 'both' ? REVIEW_COVERS : [query.covers];
    return this.database.tenant(actor, async (tx) => {
      if (!(await isScopeThere(tx, scope))) throw unknownReviewScope();
      const [size] = await tx.query<ReviewSize>(COUNT_HELD, [tx.organizationId, tx.at, covers, ...scopeColumns(scope)]);
      return size ?? { roles: 0, grants: 0 };
    });
  }
}

function scopeOf({ scope, of }: ReviewSizeQuery): ReviewScope {
  if (scope === 'all' || of === undefined) return { kind: 'all' };
  return scope === 'role' ? { kind: scope, role: of } : { kind: scope, id: of };
}
