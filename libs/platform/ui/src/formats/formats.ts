import { Injectable, computed, inject } from '@angular/core';
import { Language } from '../language/language';
import { Now } from '../now/now';

/** A moment (`2026-03-02T09:00:00Z`), a calendar day (`2026-03-02`), or a date object. */
export type When = string | Date;

const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;

const STEPS = [
  { unit: 'year', seconds: 31_557_600 },
  { unit: 'month', seconds: 2_629_800 },
  { unit: 'week', seconds: 604_800 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** Units of a length of time, the longest first, in minutes. */
const LENGTHS = [
  { unit: 'day', minutes: 1440 },
  { unit: 'hour', minutes: 60 },
  { unit: 'minute', minutes: 1 },
] as const;

/** Writes dates, times and numbers the way the language in use does in the reader's country; read in a template they follow it. */
@Injectable({ providedIn: 'root' })
export class Formats {
  private readonly language = inject(Language);
  private readonly now = inject(Now);
  private readonly days = computed(() => this.formatsOf({ day: 'numeric', month: 'long', year: 'numeric' }));
  private readonly shortDays = computed(() => this.formatsOf({ day: 'numeric', month: 'short', year: 'numeric' }));
  private readonly moments = computed(() => new Intl.DateTimeFormat(this.language.written(), { dateStyle: 'medium', timeStyle: 'short' }));
  private readonly times = computed(() => new Intl.DateTimeFormat(this.language.written(), { timeStyle: 'short' }));
  private readonly distances = computed(() => new Intl.RelativeTimeFormat(this.language.written(), { numeric: 'auto' }));
  private readonly numbers = computed(() => new Intl.NumberFormat(this.language.written()));
  private readonly lists = computed(() => new Intl.ListFormat(this.language.written(), { type: 'conjunction' }));

  /** `2 March 2026`; a calendar day stays that day in every time zone. */
  day(when: When): string {
    return this.days()[zoneOf(when)].format(new Date(when));
  }

  /** `2 Mar 2026` */
  shortDay(when: When): string {
    return this.shortDays()[zoneOf(when)].format(new Date(when));
  }

  /** `2 Mar 2026, 10:00`, in the reader's time zone. */
  moment(when: When): string {
    return this.moments().format(new Date(when));
  }

  /** `10:00`, in the reader's time zone. */
  time(when: When): string {
    return this.times().format(new Date(when));
  }

  /** `5 minutes ago`, `in 3 days`, `yesterday`; moves on by itself. */
  distance(when: When): string {
    const seconds = (new Date(when).getTime() - this.now.moment().getTime()) / 1000;
    const step = STEPS.find((candidate) => Math.abs(seconds) >= candidate.seconds);
    return step === undefined ? this.distances().format(0, 'second') : this.distances().format(Math.round(seconds / step.seconds), step.unit);
  }

  /** `12 hours`, `30 days`: a length of time in the longest unit that leaves no rest. */
  duration(minutes: number): string {
    const { unit, minutes: one } = LENGTHS.find((length) => minutes > 0 && minutes % length.minutes === 0) ?? { unit: 'minute', minutes: 1 };
    return new Intl.NumberFormat(this.language.written(), { style: 'unit', unit, unitDisplay: 'long' }).format(minutes / one);
  }

  /** `5,012` */
  count(value: number): string {
    return this.numbers().format(value);
  }

  /** `1.4 MB`: the size of a file. */
  bytes(value: number): string {
    const { unit, bytes } = value < 1_000_000 ? { unit: 'kilobyte', bytes: 1_000 } : { unit: 'megabyte', bytes: 1_000_000 };
    return new Intl.NumberFormat(this.language.written(), { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(value / bytes);
  }

  /** `German, English and French` */
  list(words: readonly string[]): string {
    return this.lists().format(words);
  }

  /** The name of a language: `German` for `de`. */
  languageName(tag: string): string {
    return new Intl.DisplayNames(this.language.written(), { type: 'language' }).of(tag) ?? tag;
  }

  /** The name of a country: `Germany` for `DE`. */
  countryName(code: string): string {
    return new Intl.DisplayNames(this.language.written(), { type: 'region' }).of(code) ?? code;
  }

  private formatsOf(options: Intl.DateTimeFormatOptions): Readonly<Record<'calendar' | 'reader', Intl.DateTimeFormat>> {
    const locale = this.language.written();
    return { calendar: new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }), reader: new Intl.DateTimeFormat(locale, options) };
  }
}

const zoneOf = (when: When): 'calendar' | 'reader' => (typeof when === 'string' && CALENDAR_DAY.test(when) ? 'calendar' : 'reader');
