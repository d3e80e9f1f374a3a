import type { Temporal } from '@smartpar/kernel';
import { addPeriod, dayOf, endOfDay, type Holidays, workingDayFrom } from './calendar';
import type { ClockStep } from './clock.contract';
import type { ClockRule } from './clock-rule';
import type { ApplyingRegime } from './regime';
import type { PauseReason } from './request-kind';

/** A time during which a clock stood still. */
export interface Pause {
  readonly reason: PauseReason;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** Everything a deadline is computed from. */
export interface DeadlineBasis {
  readonly rule: ClockRule;
  readonly regime: ApplyingRegime;
  readonly startedAt: Temporal.Instant;
  /** IANA name of the organization's time zone */
  readonly timeZone: string;
  readonly holidays: Holidays;
  /** ended pauses, in order, none overlapping another */
  readonly pauses: readonly Pause[];
}

/** A computed deadline. */
export interface Deadline {
  /** the last day */
  readonly dueOn: Temporal.PlainDate;
  /** the last second of it, where the controller is */
  readonly dueAt: Temporal.Instant;
  /** when half of the running time is over */
  readonly halfAt: Temporal.Instant;
  /** when four fifths of the running time are over */
  readonly fourFifthsAt: Temporal.Instant;
  /** how the date was computed */
  readonly steps: readonly ClockStep[];
}

/**
 * Computes a deadline and explains it.
 * A pause moves the last day by as many days as lie between its first and its last day; then, where the rule says so, a
 * last day that is no working day moves to the next that is.
 */
export function computeDeadline(basis: DeadlineBasis): Deadline {
  const { rule, regime, startedAt, timeZone, holidays, pauses } = basis;
  const startDay = dayOf(startedAt, timeZone);
  const steps: ClockStep[] = [
    { code: 'started', at: startedAt.toString(), day: startDay.toString(), timeZone },
    { code: 'rule-chosen', ruleId: rule.id, regime: rule.regime, ground: regime.ground, place: regime.place },
  ];
  let day = addPeriod(startDay, rule.period, holidays);
  steps.push({ code: 'period-added', figure: rule.period.figure, unit: rule.period.unit, day: day.toString() });
  if (rule.period.unit === 'calendar-months' && day.day !== startDay.day) steps.push({ code: 'month-end', wantedDay: startDay.day, day: day.toString() });
  for (const pause of pauses) {
    const days = daysOf(pause, timeZone);
    day = day.add({ days });
    steps.push({
      code: 'pause-added',
      reason: pause.reason,
      from: dayOf(pause.from, timeZone).toString(),
      to: dayOf(pause.to, timeZone).toString(),
      days,
      day: day.toString(),
    });
  }
  const dueOn = rule.lastDay === 'next-working-day' ? moved(day, holidays, steps) : day;
  const dueAt = endOfDay(dueOn, timeZone);
  steps.push({ code: 'ends', day: dueOn.toString(), at: dueAt.toString() });
  return { dueOn, dueAt, halfAt: shareOfTime(startedAt, dueAt, pauses, 0.5), fourFifthsAt: shareOfTime(startedAt, dueAt, pauses, 0.8), steps };
}

/** Whole days by which a pause moves the last day: from the day it began to the day it ended. */
export const daysOf = (pause: Pause, timeZone: string): number => dayOf(pause.from, timeZone).until(dayOf(pause.to, timeZone), { largestUnit: 'days' }).days;

function moved(day: Temporal.PlainDate, holidays: Holidays, steps: ClockStep[]): Temporal.PlainDate {
  const working = workingDayFrom(day, holidays);
  if (working.passed.length > 0) steps.push({ code: 'moved-to-working-day', from: day.toString(), day: working.day.toString(), because: [...working.passed] });
  return working.day;
}

/** The instant at which a share of the running time is over; the time during pauses does not run. */
function shareOfTime(start: Temporal.Instant, due: Temporal.Instant, pauses: readonly Pause[], share: number): Temporal.Instant {
  const paused = pauses.reduce((sum, { from, to }) => sum + between(from, to), 0);
  let left = Math.floor((between(start, due) - paused) * share);
  let at = start;
  for (const pause of pauses) {
    const run = between(at, pause.from);
    if (left <= run) break;
    left -= run;
    at = pause.to;
  }
  return at.add({ milliseconds: left });
}

const between = (from: Temporal.Instant, to: Temporal.Instant): number => to.epochMilliseconds - from.epochMilliseconds;
