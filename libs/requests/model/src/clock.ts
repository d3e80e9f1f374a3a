import { Temporal } from '@smartpar/kernel';
import { dayOf, earlier, type Holidays, noHolidays } from './calendar';
import type { ClockRule } from './clock-rule';
import { clockRule, HOUSE_RULE, replyRule } from './clock-rules';
import { computeDeadline, type Deadline, type Pause } from './deadline';
import { type ApplyingRegime, codeOfPlace, regimesFor, type Situation } from './regime';
import type { PauseReason, RequestKind } from './request-kind';

/** A clock as it was started; this record never changes. */
export interface ClockRecord {
  readonly id: string;
  readonly ruleId: string;
  readonly regime: ApplyingRegime;
  readonly startedAt: Temporal.Instant;
  readonly timeZone: string;
  /** ISO code of the place whose holidays count: the controller's, such as `DE-BY` */
  readonly calendar: string;
  readonly deadline: Deadline;
}

/** What happened to a clock after it was started; appended, never changed. */
export type ClockEvent =
  | { readonly kind: 'paused'; readonly at: Temporal.Instant; readonly reason: PauseReason }
  | { readonly kind: 'resumed'; readonly at: Temporal.Instant; readonly deadline: Deadline }
  | { readonly kind: 'answered'; readonly at: Temporal.Instant }
  | { readonly kind: 'replaced'; readonly at: Temporal.Instant };

/** A clock with everything that happened to it, in order. */
export interface Clock extends ClockRecord {
  readonly events: readonly ClockEvent[];
}

/** What clocks are started from. */
export interface ClockStart {
  readonly kind: RequestKind;
  readonly situation: Situation;
  /** when the person first sent the question */
  readonly startedAt: Temporal.Instant;
  readonly timeZone: string;
  readonly holidays: Holidays;
  /** makes the id of each clock */
  readonly newId: () => string;
}

/**
 * Starts the clocks of a request: one for each regime that applies, by its rule in force on the day of the start. Where none of
 * them sets a date, the house rule does, so there is always a clock.
 * @returns at least one clock
 */
export function startClocks({ kind, situation, startedAt, timeZone, holidays, newId }: ClockStart): readonly ClockRecord[] {
  const on = dayOf(startedAt, timeZone).toString();
  const known = regimesFor(situation).flatMap((regime) => {
    const rule = replyRule({ regime: regime.regime, kind, on });
    return rule === undefined ? [] : [{ rule, regime }];
  });
  const chosen = known.length > 0 ? known : [houseRuleAt(situation)];
  return chosen.map(({ rule, regime }) => ({
    id: newId(),
    ruleId: rule.id,
    regime,
    startedAt,
    timeZone,
    calendar: codeOfPlace(situation.controller),
    deadline: computeDeadline({ rule, regime, startedAt, timeZone, holidays, pauses: [] }),
  }));
}

function houseRuleAt({ controller }: Situation): { readonly rule: ClockRule; readonly regime: ApplyingRegime } {
  return { rule: HOUSE_RULE, regime: { regime: HOUSE_RULE.regime, ground: 'house-rule', place: codeOfPlace(controller) } };
}

/** Where a clock stands. */
export type ClockState = 'running' | 'paused' | 'met' | 'missed' | 'replaced';

/** The deadline that counts: the last one computed. */
export const deadlineOf = (clock: Clock): Deadline =>
  clock.events.reduce((deadline, event) => (event.kind === 'resumed' ? event.deadline : deadline), clock.deadline);

/** The pause a clock is in, or null. */
export function openPause({ events }: Clock): Extract<ClockEvent, { kind: 'paused' }> | null {
  const last = events.at(-1);
  return last?.kind === 'paused' ? last : null;
}

/** Where a clock stands at a moment. A clock that stands still is never missed. */
export function stateOf(clock: Clock, now: Temporal.Instant): ClockState {
  const last = clock.events.at(-1);
  if (last?.kind === 'replaced') return 'replaced';
  if (last?.kind === 'paused') return 'paused';
  const until = last?.kind === 'answered' ? last.at : now;
  if (Temporal.Instant.compare(until, deadlineOf(clock).dueAt) > 0) return 'missed';
  return last?.kind === 'answered' ? 'met' : 'running';
}

/** Tells whether a clock still asks for an answer. */
export const isLive = ({ events }: Clock): boolean => !['answered', 'replaced'].includes(events.at(-1)?.kind ?? 'started');

