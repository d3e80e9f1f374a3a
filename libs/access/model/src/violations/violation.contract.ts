import { identifier, longText, pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { PROFILE_CATEGORIES } from '../category';
import { ORGANIZATION_PURPOSES } from '../purpose';
import { revealReason } from '../reveal.contract';
import { ROLES } from '../role';
import { VIOLATION_OUTCOMES, VIOLATION_STATES } from './violation';

/** Fewest and most characters of what is said about a violation. */
export const VIOLATION_WORDS = { min: 10, max: 4000 } as const;

/** Most looks one report cites. */
export const MOST_EVIDENCE = 50;

const moment = () => z.string().meta({ format: 'date-time' });
const words = () =>
  longText(VIOLATION_WORDS.max).refine((text) => text.length >= VIOLATION_WORDS.min, { error: `Say it in at least ${VIOLATION_WORDS.min} characters.` });

/** `POST /organizations/:organizationId/violations`: keeps somebody from others' data at once, and opens a case. */
export const reportViolation = z
  .strictObject({
    memberId: identifier().optional().describe('Whom it is about; left out, whoever made the looks that are cited.'),
    entryIds: z.array(identifier()).max(MOST_EVIDENCE).default([]).describe('Looks of theirs, as the ledger names them.'),
    words: words().describe('What happened.'),
  })
  .refine(({ memberId, entryIds }) => memberId !== undefined || entryIds.length > 0, { path: ['entryIds'], error: 'Say whom it is about, or cite a look.' })
  .meta({ id: 'ReportViolation' });

/** A report. */
export type ReportViolation = z.infer<typeof reportViolation>;

/** One look of somebody at somebody, by member number. */
export const citedLook = z
  .object({
    id: z.string(),
    at: moment(),
    memberNumber: z.string().describe('Whose data it was.'),
    categories: z.array(z.enum(PROFILE_CATEGORIES)),
    purpose: z.enum(ORGANIZATION_PURPOSES),
    reason: revealReason,
  })
  .meta({ id: 'CitedLook' });

/** One look of somebody at somebody. */
export type CitedLook = z.infer<typeof citedLook>;

/** `GET /organizations/:organizationId/members/:memberId/looks`: what somebody looked at, newest first, to be cited in a report. */
export const citedLookPage = pageOf(citedLook).meta({ id: 'CitedLookPage' });

/** Query of what somebody looked at. */
export const citedLookQuery = pageQuery();

/** Query of what somebody looked at. */
export type CitedLookQuery = z.infer<typeof citedLookQuery>;

const line = {
  id: z.string(),
  memberId: z.string(),
  memberNumber: z.string(),
  state: z.enum(VIOLATION_STATES),
  reportedAt: moment(),
  lapsesAt: moment().describe('Without a decision it ends then by itself.'),
  decidedAt: moment().nullable(),
};

/** A case in the list. */
export const violationLine = z.object(line).meta({ id: 'ViolationLine' });

/** A case in the list. */
export type ViolationLine = z.infer<typeof violationLine>;

/** `GET /organizations/:organizationId/violations`: newest first. */
export const violationPage = pageOf(violationLine).meta({ id: 'ViolationPage' });

/** Query of the list of cases. */
export const violationQuery = pageQuery();

/** Query of the list of cases. */
export type ViolationQuery = z.infer<typeof violationQuery>;

/** A case with its evidence: `GET /organizations/:organizationId/violations/:violationId`. */
export const violationView = z
  .object({
    ...line,
    roles: z.array(z.enum(ROLES)).describe('The roles the person holds; they count for nothing while they are kept from others’ data.'),
    reportedBy: z.object({ memberNumber: z.string(), self: z.boolean() }),
    words: z.string(),
    evidence: z.array(citedLook),
    opinions: z.array(
      z.object({ round: z.int(), memberNumber: z.string(), self: z.boolean(), outcome: z.enum(VIOLATION_OUTCOMES), words: z.string(), at: moment() }),
    ),
    may: z.object({ lift: z.boolean(), confirm: z.boolean() }).describe('What whoever asks may say now.'),
  })
  .meta({ id: 'Violation' });

/** A case with its evidence. */
export type ViolationView = z.infer<typeof violationView>;

/** `POST /organizations/:organizationId/violations/:violationId/opinions`: what somebody who looked into it thinks. */
export const violationOpinion = z
  .strictObject({ outcome: z.enum(VIOLATION_OUTCOMES).describe('`lift`: the access comes back; `confirm`: it stays away.'), words: words() })
  .meta({ id: 'GiveViolationOpinion' });

/** What somebody who looked into it thinks. */
export type GiveViolationOpinion = z.infer<typeof violationOpinion>;

/** `GET /organizations/:organizationId/my/suspension`: whether I am kept from others' data, and until when at most. */
export const ownSuspension = z
  .object({
    state: z.enum(['none', 'running', 'confirmed', 'ended']).describe('`ended`: the end date of my contract is past.'),
    since: moment().nullable(),
    lapsesAt: moment().nullable().describe('It ends then by itself unless two people decide otherwise.'),
  })
  .meta({ id: 'OwnSuspension' });

/** Whether I am kept from others' data. */
export type OwnSuspension = z.infer<typeof ownSuspension>;
