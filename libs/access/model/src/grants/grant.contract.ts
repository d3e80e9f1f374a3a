import { identifier, longText, pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { DECISION_OBSTACLES } from '../decisions/decision';
import { GRANTED_ROLES } from '../grant';
import { ORGANIZATION_PURPOSES } from '../purpose';
import { REASON_WORDS_MAX, REASON_WORDS_MIN } from '../reveal.contract';
import { GRANT_CATEGORIES } from './category-tree';
import { SCOPE_KINDS } from './grant-scope';
import { GRANT_STANDINGS } from './timed-grant';

/** Most sites, groups or members one grant names. */
export const MOST_SCOPE_IDS = 200;

const moment = () => z.string().meta({ format: 'date-time' });
const momentGiven = () => z.iso.datetime({ offset: true, error: 'Give a moment such as 2026-11-26T09:00:00Z.' });
const once = { error: 'Name each one once.' };
const eachOnce = (names: readonly string[]): boolean => new Set(names).size === names.length;
const named = () => z.array(identifier()).min(1).max(MOST_SCOPE_IDS).refine(eachOnce, once);

/** Why somebody asks for sight, or refuses it, in their own words. */
const words = () =>
  longText(REASON_WORDS_MAX).refine((text) => text.length >= REASON_WORDS_MIN, { error: `Say it in at least ${REASON_WORDS_MIN} characters.` });

/** Of whom somebody wants to see data. */
export const scopeGiven = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all') }),
    z.strictObject({ kind: z.enum(['site', 'group', 'members']), ids: named() }),
    z.strictObject({ kind: z.literal('request'), id: identifier() }),
  ])
  .meta({ id: 'GrantScope' });

/** Of whom somebody wants to see data. */
export type ScopeGiven = z.infer<typeof scopeGiven>;

const terms = {
  categories: z.array(z.enum(GRANT_CATEGORIES)).min(1).max(GRANT_CATEGORIES.length).refine(eachOnce, once).describe('A parent covers its children.'),
  mode: z.enum(['shown', 'on-reveal']),
  purposes: z.array(z.enum(ORGANIZATION_PURPOSES)).min(1).refine(eachOnce, once),
  scope: scopeGiven,
};

/** `POST /organizations/:organizationId/grants/requests`: somebody asks to see data, for themselves or for another member. */
export const askingForGrant = z
  .strictObject({
    ...terms,
    forMemberId: identifier().optional().describe('Another member who is to see it; left out: whoever asks.'),
    from: momentGiven().nullable().default(null).describe('null: as soon as it is approved.'),
    until: momentGiven(),
    reason: words().describe('Whoever decides reads it.'),
  })
  .meta({ id: 'AskingForGrant' });

/** A wish to see data. */
export type AskingForGrant = z.infer<typeof askingForGrant>;

/** `POST .../grants/:grantId/approval`: as asked where nothing is said, or narrower. */
export const approvingGrant = z
  .strictObject({
    categories: terms.categories.optional(),
    mode: terms.mode.optional(),
    purposes: terms.purposes.optional(),
    scope: scopeGiven.optional(),
    until: momentGiven().optional(),
  })
  .meta({ id: 'ApprovingGrant' });

/** What of a wish is allowed. */
export type ApprovingGrant = z.infer<typeof approvingGrant>;

/** `POST .../grants/:grantId/refusal` and `POST .../grants/:grantId/revocation`: with a reason. */
export const endingGrant = z.strictObject({ reason: words().describe('Whoever asked reads it.') }).meta({ id: 'EndingGrant' });

/** A refusal, or an early end. */
export type EndingGrant = z.infer<typeof endingGrant>;

/** `POST .../grants/:grantId/withdrawal`: nothing is to be said. */
export const withdrawingGrant = z.strictObject({}).meta({ id: 'WithdrawingGrant' });

/** `POST /organizations/:organizationId/grants`: an owner gives a role or a group sight until it is reviewed. */
export const givingGrant = z
  .strictObject({
    ...terms,
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('role'), role: z.enum(GRANTED_ROLES) }),
      z.strictObject({ kind: z.literal('group'), groupId: identifier() }),
    ]),
    reviewAt: momentGiven().describe('When somebody has to look again whether it is still needed; it ends then if nobody does.'),
    reason: words(),
  })
  .meta({ id: 'GivingGrant' });

