import { Temporal } from '@smartpar/kernel';

/** How long after the right password the code may be given. */
export const HALF_SESSION_LIFETIME = Temporal.Duration.from({ minutes: 5 });

/** How long a secret that was shown waits for its first code. */
export const PREPARATION_LIFETIME = Temporal.Duration.from({ minutes: 30 });

/** How long somebody whose organization reset their second factor may come in without one, to set up the next. */
export const RESET_LIFETIME = Temporal.Duration.from({ hours: 72 });

/** How long a link to a private address works. */
export const PRIVATE_LINK_LIFETIME = Temporal.Duration.from({ minutes: 30 });

/** How long a confirmation of a private address may take. */
export const ADDRESS_LINK_LIFETIME = Temporal.Duration.from({ hours: 48 });

/** Whether an organization asks its members for a second factor. */
export interface FactorRequirement {
  /** since when it is asked for; `null` where it is not */
  readonly since: Temporal.Instant | null;
  /** days from then on in which members may still come in without one */
  readonly graceDays: number;
}

/** From when on entry is refused without a second factor; `null` for never. */
export const requiredFrom = ({ since, graceDays }: FactorRequirement): Temporal.Instant | null => since?.add({ hours: graceDays * 24 }) ?? null;

/**
 * The requirement after somebody set it again: one that was there already keeps its beginning, so that a longer grace
 * prolongs it and a shorter one shortens it.
 */
export const afterSetting = (
  before: FactorRequirement,
  wanted: { readonly required: boolean; readonly graceDays: number },
  at: Temporal.Instant,
): FactorRequirement => ({
  since: wanted.required ? (before.since ?? at) : null,
  graceDays: wanted.graceDays,
});

/** What somebody may be told by mail about their second factor. */
export const FACTOR_EVENTS = [
  'set-up',
  'replaced',
  'set-up-for-organization',
  'turned-off',
  'codes-renewed',
  'recovery-code-used',
  'reset-by-organization',
  'reset-by-operator',
  'proved',
] as const;

/** Something that happened to somebody's second factor. */
export type FactorEvent = (typeof FACTOR_EVENTS)[number];
