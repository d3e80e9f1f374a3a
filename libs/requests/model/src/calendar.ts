import { Temporal } from '@smartpar/kernel';
import type { ClockStepOf } from './clock.contract';
import type { Period } from './clock-rule';

/** Says whether a day is a public holiday where the controller is; its name, or null for none. */
export type Holidays = (day: Temporal.PlainDate) => string | null;

/** Knows no holidays, only weekends. */
export const noHolidays: Holidays = () => null;

/** Why a day is no working day. */
export type DayOff = ClockStepOf<'moved-to-working-day'>['because'][number];

/**
 * Why a day is no working day; null for a working day.
 * @see Regulation (EEC, Euratom) No 1182/71 Art. 2(2): all days other than public holidays, Sundays and Saturdays
 */
export function dayOff(day: Temporal.PlainDate, holidays: Holidays): DayOff | null {
  const name = holidays(day);
  if (name !== null) return { day: day.toString(), kind: 'holiday', name };
  return day.dayOfWeek > 5 ? { day: day.toString(), kind: 'weekend', name: null } : null;
}

/**
 * Adds a period to the day a clock starts; that day itself does not count.
 * @returns the last day. For months: the same date, else the last day of that month
 * @see Regulation (EEC, Euratom) No 1182/71 Art. 3(1) and 3(2)(c)
 */
export function addPeriod(day: Temporal.PlainDate, { figure, unit }: Period, holidays: Holidays): Temporal.PlainDate {
  if (unit === 'calendar-months') return day.add({ months: figure }, { overflow: 'constrain' });
  if (unit === 'days') return day.add({ days: figure });
  let last = day;
  for (let counted = 0; counted < figure;) {
    last = last.add({ days: 1 });
    if (dayOff(last, holidays) === null) counted += 1;
  }
  return last;
}

/**
 * The day itself where it is a working day, else the next that is.
 * @returns that day, and every day passed over with the reason
 * @see Regulation (EEC, Euratom) No 1182/71 Art. 3(4)
 */
export function workingDayFrom(day: Temporal.PlainDate, holidays: Holidays): { readonly day: Temporal.PlainDate; readonly passed: readonly DayOff[] } {
  const passed: DayOff[] = [];
  let candidate = day;
  for (let off = dayOff(candidate, holidays); off !== null; off = dayOff(candidate, holidays)) {
    passed.push(off);
    candidate = candidate.add({ days: 1 });
  }
  return { day: candidate, passed };
}

/**
 * The last second of a day where the controller is: a period ends with the expiry of the last hour of its last day.
 * @see Regulation (EEC, Euratom) No 1182/71 Art. 3(2)
 */
export const endOfDay = (day: Temporal.PlainDate, timeZone: string): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant().subtract({ seconds: 1 });

/** The calendar day of an instant where the controller is. */
export const dayOf = (instant: Temporal.Instant, timeZone: string): Temporal.PlainDate => instant.toZonedDateTimeISO(timeZone).toPlainDate();

/** The earlier of two instants. */
export const earlier = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant => (Temporal.Instant.compare(one, other) <= 0 ? one : other);