/** Sight that a role or a group is given. */
export type GivingGrant = z.infer<typeof givingGrant>;

/** A member as they stand in a grant: by number. */
const memberLine = z.object({ memberId: z.string(), number: z.int().nullable().describe('null for somebody who is no known person any more.') });

/** Who holds a grant. */
const grantee = z.discriminatedUnion('kind', [
  memberLine.extend({ kind: z.literal('member') }),
  z.object({ kind: z.literal('role'), role: z.enum(GRANTED_ROLES) }),
  z.object({ kind: z.literal('group'), groupId: z.string().nullable().describe('null once the group is gone.'), name: z.string().nullable() }),
]);

/** One grant, asked for or given: `GET /organizations/:organizationId/grants/:grantId`. */
export const grantView = z
  .object({
    id: z.string(),
    standing: z.enum(GRANT_STANDINGS),
    grantee,
    categories: z.array(z.enum(GRANT_CATEGORIES)),
    mode: z.enum(['shown', 'on-reveal']),
    purposes: z.array(z.enum(ORGANIZATION_PURPOSES)),
    scope: z.object({
      kind: z.enum(SCOPE_KINDS),
      places: z
        .array(z.object({ id: z.string(), label: z.string().nullable() }))
        .describe(
          'Names of sites and groups, numbers of members, the reference of a request; null for what is gone. Of a request whoever asks may not read nothing stands here: the list is empty then.',
        ),
    }),
    from: moment().nullable(),
    until: moment().nullable(),
    reviewed: z.boolean().describe('It ends for a review rather than because what it was for is over.'),
    requestedAt: moment(),
    requestedBy: memberLine,
    reason: z.string(),
    lapsesAt: moment().nullable().describe('From then on silence has refused it; null for what nobody had to decide.'),
    decision: z
      .object({
        at: moment(),
        by: memberLine,
        inPlaceOf: memberLine.nullable().describe('For whom whoever decided stood in.'),
        narrowed: z.boolean(),
        words: z.string().nullable().describe('Why it was refused.'),
      })
      .nullable(),
    revocation: z.object({ at: moment(), by: memberLine, words: z.string().nullable() }).nullable(),
    lastUsedAt: moment().nullable().describe('The last look under it, where that is told.'),
    useTold: z
      .boolean()
      .describe('Whether it is told when it was used last. When somebody else used theirs is told on its own page alone, while evaluations are on.'),
    may: z.object({ decide: z.boolean(), withdraw: z.boolean(), revoke: z.boolean() }),
    obstacle: z.enum(DECISION_OBSTACLES).nullable().describe('What keeps whoever asks from deciding, where they decide such things at all.'),
  })
  .meta({ id: 'Grant' });

/** One grant, asked for or given. */
export type GrantView = z.infer<typeof grantView>;

/** Which grants a list holds. */
export const GRANT_FILTERS = ['current', 'to-decide', 'mine', 'past'] as const;

/** `GET /organizations/:organizationId/grants`: newest first. */
export const grantQuery = pageQuery().extend({
  show: z
    .enum(GRANT_FILTERS)
    .default('current')
    .describe('Those in force or about to be; those that wait; those I asked for or hold; those that are over or were refused.'),
  memberId: identifier().optional().describe('Those a member holds by themselves.'),
});

/** Query of the list of grants. */
export type GrantQuery = z.infer<typeof grantQuery>;

/** A page of grants. */
export const grantPage = pageOf(grantView).meta({ id: 'GrantPage' });

/** A page of grants. */
export type GrantPage = z.infer<typeof grantPage>;

/** Answer to every act on a grant. */
export const grantAct = z.object({ grantId: z.string(), standing: z.enum(GRANT_STANDINGS) }).meta({ id: 'GrantAct' });

/** Where a grant stands after an act. */
export type GrantAct = z.infer<typeof grantAct>;
