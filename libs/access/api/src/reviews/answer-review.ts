import { Injectable } from '@nestjs/common';
import {
  type AnsweringReview,
  type ConfirmingReview,
  type MemberActor,
  obstacleToConfirm,
  obstacleToReview,
  type ReviewAnswered,
} from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { toInstant } from '@smartpar/platform/database';
import { lessOf } from './item-less';
import { openFor } from './open-items';
import { type ReviewDeed, ReviewDesk } from './review-desk';
import { ReviewMails } from './review-mails';
import type { ItemRow } from './review-row';
import { ReviewRepository } from './review.repository';

type Obstacle = ReviewAnswered['refused'][number]['obstacle'];

/** Somebody says of what others hold whether it stays, or, as the second one, whether it really goes. */
@Injectable()
export class AnswerReview {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly reviews: ReviewRepository,
    private readonly mails: ReviewMails,
  ) {}

  /**
   * One answer for some things; those that whoever answers may not answer for are left as they are, and told.
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `access_review.over`
   */
  answer(actor: MemberActor, reviewId: string, { items, verdict, reason, less }: AnsweringReview, key: string): Promise<ReviewAnswered> {
    const order = { reviewId, action: 'answer', operation: 'access-review.answer', key, content: { items, verdict, reason, less: less ?? null } } as const;
    let came = NOTHING;
    return this.desk.act(
      actor,
      order,
      async (on) => {
        const rows = await this.reviews.items(on.tx, reviewId, items);
        const reduced = less === undefined ? null : await lessOf(on.tx, rows, less);
        came = sorted(rows, items, (row) => obstacleToReview(row, on.panel, actor.memberId) ?? (reduced === null || reduced.has(row.item) ? null : 'not-less'));
        if (came.done.length === 0) return;
        const words = { text: reason, salt: newSalt() };
        const facts = { items: came.done.length, verdict, words: saltedHash(words.text, words.salt), places: placesOf(came.done) };
        const entry = { action: 'access-review.answered', target: { noun: 'access-review', id: reviewId }, facts };
        const answer = { items: came.done, verdict, less: less ?? null, by: actor.memberId, words };
        if (verdict === 'revoke' && on.review.stages === 2) await this.tellingConfirmers(on, () => this.reviews.answer(on.tx, reviewId, answer, entry));
        else await this.reviews.answer(on.tx, reviewId, answer, entry);
      },
      (on) => this.told(on, came, items, (item) => item.decidedBy === actor.memberId && item.verdict === verdict),
    );
  }

  /**
   * Says of some things that are to go whether they really go.
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `access_review.over`
   */
  confirm(actor: MemberActor, reviewId: string, { items, confirmed, reason }: ConfirmingReview, key: string): Promise<ReviewAnswered> {
    const order = { reviewId, action: 'answer', operation: 'access-review.confirm', key, content: { items, confirmed, reason } } as const;
    let came = NOTHING;
    return this.desk.act(
      actor,
      order,
      async (on) => {
        const rows = await this.reviews.items(on.tx, reviewId, items);
        came = sorted(rows, items, (row) => (on.review.stages === 1 ? 'not-asked' : obstacleToConfirm(row, on.panel, actor.memberId)));
        if (came.done.length === 0) return;
        const words = { text: reason, salt: newSalt() };
        const facts = { items: came.done.length, confirmed, words: saltedHash(words.text, words.salt), places: placesOf(came.done) };
        const entry = { action: 'access-review.confirmed', target: { noun: 'access-review', id: reviewId }, facts };
        await this.reviews.confirm(on.tx, reviewId, { items: came.done, confirmed, by: actor.memberId, words }, entry);
      },
      (on) => this.told(on, came, items, (item) => item.confirmedBy === actor.memberId && item.confirmed === confirmed),
    );
  }

  /** Tells those for whom this is the first thing to confirm. */
  private async tellingConfirmers({ tx, review, panel }: ReviewDeed, answer: () => Promise<void>): Promise<void> {
    const asked = async () => [...openFor(await this.reviews.saidToGo(tx, review.id), panel, review).keys()];
    const before = await asked();
    await answer();
    const first = (await asked()).filter((memberId) => !before.includes(memberId));
    await this.mails.tellPanel(tx, { id: review.id, dueAt: toInstant(review.dueAt) }, 'to-confirm', first);
  }

  /** What was told the first time; when the same act comes again, what stands as it said. */
  private async told({ tx, review }: ReviewDeed, came: ReviewAnswered, wanted: readonly number[], stands: (item: ItemRow) => boolean): Promise<ReviewAnswered> {
    if (came !== NOTHING) return came;
    return { done: (await this.reviews.items(tx, review.id, wanted)).filter(stands).map(({ item }) => item), refused: [] };
  }
}

/** What can be done to some things, and what keeps from the others. */
function sorted(rows: readonly ItemRow[], wanted: readonly number[], obstacleOf: (row: ItemRow) => Obstacle | null): ReviewAnswered {
  const judged = rows.map((row) => ({ item: row.item, obstacle: obstacleOf(row) }));
  const there = new Set(rows.map(({ item }) => item));
  return {
    done: judged.filter(({ obstacle }) => obstacle === null).map(({ item }) => item),
    refused: [
      ...judged.flatMap(({ item, obstacle }) => (obstacle === null ? [] : [{ item, obstacle }])),
      ...wanted.filter((item) => !there.has(item)).map((item) => ({ item, obstacle: 'not-there' as const })),
    ],
  };
}

const NOTHING: ReviewAnswered = { done: [], refused: [] };

/** The places as the log tells them: it has no room for long lists of every number. */
const placesOf = (items: readonly number[]): string => {
  const sorted = items.toSorted((one, other) => one - other);
  const runs: [number, number][] = [];
  for (const item of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === item) last[1] = item;
    else runs.push([item, item]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(' ');
};
