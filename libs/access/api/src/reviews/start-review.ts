import { Injectable } from '@nestjs/common';
import {
  type AccessReview,
  type MemberActor,
  type PanelPart,
  REVIEW_DAYS,
  reviewDueWrong,
  type StartingReview,
  unknownReviewer,
  unknownReviewScope,
} from '@smartpar/access/model';
import { newId, Temporal } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { GrantPeople } from '../grants/grant-people';
import { isScopeThere } from './freeze-items';
import { openFor } from './open-items';
import { ReadReviews } from './read-reviews';
import { ReviewMails } from './review-mails';
import { planReview } from './review-work';
import { ReviewRepository } from './review.repository';

const OPERATION = 'access-review.start';

/** An owner has others say whether what is held is still needed. */
@Injectable()
export class StartReview {
  constructor(
    private readonly database: Database,
    private readonly people: GrantPeople,
    private readonly reviews: ReviewRepository,
    private readonly reading: ReadReviews,
    private readonly mails: ReviewMails,
  ) {}

  /**
   * @param key the act's idempotency key
   * @throws {DomainError} `access_review.unknown_reviewer`, `access_review.unknown_scope`, `access_review.due_wrong`, `access_review.nothing`
   */
  run(actor: MemberActor, wish: StartingReview, key: string): Promise<AccessReview> {
    return this.database.tenant(actor, async (tx) => {
      const { replayed, reference } = await once(tx, { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, wish) }, { id: newId() });
      if (!replayed) await this.start(tx, actor, wish, reference.id);
      return this.reading.one(tx, actor, reference.id);
    });
  }

  private async start(tx: TenantTransaction, { memberId }: MemberActor, wish: StartingReview, id: string): Promise<void> {
    const dueAt = dueOf(tx.at, wish.dueAt);
    const panel = panelOf(wish);
    const there = new Set(
      (
        await this.people.reachable(
          tx,
          panel.map((one) => one.memberId),
        )
      ).map((one) => one.memberId),
    );
    const missing = panel.find((one) => !there.has(one.memberId));
    if (missing !== undefined) throw unknownReviewer(FIELDS[missing.part]);
    if (!(await isScopeThere(tx, wish.scope))) throw unknownReviewScope();
    const stages = wish.confirmers.length > 0 ? 2 : 1;
    const { covers, scope, silence } = wish;
    const facts = { covers: covers.join(' '), scope: scope.kind, silence, stages, reviewers: panel.length, due: dueAt.toString() };
    const review = { id, covers, scope, silence, stages, startedBy: memberId, dueAt, panel } as const;
    await this.reviews.add(tx, review, { action: 'access-review.started', target: { noun: 'access-review', id }, facts });
    await planReview(tx, id, dueAt);
    // the fallback too, where no reviewer can answer for something; confirmers when there is something to confirm
    const open = openFor(await this.reviews.unanswered(tx, id), await this.reviews.panel(tx, id), { stages });
    await this.mails.tellPanel(tx, { id, dueAt }, 'asked', [...open.keys()]);
  }
}

const FIELDS: Readonly<Record<PanelPart, string>> = { reviewer: 'reviewers', fallback: 'fallbacks', confirmer: 'confirmers' };

const panelOf = ({ reviewers, fallbacks, confirmers }: StartingReview): readonly { readonly memberId: string; readonly part: PanelPart }[] => [
  ...reviewers.map((memberId) => ({ memberId, part: 'reviewer' as const })),
  ...fallbacks.map((memberId) => ({ memberId, part: 'fallback' as const })),
  ...confirmers.map((memberId) => ({ memberId, part: 'confirmer' as const })),
];

/** @throws {DomainError} `access_review.due_wrong` */
function dueOf(at: Temporal.Instant, written: string): Temporal.Instant {
  const dueAt = Temporal.Instant.from(written);
  const days = (dueAt.epochMilliseconds - at.epochMilliseconds) / 86_400_000;
  if (days < REVIEW_DAYS.least || days > REVIEW_DAYS.most) throw reviewDueWrong();
  return dueAt;
}
