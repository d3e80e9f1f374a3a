import { identifier, locale, longText, pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { PROFILE_CATEGORIES } from '../category';
import { DECISION_OBSTACLES } from '../decisions/decision';
import { ORGANIZATION_PURPOSES } from '../purpose';
import { reasonsFor } from '../reveal-reason';
import { REASON_WORDS_MAX, REASON_WORDS_MIN, revealReason } from '../reveal.contract';
import { ROLES } from '../role';
import { EXTRACT_STANDINGS, EXTRACT_STOPS } from './extract';

/** Most members one extract names one by one. */
export const MOST_NAMED_MEMBERS = 200;

/** States by which people can be chosen; whoever was de-identified is no known person. */
export const EXTRACT_STATUSES = ['invited', 'active', 'suspended', 'deactivated'] as const;

const moment = () => z.string().meta({ format: 'date-time' });
const once = { error: 'Name each one once.' };
const eachOnce = (names: readonly string[]): boolean => new Set(names).size === names.length;

/** Whom an extract is of: everybody a filter finds, or members one by one. */
export const extractWhom = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('filter'),
      status: z.enum(EXTRACT_STATUSES).optional(),
      siteId: identifier().nullable().optional().describe('null: those without a site.'),
      role: z.enum(ROLES).optional(),
      groupId: identifier().optional(),
    }),
    z.strictObject({ kind: z.literal('members'), ids: z.array(identifier()).min(1).max(MOST_NAMED_MEMBERS).refine(eachOnce, once) }),
  ])
  .meta({ id: 'ExtractWhom' });

/** Whom an extract is of. */
export type ExtractWhom = z.infer<typeof extractWhom>;

const choice = {
  whom: extractWhom,
  categories: z.array(z.enum(PROFILE_CATEGORIES)).min(1).max(PROFILE_CATEGORIES.length).refine(eachOnce, { error: 'Name each category once.' }),
  purpose: z.enum(ORGANIZATION_PURPOSES),
};

/** `POST /organizations/:organizationId/extracts/preview`: what would happen; nothing does. */
export const choosingExtract = z.strictObject(choice).meta({ id: 'ChoosingExtract' });

/** Whose data, which, and what for. */
export type ChoosingExtract = z.infer<typeof choosingExtract>;

/** `POST /organizations/:organizationId/extracts`: takes the data of many people out, at once or once a second person has agreed. */
export const askingForExtract = z
  .strictObject({ ...choice, reason: revealReason.describe('Everybody in the file reads it.') })
  .refine(({ purpose, reason }) => !('template' in reason) || reasonsFor(purpose).includes(reason.template), {
    path: ['reason', 'template'],
    error: 'This reason does not go with the purpose. Choose another, or say it in your own words.',
  })
  .meta({ id: 'AskingForExtract' });

/** A wish to take the data of many people out. */
export type AskingForExtract = z.infer<typeof askingForExtract>;

const exempt = z
  .object({
    people: z.int(),
    by: z
      .array(z.object({ category: z.enum(PROFILE_CATEGORIES), people: z.int() }))
      .describe('Of how many no grant covers a category for this purpose; somebody may be counted under several.'),
  })
  .describe('Those who were chosen and will not be in it.');

/** What would happen. */
export const extractPreview = z
  .object({
    people: z.int().describe('How many would be in it.'),
    exempt,
    tooMany: z.boolean().describe('More were chosen than one file holds; the figures are of the first ones only.'),
    approval: z.enum(['none', 'needed', 'impossible']).describe('`impossible`: a second person would have to agree, and nobody here could.'),
    aloneUpTo: z.int().describe('How many people one may take out within a day alone.'),
    alone: z.int().describe('How many whoever asks has taken out alone within the last day.'),
    decideWithinHours: z.int().describe('Until silence refuses it, where a second person has to agree.'),
    mostPeople: z.int(),
    keptHours: z.int(),
  })
  .meta({ id: 'ExtractPreview' });

/** What would happen. */
export type ExtractPreview = z.infer<typeof extractPreview>;

/** A member as they stand in an extract: by number. */
const memberLine = z.object({ memberId: z.string(), number: z.int().nullable().describe('null for somebody who is no known person any more.') });

/** What narrows whom an extract is of. */
export const EXTRACT_NARROWINGS = ['status', 'site', 'no-site', 'role', 'group'] as const;

