import type { Temporal } from '@smartpar/kernel';
import type { ProfileCategory } from '../category';
import type { DecisionState } from '../decisions/decision';
import type { OrganizationPurpose } from '../purpose';

/** Most hours a lockbox may run. */
export const LOCKBOX_MOST_HOURS = 8;
/** Fewest minutes a lockbox runs. */
export const LOCKBOX_LEAST_MINUTES = 15;
/** Most minutes a lockbox may run. */
export const LOCKBOX_MOST_MINUTES = LOCKBOX_MOST_HOURS * 60;

const PURPOSES = {
  'asked-for-help': 'support',
  'sign-in-trouble': 'sign-in-help',
  fault: 'support',
  'security-finding': 'security',
  'privacy-request': 'privacy-request',
} as const satisfies Readonly<Record<string, OrganizationPurpose>>;

/** Why SmartPAR's staff ask to see an organization's data. */
export type LockboxJustification = keyof typeof PURPOSES;

/** Every reason for which SmartPAR's staff may ask; there is no other. */
export const LOCKBOX_JUSTIFICATIONS = Object.keys(PURPOSES) as readonly LockboxJustification[]; // as: the keys of the table above

/** The organization's purpose that a look under a justification serves: staff look on its behalf. */
export const purposeOfJustification = (justification: LockboxJustification): OrganizationPurpose => PURPOSES[justification];

/** Whom a lockbox is about, the widest first. */
export const LOCKBOX_REACHES = ['all', 'site', 'member'] as const;

/** Whom a lockbox is about: every member, those of one site, or one. */
export type LockboxReach = (typeof LOCKBOX_REACHES)[number];

/** Whom a lockbox is about, as it is kept; a site or a member that was named and is not there is `null`. */
export type LockboxScope =
  { readonly reach: 'all' } | { readonly reach: 'site'; readonly siteId: string | null } | { readonly reach: 'member'; readonly memberId: string | null };

/** What is asked for, or granted. */
export interface LockboxExtent {
  readonly categories: readonly ProfileCategory[];
  readonly minutes: number;
  readonly scope: LockboxScope;
}

/** States a lockbox is seen in. */
export const LOCKBOX_STATES = ['waiting', 'running', 'dismissed', 'lapsed', 'withdrawn', 'over', 'invalidated', 'returned'] as const;

/** State a lockbox is seen in. */
export type LockboxState = (typeof LOCKBOX_STATES)[number];

/** How a lockbox is kept: as anything to decide, and staff may give back what they were granted. */
export type KeptLockboxState = Exclude<DecisionState, 'lapsed'> | 'returned';

/** What a lockbox's state depends on. */
export interface LockboxTimes {
  readonly state: KeptLockboxState;
  readonly lapsesAt: Temporal.Instant;
  /** until when it runs; null until it is granted */
  readonly until: Temporal.Instant | null;
}

const SEEN: Readonly<Record<KeptLockboxState, LockboxState>> = {
  requested: 'waiting',
  approved: 'running',
  refused: 'dismissed',
  withdrawn: 'withdrawn',
  revoked: 'invalidated',
  returned: 'returned',
};

/**
 * The state of a lockbox at a moment. Time alone ends it: nobody has to do anything for it to lapse or to be over.
 * @param at the moment asked about
 */
export function lockboxStateAt({ state, lapsesAt, until }: LockboxTimes, at: Temporal.Instant): LockboxState {
  if (state === 'requested' && at.epochMilliseconds >= lapsesAt.epochMilliseconds) return 'lapsed';
  if (state === 'approved' && (until === null || at.epochMilliseconds >= until.epochMilliseconds)) return 'over';
  return SEEN[state];
}

/**
 * Tells whether what is granted stays within what was asked for: no further category, no minute more, nobody else. That a member belongs to
 * a site is not known here, so one member within a site is left to whoever knows.
 */
export function staysWithin(granted: LockboxExtent, asked: LockboxExtent): boolean {
  const within = granted.categories.every((category) => asked.categories.includes(category));
  return within && granted.categories.length > 0 && granted.minutes <= asked.minutes && scopeWithin(granted.scope, asked.scope);
}

function scopeWithin(granted: LockboxScope, asked: LockboxScope): boolean {
  if (granted.reach === 'site' && granted.siteId === null) return false;
  if (granted.reach === 'member' && granted.memberId === null) return false;
  if (asked.reach === 'all') return true;
  if (asked.reach === 'site') return granted.reach === 'member' || (granted.reach === 'site' && granted.siteId === asked.siteId);
  return granted.reach === 'member' && granted.memberId === asked.memberId;
}

/** What an organization allows without being asked each time. */
export interface LockboxPreapproval {
  readonly justification: LockboxJustification;
  readonly categories: readonly ProfileCategory[];
  readonly minutes: number;
  /** the widest that is allowed */
  readonly reach: LockboxReach;
}

/** How an organization meets requests of SmartPAR's staff: each is asked about, or none is let through. */
export const LOCKBOX_MODES = ['ask', 'none'] as const;

/** How an organization meets requests of SmartPAR's staff. */
export type LockboxMode = (typeof LOCKBOX_MODES)[number];

/** Tells whether what is asked for was allowed beforehand. */
export const isPreapproved = (justification: LockboxJustification, asked: LockboxExtent, allowed: readonly LockboxPreapproval[]): boolean =>
  allowed.some(
    (kind) =>
      kind.justification === justification &&
      asked.minutes <= kind.minutes &&
      LOCKBOX_REACHES.indexOf(asked.scope.reach) >= LOCKBOX_REACHES.indexOf(kind.reach) &&
      asked.categories.every((category) => kind.categories.includes(category)),
  );
