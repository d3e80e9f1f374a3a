import { DEFAULT_LOCALE, identifier, locale, longText, pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { ORGANIZATION_ROLES } from '../actor';
import { GRANT_CATEGORIES } from '../grants/category-tree';
import { REASON_WORDS_MAX, REASON_WORDS_MIN } from '../reveal.contract';
import {
  MOST_REVIEWED_AT_ONCE,
  PANEL_PARTS,
  REVIEW_CAUSES,
  REVIEW_COVERS,
  REVIEW_OBSTACLES,
  REVIEW_OUTCOMES,
  REVIEW_SILENCES,
  REVIEW_STATES,
  REVIEW_VERDICTS,
} from './access-review';

const moment = () => z.string().meta({ format: 'date-time' });
const asked = () => z.iso.datetime({ offset: true }).max(40);
const words = () =>
  longText(REASON_WORDS_MAX).refine((text) => text.length >= REASON_WORDS_MIN, { error: `Say it in at least ${REASON_WORDS_MIN} characters.` });
const once = (named: readonly unknown[]): boolean => new Set(named).size === named.length;
const people = (most: number) => z.array(identifier()).max(most).refine(once, { error: 'Name each of them once.' });

/** Which roles and grants are looked at. */
const reviewScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.enum(['site', 'group']), id: identifier() }),
  z.strictObject({ kind: z.literal('role'), role: z.union([z.enum(ORGANIZATION_ROLES), identifier()]) }),
]);

/** Which roles and grants are looked at: all, those of a site or a group, or those of one role. */
export type ReviewScope = z.infer<typeof reviewScope>;

/** `POST /organizations/:organizationId/access-reviews`. */
export const startingReview = z
  .strictObject({
    covers: z.array(z.enum(REVIEW_COVERS)).min(1).max(REVIEW_COVERS.length).refine(once, { error: 'Name each of them once.' }),
    scope: reviewScope,
    reviewers: people(10).min(1).describe('Members who answer; any of them, but for what they hold themselves.'),
    fallbacks: people(5).min(1).describe('Members who answer where no reviewer can.'),
    confirmers: people(5).default([]).describe('Members who confirm what is to go; none where one answer is enough.'),
    silence: z.enum(REVIEW_SILENCES).default('revokes').describe('What becomes of what nobody answers for.'),
    dueAt: asked().describe('When the time to answer is over.'),
  })
  .refine(({ reviewers, fallbacks, confirmers }) => once([...reviewers, ...fallbacks, ...confirmers]), {
    path: ['fallbacks'],
    error: 'Nobody can be asked twice. Name somebody else here.',
    params: { code: 'not_allowed' },
  })
  .meta({ id: 'StartingAccessReview' });

/** `GET /organizations/:organizationId/access-review-size`: of how much a review would ask now. */
export const reviewSizeQuery = z
  .object({
    covers: z.enum([...REVIEW_COVERS, 'both']).default('both'),
    scope: z.enum(['all', 'site', 'group', 'role']).default('all'),
    of: z
      .union([z.enum(ORGANIZATION_ROLES), identifier()])
      .optional()
      .describe('Which site, group or role.'),
  })
  .refine(({ scope, of }) => scope === 'all' || (of !== undefined && (scope === 'role' || !ORGANIZATION_ROLES.some((role) => role === of))), {
    path: ['of'],
    error: 'Say which one.',
  });

/** Of how much a review would ask: where, and what. */
export type ReviewSizeQuery = z.infer<typeof reviewSizeQuery>;

/** Of how many roles and grants a review would ask if it were started now. */
export const reviewSize = z.object({ roles: z.int(), grants: z.int() }).meta({ id: 'AccessReviewSize' });

/** Of how many roles and grants a review would ask. */
export type ReviewSize = z.infer<typeof reviewSize>;

/** A review about to be started. */
export type StartingReview = z.infer<typeof startingReview>;

const line = z.object({ memberId: z.string(), number: z.int().nullable() });

const counts = z.object({
  items: z.int(),
  answered: z.int().describe('Nothing more is to be said about so many.'),
  kept: z.int(),
  reduced: z.int(),
  revoked: z.int(),
  gone: z.int().describe('So many were held no more in the end.'),
  silent: z.int().describe('For so many nobody answered in time; told once it is closed.'),
});

