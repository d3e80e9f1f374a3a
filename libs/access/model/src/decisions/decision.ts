import type { Temporal } from '@smartpar/kernel';

/** States of anything one person asks for and another decides. */
export const DECISION_STATES = ['requested', 'approved', 'refused', 'lapsed', 'withdrawn', 'revoked'] as const;

/** State of something to decide: it waits, was allowed, was refused, nobody answered in time, was taken back, or was allowed and ended early. */
export type DecisionState = (typeof DECISION_STATES)[number];

/** Something that waits for a decision, as far as deciding goes. */
export interface ToDecide {
  readonly state: DecisionState;
  readonly requestedAt: Temporal.Instant;
  /** from this moment on silence has refused it */
  readonly lapsesAt: Temporal.Instant;
  /** members who gain from it or asked for it: requester, grantee, beneficiary; none of them decides */
  readonly concerned: readonly string[];
}

/** The right to decide, as one member may use it. */
export interface RightToDecide {
  /** who would decide */
  readonly memberId: string;
  /** whose right it is: their own, or that of somebody for whom they stand in */
  readonly ofMemberId: string;
  /** since when that somebody has held it without a break */
  readonly since: Temporal.Instant;
}

/** Why a member may not decide something now. */
export const DECISION_OBSTACLES = ['concerned', 'decided', 'lapsed', 'no-right', 'right-too-young'] as const;

/** Why a member may not decide something now. */
export type DecisionObstacle = (typeof DECISION_OBSTACLES)[number];

/**
 * What keeps a member from deciding something, the first of them where there are several. Another person than everybody concerned decides,
 * before it lapses, by a right that was held before it was asked for; whoever stands in decides by the right of somebody who is not
 * concerned either.
 * @param memberId who would decide
 * @param rights every right to decide such things, whoever holds it; only the member's own count
 * @param at now
 * @returns `null` where nothing does
 */
export function obstacleTo(asked: ToDecide, memberId: string, rights: readonly RightToDecide[], at: Temporal.Instant): DecisionObstacle | null {
  if (asked.concerned.includes(memberId)) return 'concerned';
  if (asked.state !== 'requested') return asked.state === 'lapsed' ? 'lapsed' : 'decided';
  if (at.epochMilliseconds >= asked.lapsesAt.epochMilliseconds) return 'lapsed';
  const usable = usableOf(asked, memberId, rights);
  if (usable.length === 0) return 'no-right';
  return usable.some((right) => isOldEnough(asked, right)) ? null : 'right-too-young';
}

const usableOf = ({ concerned }: ToDecide, memberId: string, rights: readonly RightToDecide[]): readonly RightToDecide[] =>
  rights.filter((right) => right.memberId === memberId && !concerned.includes(right.ofMemberId));

const isOldEnough = ({ requestedAt }: ToDecide, { since }: RightToDecide): boolean => since.epochMilliseconds <= requestedAt.epochMilliseconds;

/**
 * In whose place a member decides something that nothing keeps them from deciding.
 * @returns `null` where the right is their own
 */
export function inWhosePlace(asked: ToDecide, memberId: string, rights: readonly RightToDecide[]): string | null {
  const of = usableOf(asked, memberId, rights).filter((right) => isOldEnough(asked, right));
  return of.some(({ ofMemberId }) => ofMemberId === memberId) ? null : (of[0]?.ofMemberId ?? null);
}

/** Tells whether a member may decide something now. */
export const mayDecide = (asked: ToDecide, memberId: string, rights: readonly RightToDecide[], at: Temporal.Instant): boolean =>
  obstacleTo(asked, memberId, rights, at) === null;