/** The pauses of a clock that have ended. */
export function endedPauses({ events }: Clock): readonly Pause[] {
  return events.flatMap((event, index) => {
    const before = events[index - 1];
    return event.kind === 'resumed' && before?.kind === 'paused' ? [{ reason: before.reason, from: before.at, to: event.at }] : [];
  });
}

/** Tells whether the law behind a clock lets it stand still for a reason, and it is running. */
export const mayPause = (clock: Clock, reason: PauseReason): boolean =>
  isLive(clock) && openPause(clock) === null && clockRule(clock.ruleId).pauses.includes(reason);

/** The event that ends a pause, with the deadline computed anew. */
export function resume(clock: Clock, at: Temporal.Instant, holidays: Holidays): ClockEvent {
  const pause = openPause(clock);
  const pauses = pause === null ? endedPauses(clock) : [...endedPauses(clock), { reason: pause.reason, from: pause.at, to: at }];
  const { ruleId, regime, startedAt, timeZone } = clock;
  return { kind: 'resumed', at, deadline: computeDeadline({ rule: clockRule(ruleId), regime, startedAt, timeZone, holidays, pauses }) };
}

/** What a request's clocks say together. */
export interface LeadingClock {
  readonly clock: Clock;
  readonly deadline: Deadline;
  /** every live clock stands still */
  readonly paused: boolean;
}

/**
 * The clock to keep: the earliest of those that run; where all stand still, the earliest of those; where all have ended,
 * the earliest of the ones not replaced.
 * @throws RangeError for a request without clocks, which cannot be
 */
export function leadingClock(clocks: readonly Clock[]): LeadingClock {
  const live = clocks.filter(isLive);
  const running = live.filter((clock) => openPause(clock) === null);
  const kept = clocks.filter(({ events }) => events.at(-1)?.kind !== 'replaced');
  const candidates = [running, live, kept].find((some) => some.length > 0);
  if (candidates === undefined) throw new RangeError('A request has lost its clock.');
  const clock = candidates.reduce((first, other) => (isEarlier(other, first) ? other : first));
  return { clock, deadline: deadlineOf(clock), paused: running.length === 0 && live.length > 0 };
}

const isEarlier = (one: Clock, other: Clock): boolean => {
  const [a, b] = [deadlineOf(one).dueAt, deadlineOf(other).dueAt];
  return !a.equals(b) && earlier(a, b).equals(a);
};

/** The events that end a clock with an answer; a pause it is in ends first, so that the date it is measured by includes it. */
export function answerClock(clock: Clock, at: Temporal.Instant, holidays: Holidays): readonly ClockEvent[] {
  if (!isLive(clock)) return [];
  const answered: ClockEvent = { kind: 'answered', at };
  return openPause(clock) === null ? [answered] : [resume(clock, at, holidays), answered];
}

/**
 * Gives a clock that replaces others (because the request was classified) the pauses of the one it replaces, as far as its own
 * rule allows their reasons.
 * @param record the new clock, started when the old one was
 * @param old the clock it takes over from
 */
export function withPausesOf(record: ClockRecord, old: Clock, holidays: Holidays): Clock {
  const allowed = (reason: PauseReason): boolean => clockRule(record.ruleId).pauses.includes(reason);
  let clock: Clock = { ...record, events: [] };
  for (const { reason, from, to } of endedPauses(old).filter((pause) => allowed(pause.reason))) {
    clock = { ...clock, events: [...clock.events, { kind: 'paused', at: from, reason }] };
    clock = { ...clock, events: [...clock.events, resume(clock, to, holidays)] };
  }
  const open = openPause(old);
  return open !== null && allowed(open.reason) ? { ...clock, events: [...clock.events, open] } : clock;
}

/**
 * The day promised to somebody who has not proved the identifier they gave: by the house rule, in UTC and without any place's holidays,
 * so that it says nothing about the organization their question went to.
 */
export function platformPromise(startedAt: Temporal.Instant): Temporal.PlainDate {
  const regime: ApplyingRegime = { regime: HOUSE_RULE.regime, ground: 'house-rule', place: '' };
  return computeDeadline({ rule: HOUSE_RULE, regime, startedAt, timeZone: 'UTC', holidays: noHolidays, pauses: [] }).dueOn;
}
