import { pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { ATTENTION_REASONS } from './attention';
import { SMALLEST_COUNT_SHOWN } from './suppression';

/**
 * How one organization is doing, for SmartPAR's staff. It has no field for anything about a person, so nothing about
 * one can leave.
 */
export const organizationFigures = z
  .object({
    organizationId: z.uuid(),
    name: z.string(),
    slug: z.string(),
    kind: z.enum(['tenant', 'workforce', 'direct-users']),
    members: z.int().min(SMALLEST_COUNT_SHOWN).nullable().describe('How many members; null means fewer than 5.'),
    openRequests: z.int().min(0),
    overdueRequests: z.int().min(0),
    contactNamed: z.boolean(),
    domainVerified: z.boolean(),
    attention: z.array(z.enum(ATTENTION_REASONS)).describe('Why it needs a look, worst first.'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'OrganizationFigures' });

/** How one organization is doing. */
export type OrganizationFigures = z.infer<typeof organizationFigures>;

/** A page of organizations, those that need a look first. */
export const organizationFiguresPage = pageOf(organizationFigures).meta({ id: 'OrganizationFiguresPage' });

/** Which organizations to list. */
export const organizationFiguresQuery = pageQuery().extend({
  attention: z
    .enum(['any', ...ATTENTION_REASONS])
    .optional()
    .describe('Only those that need a look, for any reason or for this one.'),
  name: z
    .string()
    .trim()
    .max(120)
    .regex(/^\P{Cc}*$/u)
    .optional()
    .describe('Only those whose name or short name begins so.'),
});

/** Which organizations to list. */
export type OrganizationFiguresQuery = z.infer<typeof organizationFiguresQuery>;

/** States in which a question waits for its answer. */
export const UNANSWERED_STATES = ['received', 'in-progress', 'waiting-for-person'] as const;

/** A question that stayed unanswered so long that SmartPAR's staff are told: which organization, how old, in what state; nothing else. */
export const escalation = z
  .object({ organizationId: z.uuid(), organizationName: z.string(), ageInDays: z.int().min(0), state: z.enum(UNANSWERED_STATES) })
  .meta({ id: 'Escalation' });

/** A question that stayed unanswered so long that staff are told. */
export type Escalation = z.infer<typeof escalation>;

/** A page of escalations, oldest first. */
export const escalationsPage = pageOf(escalation).meta({ id: 'EscalationsPage' });

/** Which escalations to list. */
export const escalationsQuery = pageQuery();

/** Which escalations to list. */
export type EscalationsQuery = z.infer<typeof escalationsQuery>;