/** One review. */
export const accessReview = z
  .object({
    id: z.string(),
    state: z.enum(REVIEW_STATES),
    covers: z.array(z.enum(REVIEW_COVERS)),
    scope: z.object({
      kind: z.enum(['all', 'site', 'group', 'role']),
      name: z.string().nullable().describe('Of a site, a group or a role of one’s own; the word of a built-in role.'),
    }),
    silence: z.enum(REVIEW_SILENCES),
    stages: z.int().min(1).max(2),
    startedAt: moment(),
    startedBy: line,
    dueAt: moment(),
    closedAt: moment().nullable(),
    panel: z.array(z.object({ ...line.shape, part: z.enum(PANEL_PARTS), answers: z.int() })),
    counts,
    mine: z.object({ part: z.enum(PANEL_PARTS).nullable(), waiting: z.int().describe('What whoever asks has yet to answer for.') }),
    may: z.object({ stop: z.boolean(), close: z.boolean() }),
  })
  .meta({ id: 'AccessReview' });

/** One review. */
export type AccessReview = z.infer<typeof accessReview>;

/** A page of reviews, newest first. */
export const accessReviewPage = pageOf(accessReview).meta({ id: 'AccessReviewPage' });

/** A page of reviews. */
export type AccessReviewPage = z.infer<typeof accessReviewPage>;

/** Which reviews. */
export const accessReviewQuery = pageQuery();

/** Which reviews. */
export type AccessReviewQuery = z.infer<typeof accessReviewQuery>;

/** What is to be left of a role: one place; or of a grant: an earlier end, or only on reveal. */
const less = z.union([
  z.strictObject({ site: identifier() }),
  z.strictObject({ group: identifier() }),
  z.strictObject({ until: asked().optional(), onReveal: z.literal(true).optional() }).refine((one) => one.until !== undefined || one.onReveal !== undefined, {
    error: 'Say what is to be left.',
  }),
]);

/** What is to be left of something. */
export type ReviewLess = z.infer<typeof less>;

const positions = () => z.array(z.int().min(1).max(2_000_000_000)).min(1).max(MOST_REVIEWED_AT_ONCE).refine(once, { error: 'Name each of them once.' });

/** `POST .../access-reviews/:reviewId/answers`: one answer for one thing or many. */
export const answeringReview = z
  .strictObject({
    items: positions().describe('Places in the list.'),
    verdict: z.enum(REVIEW_VERDICTS),
    reason: words(),
    less: less.optional().describe('What is to be left, where it is reduced.'),
  })
  .refine(({ verdict, less: left }) => (verdict === 'reduce') === (left !== undefined), {
    path: ['less'],
    error: 'Say what is to be left where something is reduced, and only there.',
    params: { code: 'required' },
  })
  .meta({ id: 'AnsweringAccessReview' });

/** One answer for one thing or many. */
export type AnsweringReview = z.infer<typeof answeringReview>;

/** `POST .../access-reviews/:reviewId/confirmations`: whether what is to go really goes. */
export const confirmingReview = z.strictObject({ items: positions(), confirmed: z.boolean(), reason: words() }).meta({ id: 'ConfirmingAccessReview' });

/** Whether what is to go really goes. */
export type ConfirmingReview = z.infer<typeof confirmingReview>;

/** What came of answering for many at once. */
export const reviewAnswered = z
  .object({
    done: z.array(z.int()),
    refused: z.array(z.object({ item: z.int(), obstacle: z.enum([...REVIEW_OBSTACLES, 'not-less', 'not-there']) })),
  })
  .meta({ id: 'AccessReviewAnswered' });

/** What came of answering. */
export type ReviewAnswered = z.infer<typeof reviewAnswered>;

/** `POST .../access-reviews/:reviewId/stop`. */
export const stoppingReview = z.strictObject({ reason: words() }).meta({ id: 'StoppingAccessReview' });

/** Why it is called off. */
export type StoppingReview = z.infer<typeof stoppingReview>;

/** `POST .../access-reviews/:reviewId/close`, which says nothing but itself. */
export const closingReview = z.strictObject({ early: z.literal(true) }).meta({ id: 'ClosingAccessReview' });

