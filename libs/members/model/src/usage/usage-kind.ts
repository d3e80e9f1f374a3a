import { Temporal } from '@smartpar/kernel';

/** What the app may tell about whoever uses it: the device it runs on, that they signed in and from where, and how it ran. */
export const USAGE_KINDS = ['device', 'sign-in', 'diagnostic'] as const;

/** A kind of usage data. */
export type UsageKind = (typeof USAGE_KINDS)[number];

/**
 * The Fideslang category of each kind: that of what is most personal in it.
 * @see https://ethyca.github.io/fideslang/taxonomy/data_categories/
 */
export const USAGE_CATEGORIES = { device: 'user.device.device_id', 'sign-in': 'user.device.ip_address', diagnostic: 'user.telemetry' } as const;

/** What an organization says of one kind. */
export interface UsageRule {
  /** it is kept at all; where it is not, it is dropped at the door and counted */
  readonly collected: boolean;
  /** how many whole months it is kept after the month in which it happened */
  readonly months: number;
}

/** What an organization says of every kind. */
export type UsageRules = Readonly<Record<UsageKind, UsageRule>>;

/** Most months usage data is kept after its own. */
export const MAX_USAGE_MONTHS = 24;

/** What holds until an organization says something else: all the app's privacy policy names, each no longer than it is of use. */
export const SHIPPED_USAGE_RULES: UsageRules = {
  device: { collected: true, months: 6 },
  'sign-in': { collected: true, months: 3 },
  diagnostic: { collected: true, months: 1 },
};

/** Why an event was dropped at the door: the organization does not collect its kind, an agreement it needs is missing, or it names no member. */
export const DROP_REASONS = ['switched-off', 'no-agreement', 'unknown-member'] as const;

/** Why an event was dropped at the door. */
export type DropReason = (typeof DROP_REASONS)[number];

/** Whether a kind is collected at a moment, and why not. */
export type Collection = 'collected' | Exclude<DropReason, 'unknown-member'>;

/**
 * Whether a kind is collected.
 * @param agreed no agreement is needed before worker data is evaluated, or one is in force
 */
export function collectionOf({ collected }: UsageRule, agreed: boolean): Collection {
  if (!collected) return 'switched-off';
  return agreed ? 'collected' : 'no-agreement';
}

/** Whether each kind is collected. */
export const collectionsOf = (rules: UsageRules, agreed: boolean): Readonly<Record<UsageKind, Collection>> => ({
  device: collectionOf(rules.device, agreed),
  'sign-in': collectionOf(rules['sign-in'], agreed),
  diagnostic: collectionOf(rules.diagnostic, agreed),
});

/** How far ahead of the server the clock of a device may be, in seconds. */
export const CLOCK_SKEW_SECONDS = 300;

/** The beginning of the oldest month of which anything is kept. Months are those of UTC, whatever the organization's time zone, so that a month ends everywhere at once. */
export const keptFrom = (at: Temporal.Instant, months: number): Temporal.Instant => monthOf(at).subtract({ months }).toInstant();

/** When something of a moment is over: the first moment at which it is not kept any more. */
export const overAt = (at: Temporal.Instant, months: number): Temporal.Instant =>
  monthOf(at)
    .add({ months: months + 1 })
    .toInstant();

const monthOf = (at: Temporal.Instant): Temporal.ZonedDateTime => at.toZonedDateTimeISO('UTC').with({ day: 1 }).startOfDay();

/**
 * The moment an event says it happened at: its id is a UUID version 7, which begins with it.
 * @param id in any case
 * @see RFC 9562 section 5.7
 */
export const momentOfId = (id: string): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(Number.parseInt(id.replace('-', '').slice(0, 12), 16));

/** The first of all ids of a moment. */
export function firstIdOf(at: Temporal.Instant): string {
  const hex = at.epochMilliseconds.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
