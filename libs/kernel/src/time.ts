import { Temporal } from 'temporal-polyfill';

export { Temporal };

/** The source of now. Everything that asks for the time asks here, so that tests can say what time it is. */
export abstract class Time {
  /** @returns this moment, as an instant in UTC */
  abstract now(): Temporal.Instant;
}

/** The machine's own time. */
export class SystemTime extends Time {
  now(): Temporal.Instant {
    return Temporal.Now.instant();
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
