import { Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import { addPeriod, dayOf, dayOff, endOfDay, noHolidays, workingDayFrom } from './calendar';

const day = (text: string) => Temporal.PlainDate.from(text);
const anyDay = fc.date({ min: new Date('2019-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }).map((date) => day(date.toISOString().slice(0, 10)));
const christmas = (on: Temporal.PlainDate) => (on.month === 12 && (on.day === 25 || on.day === 26) ? 'Christmas' : null);

describe('adding a period', () => {
  it.each([
    ['2026-03-02', '2026-04-02', 'the same date next month'],
    ['2026-01-31', '2026-02-28', 'else its last day'],
    ['2028-01-31', '2028-02-29', 'in a leap year too'],
    ['2026-12-15', '2027-01-15', 'across the year'],
  ])('of a month to %s gives %s: %s', (from, to) => {
    expect(addPeriod(day(from), { figure: 1, unit: 'calendar-months' }, noHolidays).toString()).toBe(to);
  });

  it('of days does not count the first day', () => {
    expect(addPeriod(day('2026-03-02'), { figure: 45, unit: 'days' }, noHolidays).toString()).toBe('2026-04-16');
  });

  it('of business days passes over weekends and holidays', () => {
    expect(addPeriod(day('2026-12-23'), { figure: 2, unit: 'business-days' }, noHolidays).toString()).toBe('2026-12-25');
    expect(addPeriod(day('2026-12-23'), { figure: 2, unit: 'business-days' }, christmas).toString()).toBe('2026-12-28');
  });

  it('of business days always ends on a working day with exactly that many working days passed', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (from, figure) => {
        const to = addPeriod(from, { figure, unit: 'business-days' }, christmas);
        const passed = Array.from({ length: from.until(to).days }, (_, index) => from.add({ days: index + 1 }));
        expect(passed.filter((one) => dayOff(one, christmas) === null)).toHaveLength(figure);
        expect(dayOff(to, christmas)).toBeNull();
      }),
    );
  });
});

describe('a working day', () => {
  it('stays where it is', () => {
    expect(workingDayFrom(day('2026-03-02'), noHolidays)).toEqual({ day: day('2026-03-02'), passed: [] });
  });

  it('is looked for past a weekend and a holiday, each named', () => {
    const { day: found, passed } = workingDayFrom(day('2026-12-25'), christmas);
    expect(found.toString()).toBe('2026-12-28');
    expect(passed).toEqual([
      { day: '2026-12-25', kind: 'holiday', name: 'Christmas' },
      { day: '2026-12-26', kind: 'holiday', name: 'Christmas' },
      { day: '2026-12-27', kind: 'weekend', name: null },
    ]);
  });

  it('is never before the day itself', () => {
    fc.assert(fc.property(anyDay, (from) => expect(Temporal.PlainDate.compare(workingDayFrom(from, christmas).day, from)).toBeGreaterThanOrEqual(0)));
  });
});

describe('the end of a day', () => {
  it('is its last second where the controller is', () => {
    expect(endOfDay(day('2026-03-02'), 'Europe/Berlin').toString()).toBe('2026-03-02T22:59:59Z');
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Africa/Cairo', 'UTC'])(
    'belongs to that day, and the next second does not, in %s',
    (timeZone) => {
      fc.assert(
        fc.property(anyDay, (on) => {
          const end = endOfDay(on, timeZone);
          expect(dayOf(end, timeZone).equals(on)).toBe(true);
          expect(dayOf(end.add({ seconds: 1 }), timeZone).equals(on.add({ days: 1 }))).toBe(true);
        }),
      );
    },
  );
});
