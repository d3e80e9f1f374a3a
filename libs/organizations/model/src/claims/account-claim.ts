import type { Temporal } from '@smartpar/kernel';
import { type DomainStanding, isProofSound } from '../domain-standing';

/** Days people have to move a personal account to another address, or to object, before a claim takes force. */
export const DAYS_TO_MOVE = 14;

/** Days the organization has to answer an objection before SmartPAR's staff do. */
export const DAYS_TO_ANSWER = 14;

/** Days somebody still has to move their account after their objection was refused. */
export const DAYS_AFTER_REFUSAL = 7;

/** Hours after which a proof that was not seen again is too old to act on people's accounts by it. */
const HOURS_A_PROOF_COUNTS = 72;

/** States of a claim of the accounts that use a domain. */
export const CLAIM_STATES = ['running', 'in-force', 'stopped'] as const;

/** State of a claim of accounts. */
export type ClaimState = (typeof CLAIM_STATES)[number];

/** Why a claim stopped before it took force. */
export const STOP_REASONS = ['by-organization', 'proof-lost', 'domain-released'] as const;

/** Why a claim stopped. */
export type StopReason = (typeof STOP_REASONS)[number];

/**
 * States of one account in a claim. `told` and `stays` become `joined` when the claim takes force; whoever has `moved` their account to another address,
 * or was `kept-out` after an objection, never does.
 */
export const CLAIMED_STATES = ['told', 'stays', 'objected', 'moved', 'kept-out', 'joined', 'stopped'] as const;

/** State of one account in a claim. */
export type ClaimedState = (typeof CLAIMED_STATES)[number];

/** What happens to one account in a claim. */
export type ClaimedEvent =
  | 'stay'
  | 'object'
  /** it has another address now, outside the domain */
  | 'move'
  | 'objection-accepted'
  | 'objection-refused'
  | 'take-force'
  | 'stop';

const FROM_TOLD: Partial<Record<ClaimedEvent, ClaimedState>> = { stay: 'stays', object: 'objected', move: 'moved', 'take-force': 'joined', stop: 'stopped' };

const NEXT: Readonly<Record<ClaimedState, Partial<Record<ClaimedEvent, ClaimedState>>>> = {
  told: FROM_TOLD,
  stays: FROM_TOLD,
  objected: { move: 'moved', 'objection-accepted': 'kept-out', 'objection-refused': 'told', stop: 'stopped' },
  moved: {},
  'kept-out': {},
  joined: {},
  stopped: {},
};

/**
 * The state of one account after something happened to it.
 * @returns `null` where that cannot happen any more
 */
export const claimedAfter = (state: ClaimedState, event: ClaimedEvent): ClaimedState | null => NEXT[state][event] ?? null;

/** The states in which something can happen to an account; what changes accounts in SQL names them. */
export const statesBefore = (event: ClaimedEvent): readonly ClaimedState[] => CLAIMED_STATES.filter((state) => claimedAfter(state, event) !== null);

/** Whether a claim may begin or take force by a domain now: its proof is there, and was seen not long ago. */
export const mayActOnAccounts = (standing: Pick<DomainStanding, 'state' | 'failingSince' | 'provedAt' | 'provedBy'>, now: Temporal.Instant): boolean =>
  isProofSound(standing) &&
  (standing.provedBy === 'operator' || (standing.provedAt !== null && standing.provedAt.until(now).total('hours') <= HOURS_A_PROOF_COUNTS));

/** When a claim may take force at the earliest for somebody told of it now. */
export const forceAfterTelling = (now: Temporal.Instant): Temporal.Instant => now.add({ hours: DAYS_TO_MOVE * 24 });
