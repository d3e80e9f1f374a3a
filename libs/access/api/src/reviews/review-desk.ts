import { Injectable } from '@nestjs/common';
import { askedOf, type MemberActor, reviewOver, subject } from '@smartpar/access/model';
import type { Json } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { Abilities } from '../abilities';
import type { PanelRow, ReviewRow } from './review-row';
import { ReviewRepository } from './review.repository';

/** What somebody wants done in a review. */
export interface ReviewOrder {
  readonly reviewId: string;
  /** what they must be allowed to do */
  readonly action: 'answer' | 'stop';
  /** `access-review.answer` */
  readonly operation: string;
  /** the Idempotency-Key header */
  readonly key: string;
  readonly content: Json;
}

/** What an act is done with. */
export interface ReviewDeed {
  readonly tx: TenantTransaction;
  readonly review: ReviewRow;
  readonly panel: readonly PanelRow[];
}

/** Where everything done in a running review is done: once, within the tenant, by those who may, one after the other, and in time. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly reviews: ReviewRepository,
  ) {}

  /**
   * Does one act. Done before under the same key, it is not done again.
   * @param deed does it
   * @param answer what is told of it, also when it was done before
   * @throws {DomainError} `not_found`, `access_review.over`, and whatever `deed` refuses with
   */
  act<T>(actor: MemberActor, order: ReviewOrder, deed: (on: ReviewDeed) => Promise<void>, answer: (on: ReviewDeed) => Promise<T>): Promise<T> {
    const { reviewId, action, operation, key, content } = order;
    const attempt = { key, operation, fingerprint: fingerprintOf(operation, reviewId, content) };
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, attempt, {});
      const found = await this.reviews.lock(tx, reviewId);
      if (found === null) throw notFound();
      const on = { tx, review: found, panel: await this.reviews.panel(tx, reviewId) };
      if (!this.abilities.of(actor).can(action, subject('access-review', { panel: askedOf(on.panel) }))) throw notFound();
      if (!replayed) {
        if (isOver(found, tx)) throw reviewOver();
        await deed(on);
      }
      return answer(on);
    });
  }
}

/** Tells whether nothing can be said in a review any more, whether or not the job that closes it has come to it. */
export const isOver = ({ state, dueAt }: ReviewRow, { at }: TenantTransaction): boolean =>
  state !== 'running' || toInstant(dueAt).epochMilliseconds <= at.epochMilliseconds;
