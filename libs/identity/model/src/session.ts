import { Temporal } from '@smartpar/kernel';

/** How long a session lives. */
export interface SessionLimits {
  /** longest time between two requests */
  readonly idle: Temporal.Duration;
  /** longest time since sign-in, whatever happens */
  readonly absolute: Temporal.Duration;
}

/** Limits of both kinds of session, and of the proof that opens them. */
export interface SessionRules {
  readonly own: SessionLimits;
  /** on a shared computer, where the next person may sit down any minute */
  readonly shared: SessionLimits;
  /** how long typing the password counts as proof for a dangerous act */
  readonly freshFor: Temporal.Duration;
}

/**
 * Limits unless an operator sets others.
 * @see NIST SP 800-63B section 4.2.3 (reauthentication after 12 hours idle or 30 days) for the ordinary ones
 */
export const DEFAULT_SESSION_RULES: SessionRules = {
  own: { idle: Temporal.Duration.from({ hours: 12 }), absolute: Temporal.Duration.from({ hours: 720 }) },
  shared: { idle: Temporal.Duration.from({ minutes: 15 }), absolute: Temporal.Duration.from({ hours: 8 }) },
  freshFor: Temporal.Duration.from({ minutes: 10 }),
};

/** How often use of a session is written down at most; in between, the stored moment is good enough. */
const NOTED_EVERY = Temporal.Duration.from({ minutes: 1 });

/** What decides whether a session still lives. */
export interface SessionLife {
  readonly sharedComputer: boolean;
  readonly createdAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
}

/** Lengths of the few durations there are rules of. */
const lengths = new WeakMap<Temporal.Duration, number>();

function millisecondsOf(duration: Temporal.Duration): number {
  const known = lengths.get(duration) ?? duration.total('milliseconds');
  if (!lengths.has(duration)) lengths.set(duration, known);
  return known;
}

/** In milliseconds: every request asks this, and making an instant for it would cost more than comparing. */
const isPast = (start: Temporal.Instant, duration: Temporal.Duration, at: Temporal.Instant): boolean =>
  start.epochMilliseconds + millisecondsOf(duration) <= at.epochMilliseconds;

const limitsOf = (session: Pick<SessionLife, 'sharedComputer'>, rules: SessionRules): SessionLimits => (session.sharedComputer ? rules.shared : rules.own);

/** When a session ends at the latest, however much it is used. */
export const endOf = (session: Pick<SessionLife, 'sharedComputer' | 'createdAt'>, rules: SessionRules): Temporal.Instant =>
  session.createdAt.add(limitsOf(session, rules).absolute);

/** Tells whether a session still lives: used recently enough, and not older than it may get. */
export const isLive = (session: SessionLife, rules: SessionRules, at: Temporal.Instant): boolean =>
  !isPast(session.lastSeenAt, limitsOf(session, rules).idle, at) && !isPast(session.createdAt, limitsOf(session, rules).absolute, at);

/** Tells whether use of a session should be written down again. */
export const shouldBeNoted = (session: Pick<SessionLife, 'lastSeenAt'>, at: Temporal.Instant): boolean => isPast(session.lastSeenAt, NOTED_EVERY, at);