/** One thing that is held. */
export const reviewItem = z
  .object({
    item: z.int().describe('Its place in the list.'),
    kind: z.enum(['role', 'grant']),
    holder: z
      .object({
        ...line.shape,
        status: z.enum(['invited', 'active', 'suspended', 'deactivated', 'de-identified']),
        workerType: z.enum(['employee', 'contractor', 'agent']),
        workerOver: z.boolean().describe('Their last day is past.'),
        keptAway: z.boolean().nullable().describe('A report keeps them from others’ data; told only to those who look into such reports, and of oneself.'),
      })
      .nullable()
      .describe('Nobody by name where a role or a group was given it.'),
    role: z.object({ role: z.string(), name: z.string().nullable(), place: z.string().nullable(), placeKind: z.enum(['all', 'site', 'group']) }).nullable(),
    grant: z
      .object({
        to: z.object({ kind: z.enum(['member', 'role', 'group']), name: z.string().nullable() }),
        categories: z.array(z.enum(GRANT_CATEGORIES)),
        mode: z.enum(['shown', 'on-reveal']),
        scope: z.enum(['all', 'site', 'group', 'members', 'request']),
        until: moment(),
      })
      .nullable(),
    heldSince: moment(),
    lastUsedAt: moment().nullable(),
    useTold: z.boolean().describe('Whether it is told when it was used last: when somebody else used theirs only where evaluations are on.'),
    conflicts: z.array(z.string()).describe('Roles held beside it that are kept apart from it.'),
    still: z.boolean().describe('It is still held.'),
    answer: z.object({ verdict: z.enum(REVIEW_VERDICTS), reason: z.string(), by: line, at: moment(), less: less.nullable() }).nullable(),
    second: z.object({ confirmed: z.boolean(), reason: z.string(), by: line, at: moment() }).nullable(),
    outcome: z.object({ outcome: z.enum(REVIEW_OUTCOMES), cause: z.enum(REVIEW_CAUSES) }).nullable(),
    may: z.object({ answer: z.boolean(), confirm: z.boolean() }),
    obstacle: z.enum(REVIEW_OBSTACLES).nullable().describe('What keeps whoever asks from answering.'),
  })
  .meta({ id: 'AccessReviewItem' });

/** One thing that is held. */
export type ReviewItem = z.infer<typeof reviewItem>;

/** A page of what is held, in the order of the list. */
export const reviewItemPage = pageOf(reviewItem).meta({ id: 'AccessReviewItemPage' });

/** A page of what is held. */
export type ReviewItemPage = z.infer<typeof reviewItemPage>;

/** Which of it. */
export const reviewItemQuery = pageQuery().extend({
  show: z
    .enum(['all', 'open', 'to-confirm', 'answered'])
    .default('all')
    .describe('All of it, what nobody has answered for, what waits to be confirmed, or the rest.'),
});

/** Which of it. */
export type ReviewItemQuery = z.infer<typeof reviewItemQuery>;

/** `POST /organizations/:organizationId/evidence-pack`. */
export const evidencePack = z
  .strictObject({
    from: asked().describe('Certificates and entries of the log from this moment on.'),
    until: asked().describe('Up to this moment.'),
  })
  .meta({ id: 'TakingEvidencePack' });

/** Which period somebody wants the evidence of. */
export type EvidencePack = z.infer<typeof evidencePack>;

/** The certificate of a review, and the same as it was signed. */
export const signedReviewCertificate = z
  .object({
    certificate: z.object({
      version: z.literal(1),
      organization: z.object({ id: z.string(), name: z.string() }),
      review: z.string(),
      covers: z.array(z.enum(REVIEW_COVERS)),
      scope: z.object({ kind: z.enum(['all', 'site', 'group', 'role']), value: z.string().nullable() }),
      silence: z.enum(REVIEW_SILENCES),
      stages: z.union([z.literal(1), z.literal(2)]),
      startedAt: moment(),
      startedBy: z.string().nullable(),
      dueAt: moment(),
      closedAt: moment(),
      panel: z.array(z.object({ member: z.string().nullable(), part: z.enum(PANEL_PARTS), answers: z.int() })),
      counts: z.object({
        items: z.int(),
        kept: z.int(),
        reduced: z.int(),
        revoked: z.int(),
        gone: z.int(),
        silent: z.int(),
        lastOwner: z.int(),
      }),
      list: z.object({ lines: z.int(), sha256: z.string().describe('Of the list of everything that was reviewed.') }),
    }),
    note: z.string().describe('A signed note as in c2sp.org/signed-note; its second line is the certificate. The keys are those of the log.'),
  })
  .meta({ id: 'SignedAccessReviewCertificate' });

/** In which language a certificate is to be read. */
export const certificateQuery = z.strictObject({ locale: locale().default(DEFAULT_LOCALE) });

/** In which language a certificate is to be read. */
export type CertificateQuery = z.infer<typeof certificateQuery>;
