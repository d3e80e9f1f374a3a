import { Injectable } from '@nestjs/common';
import { notFound } from '@smartpar/kernel';
import { askedOf, type MemberActor, type ReviewCertificate, reviewNotClosed, type SignedReviewCertificate, subject } from '@smartpar/access/model';
import { NoteSigner } from '@smartpar/audit/api';
import { canonicalJson, type Json } from '@smartpar/audit/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { createHash } from 'node:crypto';
import { Abilities } from '../abilities';
import { GrantPeople } from '../grants/grant-people';
import { reviewList } from './review-list';
import type { ReviewRow } from './review-row';
import { ReviewRepository } from './review.repository';

/** The first line of what is signed says that it is a certificate of a review. */
const KIND = 'access-review';

type Counts = ReviewCertificate['counts'];

/** Says in the end what came of a review, signed by the keys of the organization's log. */
@Injectable()
export class CertifyReview {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly people: GrantPeople,
    private readonly reviews: ReviewRepository,
    private readonly signer: NoteSigner,
  ) {}

  /** Makes the certificate of a review of which everything is carried out. @returns what it says, and its signed note */
  async sign(tx: TenantTransaction, review: ReviewRow): Promise<SignedReviewCertificate> {
    const certificate = await this.said(tx, review);
    // as: a certificate is made of texts, numbers and lists of such alone
    return { certificate, note: this.signer.sign(tx.organizationId, KIND, canonicalJson(certificate as unknown as Json)) };
  }

  /** The certificate of a review that was closed. @throws {DomainError} `not_found`, `access_review.not_closed` */
  read(actor: MemberActor, reviewId: string): Promise<SignedReviewCertificate> {
    return this.database.tenant(actor, async (tx) => {
      const [row] = await tx.query<{ note: string | null }>('select note from access_reviews where organization_id = $1 and id = $2', [
        tx.organizationId,
        reviewId,
      ]);
      const panel = askedOf(await this.reviews.panel(tx, reviewId));
      if (row === undefined || !this.abilities.of(actor).can('read', subject('access-review', { panel }))) throw notFound();
      if (row.note === null) throw reviewNotClosed();
      return certificateIn(row.note);
    });
  }

  private async said(tx: TenantTransaction, review: ReviewRow): Promise<ReviewCertificate> {
    const hash = createHash('sha256');
    for await (const lines of reviewList(tx, review.id)) hash.update(lines);
    const [name, counts, panel] = [await this.people.organizationName(tx), await countsOf(tx, review.id), await panelOf(tx, review.id)];
    const { numbers } = await this.people.labels(tx, {
      members: [review.startedBy, ...panel.map(({ memberId }) => memberId)],
      sites: [],
      groups: [],
      requests: [],
    });
    const called = (memberId: string): string | null => {
      const number = numbers.get(memberId) ?? null;
      return number === null ? null : `M-${number}`;
    };
    return {
      version: 1,
      organization: { id: tx.organizationId, name },
      review: review.id,
      covers: review.covers,
      scope: { kind: review.scopeKind, value: review.scopeValue },
      silence: review.silence,
      stages: review.stages,
      startedAt: review.startedAt.toISOString(),
      startedBy: called(review.startedBy),
      dueAt: review.dueAt.toISOString(),
      closedAt: new Date(tx.at.epochMilliseconds).toISOString(),
      panel: panel.map(({ memberId, part, answers }) => ({ member: called(memberId), part, answers })),
      counts,
      list: { lines: counts.items, sha256: hash.digest('hex') },
    };
  }
}

/** What a signed note of a certificate says. */
export function certificateIn(note: string): SignedReviewCertificate {
  const [, line = ''] = note.split('\n');
  return { certificate: JSON.parse(line) as ReviewCertificate, note }; // as: nothing else is ever signed into that column
}

async function countsOf(tx: TenantTransaction, reviewId: string): Promise<Counts> {
  const counted = (condition: string): string => `count(*) filter (where ${condition})::int`;
  const [row] = await tx.query<Counts>(
    `select count(*)::int as items, ${counted(`outcome = 'kept'`)} as kept, ${counted(`outcome = 'reduced'`)} as reduced,
            ${counted(`outcome = 'revoked'`)} as revoked, ${counted(`outcome = 'gone'`)} as gone,
            ${counted(`cause in ('silence', 'unconfirmed')`)} as silent, ${counted(`cause = 'last-owner'`)} as "lastOwner"
     from access_review_items where organization_id = $1 and review_id = $2`,
    [tx.organizationId, reviewId],
  );
  if (row === undefined) throw new Error('There are counts of every review.');
  return row;
}

const panelOf = (tx: TenantTransaction, reviewId: string) =>
  tx.query<{ memberId: string; part: ReviewCertificate['panel'][number]['part']; answers: number }>(PANEL_ANSWERS, [tx.organizationId, reviewId]);

/** Who was asked, and for how much they answered or confirmed. */
const PANEL_ANSWERS = `
  select p.member_id as "memberId", p.part,
         (select count(*)::int from access_review_items i where i.organization_id = p.organization_id and i.review_id = p.review_id
            and p.member_id in (i.decided_by, i.confirmed_by)) as answers
  from access_review_panel p where p.organization_id = $1 and p.review_id = $2 order by p.part desc, p.member_id`;
