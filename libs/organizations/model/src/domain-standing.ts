import type { Temporal } from '@smartpar/kernel';
import type { BothChecks, ProofWay } from './domain-file';
import type { CheckOutcome } from './domain-proof';
import type { DomainState } from './organization-domain';

/** How the proof of a domain stands. */
export interface DomainStanding {
  readonly state: DomainState;
  /** by what it was proved last; `null` where it never was */
  readonly provedBy: ProofWay | null;
  /** when a check last found the proof */
  readonly provedAt: Temporal.Instant | null;
  /** since when it has been missing, while the domain still counts */
  readonly failingSince: Temporal.Instant | null;
  /** how many checks in a row have found it missing */
  readonly failures: number;
  readonly lostAt: Temporal.Instant | null;
}

/** Checks that have to find the proof missing before it is lost. */
export const FAILURES_UNTIL_LOST = 3;

/** Hours for which it has to be missing before it is lost: a wrong click at the name servers is mended on Monday. */
export const HOURS_UNTIL_LOST = 72;

/** Hours of silence that count as a proof that is gone: name servers that nobody runs any more. */
export const HOURS_OF_SILENCE = 14 * 24;

/** What one check came to, on both ways together. */
export function outcomeOf({ record, file }: BothChecks, provedBy: ProofWay | null): CheckOutcome | 'gone' {
  if (record.outcome === 'proved' || file === 'proved') return 'proved';
  if (provedBy !== 'file') return record.outcome;
  return file === 'no-answer' || file === null ? 'no-answer' : 'gone';
}

/** The way by which a check proved it. */
export const wayOf = ({ record, file }: BothChecks): ProofWay | null => {
  if (record.outcome === 'proved') return 'record';
  return file === 'proved' ? 'file' : null;
};

/**
 * How a proof stands after a check. Silence proves neither, for a while. A domain that is proved keeps its place through a few days in which the
 * proof is missing, and is flagged all that time; then it is lost, since it may have a new owner by now. What an operator vouches for stays theirs to take back.
 * @param outcome of the check; `held-elsewhere` where another organization has proved the domain
 * @param way by which it was proved
 */
export function standingAfter(before: DomainStanding, outcome: CheckOutcome | 'gone', way: ProofWay | null, now: Temporal.Instant): DomainStanding {
  if (outcome === 'proved') return { state: 'verified', provedBy: way, provedAt: now, failingSince: null, failures: 0, lostAt: null };
  if (before.state === 'lost' || before.provedBy === 'operator') return before;
  if (before.state !== 'verified') return outcome === 'no-answer' ? before : { ...before, state: 'failed' };
  if (outcome === 'no-answer') return silentTooLong(before, now) ? lost(before, now) : before;
  const failing = { ...before, failingSince: before.failingSince ?? now, failures: before.failures + 1 };
  return failing.failures >= FAILURES_UNTIL_LOST && hoursSince(failing.failingSince, now) >= HOURS_UNTIL_LOST ? lost(failing, now) : failing;
}

/** Whether an organization may act on people's accounts by a domain now: proved, and found at the last check that said anything. */
export const isProofSound = ({ state, failingSince }: Pick<DomainStanding, 'state' | 'failingSince'>): boolean => state === 'verified' && failingSince === null;

const lost = (before: DomainStanding, now: Temporal.Instant): DomainStanding => ({ ...before, state: 'lost', failingSince: null, lostAt: now });

const silentTooLong = ({ provedAt }: DomainStanding, now: Temporal.Instant): boolean => provedAt !== null && hoursSince(provedAt, now) >= HOURS_OF_SILENCE;

const hoursSince = (from: Temporal.Instant, now: Temporal.Instant): number => from.until(now).total('hours');
