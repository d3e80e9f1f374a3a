import { canonicalJson } from '@smartpar/audit/model';
import type { ReviewCause, ReviewOutcome, ReviewVerdict } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { ItemRow } from './review-row';

/** How many lines are read at once. */
const PAGE = 1000;

interface ListRow extends Pick<ItemRow, 'item' | 'kind' | 'role' | 'siteId' | 'groupId' | 'grantId' | 'heldSince'> {
  readonly holder: string | null;
  readonly verdict: ReviewVerdict | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly confirmed: boolean | null;
  readonly confirmedBy: string | null;
  readonly outcome: ReviewOutcome | null;
  readonly cause: ReviewCause | null;
}

/**
 * The list a certificate is about, a line for each thing that was looked at, as canonical JSON. Everything in it stays as it is once a review is
 * closed, so that it has the same bytes whenever it is taken out: members stand in it by their ids, which lose their link when somebody leaves for good.
 */
export async function* reviewList(tx: TenantTransaction, reviewId: string): AsyncGenerator<string> {
  for (let after = 0; ;) {
    const rows = await tx.query<ListRow>(
      `select i.position as item, i.kind, i.holder_id as holder, i.role, i.site_id as "siteId", i.group_id as "groupId", i.grant_id as "grantId",
              i.held_since as "heldSince", i.verdict, i.decided_by as "decidedBy", i.decided_at as "decidedAt", i.confirmed, i.confirmed_by as "confirmedBy",
              i.outcome, i.cause
       from access_review_items i where i.organization_id = $1 and i.review_id = $2 and i.position > $3 order by i.position limit ${PAGE}`,
      [tx.organizationId, reviewId, after],
    );
    yield rows.map(lineOf).join('');
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.item;
  }
}

const lineOf = ({ heldSince, decidedAt, ...row }: ListRow): string =>
  `${canonicalJson({ ...row, heldSince: textOf(heldSince), decidedAt: decidedAt === null ? null : textOf(decidedAt) })}\n`;

const textOf = (moment: Date): string => moment.toISOString();
