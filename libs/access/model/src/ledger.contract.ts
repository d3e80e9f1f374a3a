import { pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { ORGANIZATION_ROLES } from './actor';
import { BREAK_GLASS_GROUNDS } from './break-glass/break-glass';
import { PROFILE_CATEGORIES } from './category';
import { COUNTED_READS } from './counted-read';
import { INFRASTRUCTURE_ACCESS_KINDS } from './infrastructure-access';
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
      lockbox: z.object({ caseReference: z.string() }).optional().describe('It was SmartPAR’s staff, whom the organization had let in for this case.'),
      emergency: z.enum(BREAK_GLASS_GROUNDS).optional().describe('Nobody was asked first: it was an emergency of this kind.'),
    }),
    categories: z.array(z.enum(PROFILE_CATEGORIES)),
    purpose: z.enum(ORGANIZATION_PURPOSES),
    reason: revealReason,
  })
  .meta({ id: 'LedgerLook' });

/** One look at my data. */
export type LedgerLook = z.infer<typeof ledgerLook>;

/** `GET /organizations/:organizationId/my/ledger`: who looked at my data, newest first. */
export const ledgerPage = pageOf(ledgerLook).meta({ id: 'LedgerPage' });

/** Query of my ledger. */
export const ledgerQuery = pageQuery();

/** Query of my ledger. */
export type LedgerQuery = z.infer<typeof ledgerQuery>;

const viewer = z.object({
  role: z.enum(ORGANIZATION_ROLES),
  holders: z.int().describe('How many active members hold the role.'),
  sees: z.array(z.object({ category: z.enum(PROFILE_CATEGORIES), mode: z.enum(['shown', 'on-reveal']), purposes: z.array(z.enum(ORGANIZATION_PURPOSES)) })),
});

/** `GET /organizations/:organizationId/my/ledger/summary`: who could look, what machines read, and the last twelve months in figures. */
export const ledgerSummary = z
  .object({
    viewers: z.array(viewer).describe('Roles that may see something of me, under the grants in force.'),
    months: z.array(z.object({ month: z.string().describe('`2026-11`, in UTC.'), looks: z.int() })).describe('The last twelve months, oldest first.'),
    counted: z
      .array(z.object({ kind: z.enum(COUNTED_READS), scope: z.enum(['me', 'everyone']), count: z.int(), latestDay: z.string().meta({ format: 'date' }) }))
      .describe('Readings of the last twelve months that are counted: of me alone, or of lists that may hold me.'),
    infrastructure: z
      .array(z.object({ id: z.string(), kind: z.enum(INFRASTRUCTURE_ACCESS_KINDS), from: moment(), until: moment(), words: z.string(), recordedAt: moment() }))
      .describe('Access to the machines or the database themselves, newest first, fifty at most.'),
  })
  .meta({ id: 'LedgerSummary' });

/** Who could look, what machines read, and the last twelve months in figures. */
export type LedgerSummary = z.infer<typeof ledgerSummary>;
