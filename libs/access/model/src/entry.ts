import type { Temporal } from '@smartpar/kernel';

/** What an organization asks of somebody's sign-in before it lets them in. */
export interface EntryConditions {
  /** from when on a second factor is asked for; `null` where none is */
  readonly factorFrom: Temporal.Instant | null;
  /** a second factor proved for no later than this does not count: the organization reset it then */
  readonly factorAfter: Temporal.Instant | null;
  /** who proved themself no later than this proves it again: the organization signed them out then */
  readonly provedAfter: Temporal.Instant | null;
}

/** What a session has proved beyond the password. */
export interface EntryProof {
  /** when the second factor given for this session was set up; for a recovery code, when it was given; `null` for the password alone */
  readonly factorSince: Temporal.Instant | null;
  /** the one organization the session may enter, whose reset opened it; `null` for all of the account's */
  readonly onlyIn: string | null;
  /** when the password was typed for the session last; without it, longer ago than anything */
  readonly provedAt?: Temporal.Instant;
}

/** Asks for nothing beyond the password. */
export const NO_CONDITIONS: EntryConditions = { factorFrom: null, factorAfter: null, provedAfter: null };

/** Has nothing proved beyond the password. */
export const PASSWORD_ONLY: EntryProof = { factorSince: null, onlyIn: null };

/**
 * Tells whether a session may enter an organization as far as second factors go.
 * @param at now
 */
export function mayEnter({ factorFrom, factorAfter }: Pick<EntryConditions, 'factorFrom' | 'factorAfter'>, { factorSince }: Pick<EntryProof, 'factorSince'>, at: Temporal.Instant): boolean {
  if (factorAfter !== null) return factorSince !== null && isAfter(factorSince, factorAfter);
  return factorFrom === null || factorSince !== null || isAfter(factorFrom, at);
}

/** Tells whether the organization signed somebody out since they typed their password for this session. */
export const isSignedOut = ({ provedAfter }: Pick<EntryConditions, 'provedAfter'>, { provedAt }: Pick<EntryProof, 'provedAt'>): boolean =>
  provedAfter !== null && (provedAt === undefined || !isAfter(provedAt, provedAfter));

const isAfter = (one: Temporal.Instant, other: Temporal.Instant): boolean => one.epochMilliseconds > other.epochMilliseconds;
