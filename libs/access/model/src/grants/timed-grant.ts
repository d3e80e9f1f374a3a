import type { Temporal } from '@smartpar/kernel';
import type { Role } from '../actor';
import type { ProfileCategory } from '../category';
import type { DecisionState } from '../decisions/decision';
import type { HeldGrant } from '../held-grant';
import type { OrganizationPurpose } from '../purpose';
import { type GrantCategory, isUnder, leavesOf } from './category-tree';
import type { GrantScope } from './grant-scope';

/** Roles that decide who may see what: those who answer for the organization and those who answer for privacy in it. */
export const GRANT_DECIDERS = ['owner', 'privacy-officer'] as const satisfies readonly Role[];

/** What a grant lets see, for what, of whom. */
export interface GrantTerms {
  readonly categories: readonly GrantCategory[];
  readonly mode: 'shown' | 'on-reveal';
  readonly purposes: readonly OrganizationPurpose[];
  readonly scope: GrantScope;
  /** when it begins; `null` for as soon as it is approved */
  readonly from: Temporal.Instant | null;
  /** when it ends; `null` for what a role is given until it is reviewed */
  readonly until: Temporal.Instant | null;
}

/** Where a grant stands at some moment: what was approved may not have begun, or be over. */
export const GRANT_STANDINGS = ['requested', 'scheduled', 'live', 'expired', 'refused', 'lapsed', 'withdrawn', 'revoked'] as const;

/** Where a grant stands at some moment. */
export type GrantStanding = (typeof GRANT_STANDINGS)[number];

/** What tells where a grant stands. */
export interface StandingFacts {
  readonly state: DecisionState;
  readonly lapsesAt: Temporal.Instant | null;
  readonly from: Temporal.Instant | null;
  readonly until: Temporal.Instant | null;
}

/** Where a grant stands at a moment; nobody has to have noticed that it lapsed or ended. */
export function grantStandingAt({ state, lapsesAt, from, until }: StandingFacts, at: Temporal.Instant): GrantStanding {
  if (state === 'requested') return lapsesAt !== null && isReached(lapsesAt, at) ? 'lapsed' : 'requested';
  if (state !== 'approved') return state;
  if (until !== null && isReached(until, at)) return 'expired';
  return from !== null && !isReached(from, at) ? 'scheduled' : 'live';
}

/** An approved grant that is or will be held by somebody. */
export interface ApprovedGrant extends GrantTerms {
  readonly id: string;
}

/** What somebody holds by approved grants at a moment. */
export interface HeldAt {
  readonly grants: readonly HeldGrant[];
  /** when one of them begins or ends next; `null` where none does */
  readonly next: Temporal.Instant | null;
}

/** What somebody holds by approved grants at a moment, one for each kind of data, and when that changes by itself. */
export function heldAt(approved: readonly ApprovedGrant[], at: Temporal.Instant): HeldAt {
  const live = approved.filter(({ from, until }) => (from === null || isReached(from, at)) && (until === null || !isReached(until, at)));
  const grants = live.flatMap(({ id, categories, mode, purposes, scope, until }) =>
    leavesOf(categories).map((category: ProfileCategory): HeldGrant => ({ id, category, mode, purposes, scope, until })),
  );
  const moments = approved.flatMap(({ from, until }) => [from, until]).filter((moment) => moment !== null && !isReached(moment, at));
  return { grants, next: earliest(moments) };
}

/** The earliest of some moments; `null` where there is none. */
export const earliest = (moments: readonly (Temporal.Instant | null)[]): Temporal.Instant | null =>
  moments.reduce((first, moment) => (first === null || (moment !== null && moment.epochMilliseconds < first.epochMilliseconds) ? moment : first), null);

/** Tells whether some terms let see nothing that others do not: no other data, purpose, person, way or time. */
export const isWithin = (given: GrantTerms, asked: GrantTerms): boolean =>
  given.categories.length > 0 &&
  given.categories.every((category) => asked.categories.some((parent) => isUnder(category, parent))) &&
  given.purposes.length > 0 &&
  given.purposes.every((purpose) => asked.purposes.includes(purpose)) &&
  (asked.mode === 'shown' || given.mode === 'on-reveal') &&
  isScopeWithin(given.scope, asked.scope) &&
  (asked.from === null || (given.from !== null && isReached(asked.from, given.from))) &&
  (asked.until === null || (given.until !== null && isReached(given.until, asked.until)));

function isScopeWithin(given: GrantScope, asked: GrantScope): boolean {
  if (asked.kind === 'all') return true;
  if (given.kind === 'request') return asked.kind === 'request' && given.id === asked.id && among(given.members, asked.members);
  if (asked.kind === 'request') return given.kind === 'members' && among(given.ids, asked.members);
  return given.kind === asked.kind && among(given.ids, asked.ids);
}

const among = (some: readonly string[], all: readonly string[]): boolean => some.length > 0 && some.every((id) => all.includes(id));

const isReached = (moment: Temporal.Instant, at: Temporal.Instant): boolean => moment.epochMilliseconds <= at.epochMilliseconds;
