import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Language } from '../language/language';
import { Now } from '../now/now';
import { Formats } from './formats';

describe('dates, times and numbers', () => {
  const written = signal<'en-GB' | 'en-US' | 'de-DE'>('en-GB');
  const moment = signal(new Date('2026-03-02T12:00:00Z'));
  let formats: Formats;

  beforeEach(() => {
    written.set('en-GB');
    moment.set(new Date('2026-03-02T12:00:00Z'));
    TestBed.configureTestingModule({
      providers: [
        { provide: Language, useValue: { written } },
        { provide: Now, useValue: { moment } },
      ],
    });
    formats = TestBed.inject(Formats);
  });

  it('keeps a calendar day that day, wherever the reader is', () => {
    expect(formats.day('2026-03-31')).toBe('31 March 2026');
    expect(formats.shortDay('2026-01-01')).toBe('1 Jan 2026');
  });

  it('follows the language at once', () => {
    written.set('de-DE');
    expect(formats.day('2026-03-31')).toBe('31. März 2026');
    expect(formats.count(5012)).toBe('5.012');
    expect(formats.list(['Deutsch', 'Englisch'])).toBe('Deutsch und Englisch');
    expect(formats.languageName('de')).toBe('Deutsch');
    expect(formats.countryName('DE')).toBe('Deutschland');
  });

  it.each([
    ['2026-03-02T12:00:20Z', 'now'],
    ['2026-03-02T11:55:00Z', '5 minutes ago'],
    ['2026-03-02T15:00:00Z', 'in 3 hours'],
    ['2026-03-01T11:00:00Z', 'yesterday'],
    ['2026-03-20T12:00:00Z', 'in 3 weeks'],
    ['2025-01-02T12:00:00Z', 'last year'],
  ])('says how far %s is: %s', (when, words) => {
    expect(formats.distance(when)).toBe(words);
  });

  it.each([
    [43_200, '30 days', '30 Tage'],
    [1440, '1 day', '1 Tag'],
    [720, '12 hours', '12 Stunden'],
    [90, '90 minutes', '90 Minuten'],
    [0, '0 minutes', '0 Minuten'],
  ])('writes %d minutes in the longest unit that leaves no rest: %s, %s', (minutes, english, german) => {
    expect(formats.duration(minutes)).toBe(english);
    written.set('de-DE');
    expect(formats.duration(minutes)).toBe(german);
  });

  it.each([
    [0, '0 kB', '0 kB'],
    [472_812, '472.8 kB', '472,8 kB'],
    [48_000_000, '48 MB', '48 MB'],
  ])('writes %d bytes as the size of a file: %s, %s', (bytes, english, german) => {
    expect(formats.bytes(bytes)).toBe(english);
    written.set('de-DE');
    expect(formats.bytes(bytes).replaceAll(/\s/g, ' ')).toBe(german);
  });

  it('moves on with the time', () => {
    moment.set(new Date('2026-03-02T13:00:00Z'));
    expect(formats.distance('2026-03-02T12:00:00Z')).toBe('1 hour ago');
  });

  it('is written as in the United States for those whose browser says so', () => {
    written.set('en-US');
    expect(formats.day('2026-03-31')).toBe('March 31, 2026');
    expect(formats.moment(new Date(2026, 2, 2, 21, 5))).toMatch(/^Mar 2, 2026, 9:05\sPM$/);
  });

  it('writes a moment with its time, in the reader’s time zone', () => {
    const local = new Date(2026, 2, 2, 9, 5);
    expect(formats.moment(local)).toBe('2 Mar 2026, 09:05');
    expect(formats.time(local)).toBe('09:05');
  });
});
