import { Injectable } from '@nestjs/common';
import { endOfItem, REVIEW_OUTCOMES, type ReviewCause, type ReviewEnd, type ReviewOutcome } from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { Temporal } from '@smartpar/kernel';
import { type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { GrantMails } from '../grants/grant-mails';
import { standingOf } from '../grants/grant-row';
import { GrantRepository } from '../grants/grant.repository';
import { forgetOrganization } from '../invalidation';
import { CertifyReview } from './certify-review';
import { placeLeft } from './item-less';
import { isOver } from './review-desk';
import { ReviewMails } from './review-mails';
import { type ItemRow, placeOf, type ReviewRow } from './review-row';
import { type NewOutcome, ReviewRepository } from './review.repository';
import { ReviewedRoles, type TakenRole } from './reviewed-roles';

/** How much is carried out in one transaction. */
const BATCH = 100;

/** What is written beside a grant that ends by a review nobody answered in. */
const SILENT = 'Access review: nobody said that it is still needed. / Zugriffsprüfung: Niemand hat gesagt, dass es noch gebraucht wird.';

interface Came {
  readonly outcome: ReviewOutcome;
  readonly cause: ReviewCause;
}

/**
 * Carries a review out once its time is over: what was said, and for the rest what silence does. So many at a time, each batch whole or not at all,
 * so that whatever ends the process in the middle, nothing is done twice and nothing is left out.
 */
@Injectable()
export class CloseReview {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly roles: ReviewedRoles,
    private readonly grants: GrantRepository,
    private readonly grantMails: GrantMails,
    private readonly certificates: CertifyReview,
    private readonly mails: ReviewMails,
  ) {}

  /** Carries out the next so many. @returns whether there is more to do */
  async step(tx: TenantTransaction, reviewId: string): Promise<boolean> {
    const review = await this.reviews.lock(tx, reviewId);
    if (review === null || review.state === 'closed' || review.state === 'stopped' || !isOver(review, tx)) return false;
    if (review.state === 'running') await this.reviews.beginClosing(tx, reviewId, entryOf('due', review));
    const rows = await this.reviews.left(tx, reviewId, BATCH);
    if (rows.length > 0) await this.carryOut(tx, review, rows);
    if (rows.length === BATCH) return true;
    const { certificate, note } = await this.certificates.sign(tx, review);
    const { lastOwner, silent, ...counts } = certificate.counts;
    await this.reviews.close(tx, reviewId, note, { ...entryOf('closed', review), facts: { ...counts, silent, lastOwner, list: certificate.list.sha256 } });
    await this.mails.tellClosed(tx, review, certificate.counts);
    return false;
  }

  private async carryOut(tx: TenantTransaction, review: ReviewRow, rows: readonly ItemRow[]): Promise<void> {
    const ends = rows.map((row) => ({ row, end: endOfItem(row, review) }));
    const acted = ends.filter(({ end }) => end.deed !== 'keep');
    await this.roles.lock(tx, [...new Set(acted.flatMap(({ row }) => (row.kind === 'role' && row.holderId !== null ? [row.holderId] : [])))]);
    const still = await this.reviews.still(
      tx,
      review.id,
      rows.map(({ item }) => item),
    );
    const came = new Map<number, Came>();
    for (const { row, end } of ends) came.set(row.item, still.has(row.item) ? await this.end(tx, review, row, end) : GONE);
    const outcomes = together(came);
    const facts = Object.fromEntries(REVIEW_OUTCOMES.map((outcome) => [outcome, [...came.values()].filter((one) => one.outcome === outcome).length]));
    await this.reviews.settle(tx, review.id, outcomes, { ...entryOf('carried-out', review), facts });
    if (acted.length > 0) await forgetOrganization(tx);
  }

  private async end(tx: TenantTransaction, review: ReviewRow, row: ItemRow, { deed, cause }: ReviewEnd): Promise<Came> {
    if (deed === 'keep') return { outcome: 'kept', cause };
    const done = row.kind === 'grant' ? await this.endGrant(tx, review, row, deed) : await this.endRole(tx, row, deed);
    if (done === 'last-owner') return { outcome: 'kept', cause: 'last-owner' };
    return done === 'gone' ? GONE : { outcome: done, cause };
  }

  private endRole(tx: TenantTransaction, row: ItemRow, deed: 'reduce' | 'revoke'): Promise<TakenRole> {
    const { holderId, role, less } = row;
    if (holderId === null || role === null) return Promise.resolve('gone');
    const holding = { memberId: holderId, role, scope: placeOf(row) };
    const place = deed === 'reduce' && less !== null ? placeLeft(less) : null;
    return place === null ? this.roles.take(tx, holding) : this.roles.narrow(tx, holding, place);
  }

  /** @returns what was done: an end that is past by now leaves nothing, whatever was to be left */
  private async endGrant(
    tx: TenantTransaction,
    review: ReviewRow,
    { grantId, decidedBy, words: said, less }: ItemRow,
    deed: 'reduce' | 'revoke',
  ): Promise<Exclude<TakenRole, 'last-owner'>> {
    const grant = grantId === null ? null : await this.grants.lock(tx, grantId);
    if (grant === null || !['live', 'scheduled'].includes(standingOf(grant, tx.at))) return 'gone';
    const target = { noun: 'grant', id: grant.id };
    if (deed === 'reduce' && less !== null) {
      const until = 'until' in less && less.until !== undefined ? earlier(Temporal.Instant.from(less.until), toInstant(grant.endsAt)) : toInstant(grant.endsAt);
      if (until.epochMilliseconds > tx.at.epochMilliseconds) {
        const mode = 'onReveal' in less && less.onReveal === true ? 'on-reveal' : grant.mode;
        await this.grants.reduce(
          tx,
          grant.id,
          { until, mode },
          { action: 'grant.reduced', target, facts: { review: review.id, until: until.toString(), mode } },
        );
        await this.grantMails.tellConcerned(tx, grant, 'reduced');
        return 'reduced';
      }
    }
    const words = { text: said ?? SILENT, salt: newSalt() };
    const { granteeMemberId, requestedBy } = grant;
    const facts = { granteeMemberId, requestedBy, review: review.id, words: saltedHash(words.text, words.salt) };
    await this.grants.revoke(tx, grant.id, decidedBy ?? review.startedBy, words, { action: 'grant.revoked', target, facts });
    await this.grantMails.tellConcerned(tx, grant, 'revoked');
    return 'revoked';
  }
}

const GONE: Came = { outcome: 'gone', cause: 'too-late' };

const earlier = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant => (one.epochMilliseconds < other.epochMilliseconds ? one : other);

/** One line for all that became the same for the same cause. */
function together(came: ReadonlyMap<number, Came>): readonly NewOutcome[] {
  const lines = new Map<string, { readonly items: number[] } & Came>();
  for (const [item, one] of came) {
    const key = `${one.outcome} ${one.cause}`;
    const line = lines.get(key);
    if (line === undefined) lines.set(key, { ...one, items: [item] });
    else line.items.push(item);
  }
  return [...lines.values()];
}

const entryOf = (deed: 'due' | 'carried-out' | 'closed', { id }: ReviewRow) => ({
  action: `access-review.${deed}`,
  target: { noun: 'access-review', id },
  facts: {},
});
