import type { Regime } from './regime';
import type { PauseReason, RequestKind } from './request-kind';

/** A length of time as a law states it. */
export interface Period {
  readonly figure: number;
  readonly unit: 'days' | 'business-days' | 'calendar-months';
}

/** One deadline of one law, as data. A deadline keeps the id of the row it was computed from and can be recomputed. */
export interface ClockRule {
  /** stable, never reused for another text of the law */
  readonly id: string;
  readonly regime: Regime;
  /** an answer, or a mere acknowledgement (which the receipt sent at once gives) */
  readonly duty: 'reply' | 'acknowledgement';
  /** the kinds of request it governs */
  readonly kinds: readonly RequestKind[];
  readonly period: Period;
  /** what the law counts from; where it allows a later start than submission, we still start at submission */
  readonly starts: 'submission' | 'identity-or-fee';
  /** reasons for which the law lets the clock stand still */
  readonly pauses: readonly PauseReason[];
  /** what may be added, the person being told within the first period */
  readonly extension: Period | null;
  /** what happens when the last day is no working day */
  readonly lastDay: 'next-working-day' | 'as-counted';
  readonly citation: string;
  /** first day on which it is in force: `2018-05-25` */
  readonly effectiveFrom: string;
  /** first day on which it no longer is */
  readonly effectiveTo: string | null;
  /** day on which the row was last compared with its source; null where it never was */
  readonly verifiedOn: string | null;
  /** unverified: from general knowledge, or sources disagree; said so wherever the date is shown */
  readonly confidence: 'verified' | 'unverified';
}

/** The day on which the verified rows were last compared with their sources. */
export const VERIFIED_ON = '2026-11-23';

/** Marks a row as compared with its source. */
export const VERIFIED = { verifiedOn: VERIFIED_ON, confidence: 'verified' } as const;

/** Marks a row as taken from general knowledge. */
export const UNVERIFIED = { verifiedOn: null, confidence: 'unverified' } as const;
