import { Temporal } from 'temporal-polyfill';

export { Temporal };

/**
 * Writes an instant as RFC 3339 in UTC, to the millisecond, as `toString` of a whole number of milliseconds does: what
 * is written most often should not cost most.
 */
export function rfc3339(instant: Temporal.Instant): string {
  const text = new Date(instant.epochMilliseconds).toISOString();
  if (!text.endsWith('0Z')) return text;
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text.replace(/0+Z$/, 'Z');
}

/** The source of now. Everything that asks for the time asks here, so that tests can say what time it is. */
export abstract class Time {
  /** @returns this moment, as an instant in UTC */
  abstract now(): Temporal.Instant;
}

/** The machine's own time, to the millisecond, as precisely as instants are kept. */
export class SystemTime extends Time {
  private latest = Temporal.Instant.fromEpochMilliseconds(0);

  /** What asks again within a millisecond is told the same: making an instant costs more than most of what asks for it. */
  now(): Temporal.Instant {
    const now = Date.now();
    if (this.latest.epochMilliseconds !== now) this.latest = Temporal.Instant.fromEpochMilliseconds(now);
    return this.latest;
  }
}

/** A time that stands still until it is moved, for tests. */
export class FakeTime extends Time {
  private current: Temporal.Instant;

  /** @param start the first moment, as an RFC 9557 instant such as `2026-03-02T09:00:00Z` */
  constructor(start: string) {
    super();
    this.current = Temporal.Instant.from(start);
  }

  now(): Temporal.Instant {
    return this.current;
  }

  /** Moves to a moment, forward or back. */
  set(instant: string): void {
    this.current = Temporal.Instant.from(instant);
  }

  /** Moves forward by a duration such as `{ hours: 36 }`; days count as 24 hours. */
  advance(duration: Temporal.DurationLikeObject): void {
    const { days = 0, hours = 0, ...rest } = duration;
    this.current = this.current.add({ ...rest, hours: hours + days * 24 });
  }
}
