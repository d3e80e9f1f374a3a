import { longText, pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { BREAK_GLASS_GROUNDS } from './break-glass/break-glass';
import { PROFILE_CATEGORIES } from './category';
import { COUNTED_READS } from './counted-read';
import { GRANTED_ROLES } from './grant';
import { INFRASTRUCTURE_ACCESS_KINDS } from './infrastructure-access';
import { LEDGER_DELAY_GROUNDS } from './ledger/ledger-delay';
import { ORGANIZATION_PURPOSES } from './purpose';
import { revealReason } from './reveal.contract';
import { ROLES } from './role';

const moment = () => z.string().meta({ format: 'date-time' });

/** One look at my data. */
export const ledgerLook = z
  .object({
    id: z.string(),
    at: moment(),
    by: z.object({
      roles: z.array(z.enum(ROLES)).describe('The roles held at that moment.'),
      self: z.boolean().describe('It was me.'),
      name: z.string().optional().describe('Only where the organization has recorded why names may be told.'),
      lockbox: z.object({ caseReference: z.string() }).optional().describe('It was SmartPAR’s staff, whom the organization had let in for this case.'),
      emergency: z.enum(BREAK_GLASS_GROUNDS).optional().describe('Nobody was asked first: it was an emergency of this kind.'),
    }),
    exported: z.object({ people: z.int() }).optional().describe('It was taken out in a file, together with data of so many people in all.'),
    categories: z.array(z.enum(PROFILE_CATEGORIES)),
    purpose: z.enum(ORGANIZATION_PURPOSES),
    reason: revealReason,
    delays: z
      .array(z.object({ ground: z.enum(LEDGER_DELAY_GROUNDS), from: moment(), until: moment() }))
      .describe('It was kept from me for this long, on this ground of the law.'),
    challenge: z.object({ requestId: z.string() }).nullable().describe('My complaint about it.'),
  })
  .meta({ id: 'LedgerLook' });

/** One look at my data. */
export type LedgerLook = z.infer<typeof ledgerLook>;

/** `GET /organizations/:organizationId/my/ledger`: who looked at my data, newest first. */
export const ledgerPage = pageOf(ledgerLook).meta({ id: 'LedgerPage' });

const filters = {
  role: z.enum(ROLES).optional().describe('Looks by somebody who held this role.'),
  purpose: z.enum(ORGANIZATION_PURPOSES).optional(),
  category: z.enum(PROFILE_CATEGORIES).optional(),
  from: z.iso.datetime({ offset: true }).optional().describe('Looks from this moment on.'),
  until: z.iso.datetime({ offset: true }).optional().describe('Looks before this moment.'),
};

/** Which looks are wanted. */
export type LedgerFilters = z.infer<z.ZodObject<typeof filters>>;

/** Query of my ledger. */
export const ledgerQuery = pageQuery().extend(filters);

/** `GET /organizations/:organizationId/my/ledger/export`: my own ledger as a file, newest first. */
export const ledgerExportQuery = z.strictObject({ format: z.enum(['json', 'csv']).default('json'), ...filters });

/** Query of the ledger as a file. */
export type LedgerExportQuery = z.infer<typeof ledgerExportQuery>;

/** Query of `GET /organizations/:organizationId/my/ledger/reach`: who could have looked at some moment. */
export const ledgerReachQuery = z.strictObject({
  at: z.iso.datetime({ offset: true, error: 'Give a moment such as 2026-11-26T09:00:00Z.' }).optional().describe('Now, where it is left out.'),
});

/** Query of who could have looked. */
export type LedgerReachQuery = z.infer<typeof ledgerReachQuery>;

/** `POST /organizations/:organizationId/my/ledger/:entryId/challenge`: a complaint about one look. */
export const challengeEntry = z.strictObject({ words: longText(4000) }).meta({ id: 'ChallengeEntry' });

/** A complaint about one look. */
export type ChallengeEntry = z.infer<typeof challengeEntry>;

/** Where a complaint about a look went. */
export const entryChallenge = z
  .object({ requestId: z.string(), reference: z.string(), promisedOn: z.string().meta({ format: 'date' }) })
  .meta({ id: 'EntryChallenge' });

/** Where a complaint about a look went. */
export type EntryChallenge = z.infer<typeof entryChallenge>;

/** Query of my ledger. */
export type LedgerQuery = z.infer<typeof ledgerQuery>;

const timedAccess = z.object({
  kind: z.enum(['grant', 'emergency', 'staff']).describe('Given by the organization, taken in an emergency, or granted to SmartPAR’s staff.'),
  categories: z.array(z.string()),
  mode: z.enum(['shown', 'on-reveal']),
  purposes: z.array(z.enum(ORGANIZATION_PURPOSES)),
  from: moment(),
  until: moment(),
});

/** Access for a time that reaches somebody's data. */
export type TimedAccess = z.infer<typeof timedAccess>;

const viewer = z.object({
  role: z.enum(GRANTED_ROLES),
  holders: z.int().describe('How many active members hold the role.'),
  sees: z.array(z.object({ category: z.enum(PROFILE_CATEGORIES), mode: z.enum(['shown', 'on-reveal']), purposes: z.array(z.enum(ORGANIZATION_PURPOSES)) })),
});

/** `GET /organizations/:organizationId/my/ledger/summary`: who could look, what machines read, and the last twelve months in figures. */
export const ledgerSummary = z
  .object({
    viewers: z.array(viewer).describe('Roles that may see something of me, under the grants in force.'),
    timed: z.array(timedAccess).describe('Access for a time that reaches me now: given, taken in an emergency, or granted to SmartPAR’s staff.'),
    months: z.array(z.object({ month: z.string().describe('`2026-11`, in UTC.'), looks: z.int() })).describe('The last twelve months, oldest first.'),
    counted: z
      .array(z.object({ kind: z.enum(COUNTED_READS), scope: z.enum(['me', 'everyone']), count: z.int(), latestDay: z.string().meta({ format: 'date' }) }))
      .describe('Readings of the last twelve months that are counted: of me alone, or of lists that may hold me.'),
    infrastructure: z
      .array(z.object({ id: z.string(), kind: z.enum(INFRASTRUCTURE_ACCESS_KINDS), from: moment(), until: moment(), words: z.string(), recordedAt: moment() }))
      .describe('Access to the machines or the database themselves, newest first, fifty at most.'),
  })
  .meta({ id: 'LedgerSummary' });

/** Who could have looked at my data at some moment, as far as it was recorded. */
export const ledgerReach = z
  .object({
    at: moment(),
    since: moment().nullable().describe('What is told of earlier moments is as of this one: nothing older is recorded.'),
    viewers: z.array(viewer),
    others: z.array(timedAccess).describe('Access for a time: given to a person, a role or a group, taken in an emergency, or granted to SmartPAR’s staff.'),
    looks: z.int().describe('Looks on that day, in UTC.'),
  })
  .meta({ id: 'LedgerReach' });

/** Who could have looked at my data at some moment. */
export type LedgerReach = z.infer<typeof ledgerReach>;

/** Who could look, what machines read, and the last twelve months in figures. */
export type LedgerSummary = z.infer<typeof ledgerSummary>;
