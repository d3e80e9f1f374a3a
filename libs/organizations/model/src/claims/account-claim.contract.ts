import { emailAddress, longText, pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { CLAIM_STATES, CLAIMED_STATES, STOP_REASONS } from './account-claim';

/** Most characters of words about a claim. */
export const MAX_CLAIM_WORDS = 2_000;

const instant = () => z.string().meta({ format: 'date-time' });

/** A claim of the accounts that use a domain, in counts: nothing in it names anybody. */
export const accountClaim = z
  .object({
    id: z.string(),
    domain: z.string(),
    state: z.enum(CLAIM_STATES),
    stoppedBecause: z.enum(STOP_REASONS).nullable(),
    startedAt: instant(),
    takesForceAt: instant().describe('When it takes force, at the earliest.'),
    toldAt: instant().nullable().describe('When everybody had been told; null while mails are still being written.'),
    endedAt: instant().nullable(),
    waitsForProof: z.boolean().describe('It cannot take force while the proof of the domain is missing.'),
    counts: z.object({
      told: z.int().describe('Told, and silent so far.'),
      stays: z.int().describe('Said that the account is for work.'),
      objected: z.int().describe('Objected, and not answered for good.'),
      moved: z.int().describe('Moved to another address.'),
      keptOut: z.int().describe('Left alone after an objection.'),
      joined: z.int().describe('Became members.'),
      stopped: z.int(),
    }),
  })
  .meta({ id: 'AccountClaim' });

/** A claim of accounts, in counts. */
export type AccountClaim = z.infer<typeof accountClaim>;

/** How many accounts use a domain, and the latest claim of them. */
export const accountsOfDomain = z
  .object({
    domainId: z.string(),
    domain: z.string(),
    accounts: z.int().describe('Accounts whose sign-in address lies in the domain.'),
    members: z.int().describe('Those of them that are members of this organization already.'),
    mayStart: z.boolean().describe('The proof is there and was seen not long ago, and no claim is running.'),
    claim: accountClaim.nullable(),
  })
  .meta({ id: 'AccountsOfDomain' });

/** How many accounts use a domain. */
export type AccountsOfDomain = z.infer<typeof accountsOfDomain>;

/** Members a claim made, by number. */
export const claimedMembers = pageOf(z.object({ memberId: z.string(), memberNumber: z.string(), joinedAt: instant() })).meta({ id: 'ClaimedMembers' });

/** Which of them. */
export const claimedMembersQuery = pageQuery();

/** Which of them. */
export type ClaimedMembersQuery = z.infer<typeof claimedMembersQuery>;

/** States of an objection to a claim. */
export const OBJECTION_STATES = ['open', 'with-staff', 'accepted', 'refused', 'settled'] as const;

/** State of an objection; `settled` where nothing is left to answer. */
export type ObjectionState = (typeof OBJECTION_STATES)[number];

/** What somebody says against a claim of their account. */
export const claimObjection = z.strictObject({ words: longText(MAX_CLAIM_WORDS) }).meta({ id: 'ClaimObjection' });

/** What somebody says against a claim of their account. */
export type ClaimObjection = z.infer<typeof claimObjection>;

/** The address somebody wants to move their account to. */
export const movedAddress = z.strictObject({ email: emailAddress() });

/** A claim as the holder of a claimed account sees it. */
export const ownClaim = z
  .object({
    id: z.string(),
    organization: z.string(),
    domain: z.string(),
    state: z.enum(CLAIMED_STATES),
    toldAt: instant(),
    takesForceAt: instant(),
    contact: z.object({ name: z.string(), email: z.string() }).nullable().describe('Whom to ask there.'),
    objection: z.object({ state: z.enum(OBJECTION_STATES), madeAt: instant(), answerBy: instant(), answer: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'OwnClaim' });

/** A claim as the holder of a claimed account sees it. */
export type OwnClaim = z.infer<typeof ownClaim>;

/** Every claim of one's account, newest first. */
export const ownClaims = z.object({ items: z.array(ownClaim) }).meta({ id: 'OwnClaims' });

/** An objection as whoever answers it sees it. The person was told that it names their address. */
export const openObjection = z
  .object({ id: z.string(), claimId: z.string(), domain: z.string(), address: z.string(), words: z.string(), madeAt: instant(), answerBy: instant() })
  .meta({ id: 'OpenObjection' });

/** An objection as whoever answers it sees it. */
export type OpenObjection = z.infer<typeof openObjection>;

/** Objections that wait, soonest date first. */
export const openObjections = z.object({ items: z.array(openObjection) }).meta({ id: 'OpenObjections' });

/** The answer to an objection. */
export const objectionAnswer = z
  .strictObject({ decision: z.enum(['accept', 'refuse']).describe('Accepted: the account is left alone.'), words: longText(MAX_CLAIM_WORDS) })
  .meta({ id: 'ObjectionAnswer' });

/** The answer to an objection. */
export type ObjectionAnswer = z.infer<typeof objectionAnswer>;
