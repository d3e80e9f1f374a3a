import { Temporal } from '@smartpar/kernel';

/** Why somebody left: by their own wish, by the word of the organization, because a contract or a task ended, or because they died. */
export const DEPARTURE_CAUSES = ['left', 'dismissed', 'ended', 'deceased'] as const;

/** Why somebody left. */
export type DepartureCause = (typeof DEPARTURE_CAUSES)[number];

/** How whoever left got their way to what is kept about them: by mail, on paper, or not at all. */
export const ENVELOPES = ['mail', 'print', 'none'] as const;

/** How whoever left got their way to what is kept about them. */
export type Envelope = (typeof ENVELOPES)[number];

/** For how many days somebody who left can come back where an organization says nothing else. */
export const FIRST_GRACE_DAYS = 14;

/** The longest that may be, in days. */
export const MOST_GRACE_DAYS = 90;

/** After how many days without use a member counts as dormant where an organization says nothing else. */
export const FIRST_DORMANT_DAYS = 90;

/** What an organization may say instead, in days. */
export const DORMANT_DAYS = Object.freeze({ least: 14, most: 730 });

/** What keeps somebody who left from being de-identified: their time to come back, the retention period, a hold, or a request that is open. */
export type Wait = { readonly kind: 'grace' | 'period'; readonly until: Temporal.Instant } | { readonly kind: 'hold' | 'request'; readonly count: number };

/** What decides when somebody who left is de-identified. */
export interface Leaving {
  readonly departedAt: Temporal.Instant;
  readonly graceUntil: Temporal.Instant;
  /** for how many days after they left their data is kept */
  readonly memberDays: number;
  /** holds in force; they beat everything else */
  readonly holds: number;
  /** their requests nobody has answered yet */
  readonly openRequests: number;
}

/** Days as what they are on the clock of the server: 24 hours each, so that a plan is the same wherever it is read. */
const DAY_HOURS = 24;

/** The moment from which nothing but holds and open requests keeps somebody's data. */
export function plannedAt({ departedAt, graceUntil, memberDays }: Omit<Leaving, 'holds' | 'openRequests'>): Temporal.Instant {
  const kept = departedAt.add({ hours: memberDays * DAY_HOURS });
  return Temporal.Instant.compare(kept, graceUntil) > 0 ? kept : graceUntil;
}

/** Until when somebody who leaves at a moment can come back. */
export const graceFrom = (departedAt: Temporal.Instant, days: number): Temporal.Instant => departedAt.add({ hours: days * DAY_HOURS });

/** Tells whether somebody who left can still come back. */
export const mayComeBack = (graceUntil: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(now, graceUntil) < 0;

/** Everything that keeps somebody who left from being de-identified now; nothing where it is time. */
export function waitsFor(leaving: Leaving, now: Temporal.Instant): readonly Wait[] {
  const { graceUntil, holds, openRequests } = leaving;
  const planned = plannedAt(leaving);
  const waits: readonly (Wait | false)[] = [
    mayComeBack(graceUntil, now) && { kind: 'grace', until: graceUntil },
    Temporal.Instant.compare(planned, graceUntil) > 0 && Temporal.Instant.compare(now, planned) < 0 && { kind: 'period', until: planned },
    holds > 0 && { kind: 'hold', count: holds },
    openRequests > 0 && { kind: 'request', count: openRequests },
  ];
  return waits.filter((wait) => wait !== false);
}

/** The latest of the moments that are waited for; `null` where only holds and requests are. */
export function nextMoment(waits: readonly Wait[]): Temporal.Instant | null {
  const moments = waits.flatMap((wait) => ('until' in wait ? [wait.until] : []));
  return moments.toSorted((one, other) => Temporal.Instant.compare(other, one))[0] ?? null;
}