/** One extract: `GET /organizations/:organizationId/extracts/:extractId`. No personal data of anybody is in it. */
export const extractView = z
  .object({
    id: z.string(),
    standing: z.enum(EXTRACT_STANDINGS),
    whom: z.object({
      kind: z.enum(['filter', 'members']),
      narrowed: z.array(z.object({ by: z.enum(EXTRACT_NARROWINGS), label: z.string().nullable() })).describe('Codes of states and roles, names of places.'),
      numbers: z.array(z.int()).describe('Those named one by one.'),
    }),
    categories: z.array(z.enum(PROFILE_CATEGORIES)),
    purpose: z.enum(ORGANIZATION_PURPOSES),
    reason: revealReason,
    requestedAt: moment(),
    requestedBy: memberLine,
    lapsesAt: moment().nullable().describe('From then on silence has refused it; null where nobody had to decide.'),
    people: z.int().describe('How many were chosen and covered when it was asked for.'),
    exempt,
    progress: z.object({
      stored: z.int().describe('How many are in the file; each of them reads it in their ledger.'),
      noAccess: z.int().describe('How many no grant covered any more when it was their turn.'),
      gone: z.int().describe('How many were no known person any more.'),
    }),
    stop: z.enum(EXTRACT_STOPS).nullable().describe('Why it ended before everybody was in it.'),
    doneAt: moment().nullable(),
    expiresAt: moment().nullable().describe('Until when the file is kept.'),
    downloads: z.int(),
    decision: z
      .object({ at: moment(), by: memberLine, inPlaceOf: memberLine.nullable(), words: z.string().nullable().describe('Why it was refused.') })
      .nullable(),
    may: z.object({ decide: z.boolean(), withdraw: z.boolean(), fetch: z.boolean(), end: z.boolean() }),
    obstacle: z.enum(DECISION_OBSTACLES).nullable().describe('What keeps whoever asks from deciding, where they decide such things at all.'),
  })
  .meta({ id: 'Extract' });

/** One extract. */
export type ExtractView = z.infer<typeof extractView>;

/** Which extracts a list holds. */
export const EXTRACT_FILTERS = ['mine', 'to-decide', 'all'] as const;

/** `GET /organizations/:organizationId/extracts`: newest first. */
export const extractQuery = pageQuery().extend({ show: z.enum(EXTRACT_FILTERS).default('all') });

/** Query of the list of extracts. */
export type ExtractQuery = z.infer<typeof extractQuery>;

/** A page of extracts. */
export const extractPage = pageOf(extractView).meta({ id: 'ExtractPage' });

/** A page of extracts. */
export type ExtractPage = z.infer<typeof extractPage>;

/** `POST .../extracts/:extractId/approval` and `.../end`: nothing else is to be said. */
export const nothingMoreToExtract = z.strictObject({}).meta({ id: 'NothingMoreToExtract' });

/** `POST .../extracts/:extractId/refusal`: with a reason. */
export const refusingExtract = z
  .strictObject({
    reason: longText(REASON_WORDS_MAX)
      .refine((text) => text.length >= REASON_WORDS_MIN, { error: `Say it in at least ${REASON_WORDS_MIN} characters.` })
      .describe('Whoever asked reads it.'),
  })
  .meta({ id: 'RefusingExtract' });

/** A refusal. */
export type RefusingExtract = z.infer<typeof refusingExtract>;

/**
 * `POST .../extracts/:extractId/file`: the file as CSV (RFC 4180, UTF-8 with byte order mark). Its first line says who took it out, when, and
 * under which id; so does the last cell of each line. A cell that a spreadsheet would take for a formula begins with an apostrophe. Each fetch is
 * written down. Whom the access of whoever fetches covers no more is left out.
 */
export const fetchingExtract = z.strictObject({ locale: locale().describe('The language of the headings.') }).meta({ id: 'FetchingExtract' });

/** In which language a file is fetched. */
export type FetchingExtract = z.infer<typeof fetchingExtract>;

/** Answer to every act on an extract. */
export const extractAct = z.object({ extractId: z.string(), standing: z.enum(EXTRACT_STANDINGS) }).meta({ id: 'ExtractAct' });

/** Where an extract stands after an act. */
export type ExtractAct = z.infer<typeof extractAct>;
