import Calendar from 'date-holidays';
import { LRUCache } from 'lru-cache';
import type { Holidays } from '@smartpar/requests/model';

/** Most years of places remembered at once. */
const MOST_YEARS = 500;

const years = new LRUCache<string, ReadonlyMap<string, string>>({ max: MOST_YEARS });
const calendars = new LRUCache<string, Calendar>({ max: MOST_YEARS });

/**
 * The public holidays of a place, by their local names.
 * @param place ISO code such as `DE` or `DE-BY`; a place nobody wrote a calendar for has none
 */
export const holidaysOf =
  (place: string): Holidays =>
  (day) =>
    yearOf(place, day.year).get(day.toString()) ?? null;

function yearOf(place: string, year: number): ReadonlyMap<string, string> {
  const key = `${place} ${year}`;
  const known = years.get(key) ?? publicHolidays(calendarOf(place), year);
  years.set(key, known);
  return known;
}

const publicHolidays = (calendar: Calendar, year: number): ReadonlyMap<string, string> =>
  new Map(
    calendar
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date, name }) => [date.slice(0, 10), name]),
  );

function calendarOf(place: string): Calendar {
  const known = calendars.get(place);
  if (known !== undefined) return known;
  const [country = '', subdivision] = place.split('-');
  const calendar = subdivision === undefined ? new Calendar(country) : new Calendar(country, subdivision);
  calendars.set(place, calendar);
  return calendar;
}
