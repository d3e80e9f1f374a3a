import { longText, pageOf, pageQuery } from '@smartpar/platform/contract';
import type { AccessRules } from '@smartpar/access/model';
import { holds } from '@smartpar/access/model';
import * as z from 'zod';
import { MAX_CLAIM_WORDS } from './account-claim.contract';

const instant = () => z.string().meta({ format: 'date-time' });

/** On which side of a dispute about a domain an organization is. */
export const DISPUTE_SIDES = ['claimant', 'holder'] as const;

/** On which side an organization is. */
export type DisputeSide = (typeof DISPUTE_SIDES)[number];

/** What SmartPAR's staff may decide: about a domain, or about an objection nobody answered. */
export const CASE_DECISIONS = {
  domain: ['keep', 'take-away'],
  objection: ['leave-alone', 'let-join'],
} as const;

/** What a case is about. */
export type CaseKind = keyof typeof CASE_DECISIONS;

/** What was decided. */
export type CaseDecision = (typeof CASE_DECISIONS)[CaseKind][number];

const anyDecision = z.enum([...CASE_DECISIONS.domain, ...CASE_DECISIONS.objection]);

/** Whether a decision is one of those a case of this kind can come to. */
export const isDecisionOf = (kind: CaseKind, decision: CaseDecision): boolean => CASE_DECISIONS[kind].some((one) => one === decision);

/** A dispute as one of its sides sees it; the other side is not named. */
export const domainDispute = z
  .object({
    id: z.string(),
    domain: z.string(),
    side: z.enum(DISPUTE_SIDES),
    openedAt: instant(),
    words: z.string().nullable().describe('What one said oneself; null for the holder.'),
    decision: z
      .enum([...CASE_DECISIONS.domain, 'free'])
      .nullable()
      .describe('"free": nobody held the domain any more; prove it.'),
    reason: z.string().nullable(),
    decidedAt: instant().nullable(),
  })
  .meta({ id: 'DomainDispute' });

/** A dispute as one of its sides sees it. */
export type DomainDispute = z.infer<typeof domainDispute>;

/** Disputes of an organization, newest first. */
export const domainDisputes = z.object({ items: z.array(domainDispute) }).meta({ id: 'DomainDisputes' });

/** Why a domain should be one's own. */
export const newDispute = z.strictObject({ words: longText(MAX_CLAIM_WORDS) }).meta({ id: 'NewDomainDispute' });

/** Why a domain should be one's own. */
export type NewDispute = z.infer<typeof newDispute>;

/** A case as SmartPAR's staff see it: organizations by name, nobody's address. */
export const domainCase = z
  .object({
    id: z.string(),
    kind: z.enum(['domain', 'objection']),
    domain: z.string(),
    claimant: z.string().nullable().describe('The organization that wants the domain; null for an objection of a person.'),
    holder: z.string().describe('The organization that has proved it.'),
    words: z.string(),
    openedAt: instant(),
    decision: anyDecision.nullable(),
    reason: z.string().nullable(),
    decidedAt: instant().nullable(),
  })
  .meta({ id: 'DomainCase' });

/** A case as SmartPAR's staff see it. */
export type DomainCase = z.infer<typeof domainCase>;

/** Cases, open ones first, oldest first. */
export const domainCases = pageOf(domainCase).meta({ id: 'DomainCases' });

/** Which cases. */
export const domainCasesQuery = pageQuery();

/** Which cases. */
export type DomainCasesQuery = z.infer<typeof domainCasesQuery>;

/** What staff decide, and why; both sides read the reason. */
export const caseDecision = z.strictObject({ decision: anyDecision, reason: longText(MAX_CLAIM_WORDS) }).meta({ id: 'DomainCaseDecision' });

/** What staff decide, and why. */
export type CaseDecisionGiven = z.infer<typeof caseDecision>;

/** Owners dispute a domain; whoever sees domains sees disputes. SmartPAR's staff see cases, and its privacy counsel decides them. */
export const domainDisputeAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'user-administrator', 'privacy-officer', 'auditor')) allow('read', 'domain-dispute');
  if (holds(actor, 'owner')) allow('open', 'domain-dispute');
  if (holds(actor, 'support', 'privacy-counsel', 'security', 'platform-operator')) allow('read', 'domain-case');
  if (holds(actor, 'privacy-counsel')) allow('decide', 'domain-case');
};
