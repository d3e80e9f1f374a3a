import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { openFor } from './open-items';
import { REVIEW_COLUMNS, type ReviewRow } from './review-row';
import { ReviewRepository } from './review.repository';

/** A review that waits for somebody’s answers. */
export interface WaitingReview {
  readonly id: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  /** how many things they may answer for */
  readonly open: number;
}

/** Finds the reviews that wait for a member. */
@Injectable()
export class WaitingReviewsQuery {
  constructor(private readonly reviews: ReviewRepository) {}

  /** Those in which there is something they may answer for, soonest end first. */
  async within(tx: TenantTransaction, { memberId }: MemberActor, most: number): Promise<readonly WaitingReview[]> {
    const rows = await tx.query<ReviewRow>(
      `select ${REVIEW_COLUMNS} from access_review_panel p
       cross join lateral (select k.* from access_reviews k where k.organization_id = p.organization_id and k.id = p.review_id offset 0) v
       where p.organization_id = $1 and p.member_id = $2 and v.state = 'running' and v.due_at > $3 order by v.due_at, v.id limit $4`,
      [tx.organizationId, memberId, tx.at, most],
    );
    const panels = await this.reviews.panels(
      tx,
      rows.map(({ id }) => id),
    );
    const waiting = await Promise.all(
      rows.map(async (row) => {
        const panel = panels.get(row.id) ?? [];
        const open = openFor(await this.reviews.unanswered(tx, row.id), panel, row).get(memberId) ?? 0;
        return { id: row.id, startedAt: row.startedAt, dueAt: row.dueAt, open };
      }),
    );
    return waiting.filter(({ open }) => open > 0);
  }
}
