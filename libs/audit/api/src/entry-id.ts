import { randomInt, randomUUID } from 'node:crypto';
import type { Temporal } from '@smartpar/kernel';

/** As many entries are told apart by their order before counting begins anew. */
const ROUND = 2 ** 24;

/** Where the random part of a UUID's text begins that is kept. */
const RANDOM_FROM = 24;

let count = randomInt(ROUND);

/**
 * Makes the identifier of an entry: a UUID version 7 of the moment the entry tells of, then a count, so that the entries of this process sort as they
 * were written and the month of an entry can be read off its identifier.
 * @see RFC 9562 sections 5.7 and 6.2 (method 1)
 */
export function entryId({ epochMilliseconds }: Pick<Temporal.Instant, 'epochMilliseconds'>): string {
  count = (count + 1) % ROUND;
  const time = epochMilliseconds.toString(16).padStart(12, '0');
  const order = count.toString(16).padStart(6, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order.slice(0, 3)}-8${order.slice(3)}-${randomUUID().slice(RANDOM_FROM)}`;
}

/** The identifier before all those from a moment on; a moment in between two thousandths of a second begins with the next. */
export const firstIdSince = (moment: Temporal.Instant): string => firstIdOf(moment.round({ smallestUnit: 'millisecond', roundingMode: 'ceil' }));

/** The identifier before all those of a moment, and behind all those of earlier ones. */
export function firstIdOf({ epochMilliseconds }: Pick<Temporal.Instant, 'epochMilliseconds'>): string {
  const time = Math.max(0, epochMilliseconds).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
