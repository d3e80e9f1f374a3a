import { Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import { dayOf, noHolidays } from './calendar';
import { CLOCK_RULES, clockRule } from './clock-rules';
import { computeDeadline, daysOf, type DeadlineBasis, type Pause } from './deadline';

const instant = (text: string) => Temporal.Instant.from(text);
const basis = (rest: Partial<DeadlineBasis> = {}): DeadlineBasis => ({
  rule: clockRule('gdpr-12-3'),
  regime: { regime: 'gdpr', ground: 'controller-place', place: 'DE' },
  startedAt: instant('2026-03-02T09:00:00Z'),
  timeZone: 'Europe/Berlin',
  holidays: noHolidays,
  pauses: [],
  ...rest,
});
const pause = (from: string, to: string): Pause => ({ reason: 'identity', from: instant(from), to: instant(to) });

const anyInstant = fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2035, 0, 1) }).map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
const anyZone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'America/Sao_Paulo', 'Australia/Lord_Howe');
const anyRule = fc.constantFrom(...CLOCK_RULES);
const hours = fc.integer({ min: 1, max: 24 * 20 });
/** Pauses that follow one another: each begins some hours after the one before has ended. */
const anyPauses = (start: Temporal.Instant) =>
  fc.array(fc.tuple(hours, hours), { maxLength: 4 }).map((gaps) => {
    let at = start;
    return gaps.map(([run, stand]): Pause => {
      const from = at.add({ hours: run });
      at = from.add({ hours: stand });
      return { reason: 'identity', from, to: at };
    });
  });
const anyBasis = fc
  .tuple(anyInstant, anyZone, anyRule)
  .chain(([startedAt, timeZone, rule]) => anyPauses(startedAt).map((pauses) => basis({ startedAt, timeZone, rule, pauses })));

describe('a deadline', () => {
  it('is the same date next month, until its last second where the controller is', () => {
    const deadline = computeDeadline(basis());
    expect(deadline.dueOn.toString()).toBe('2026-04-02');
    expect(deadline.dueAt.toString()).toBe('2026-04-02T21:59:59Z');
  });

  it('starts on the day it is where the controller is', () => {
    expect(computeDeadline(basis({ startedAt: instant('2026-03-02T23:30:00Z') })).dueOn.toString()).toBe('2026-04-03');
    expect(computeDeadline(basis({ startedAt: instant('2026-03-02T02:00:00Z'), timeZone: 'America/New_York' })).dueOn.toString()).toBe('2026-04-01');
  });

  it('moves past a weekend and a holiday, and explains each step', () => {
    const easter = (day: Temporal.PlainDate) => (day.toString() === '2026-04-06' ? 'Easter Monday' : null);
    const { dueOn, steps } = computeDeadline(basis({ startedAt: instant('2026-03-04T09:00:00Z'), holidays: easter }));
    expect(dueOn.toString()).toBe('2026-04-07');
    expect(steps).toEqual([
      { code: 'started', at: '2026-03-04T09:00:00Z', day: '2026-03-04', timeZone: 'Europe/Berlin' },
      { code: 'rule-chosen', ruleId: 'gdpr-12-3', regime: 'gdpr', ground: 'controller-place', place: 'DE' },
      { code: 'period-added', figure: 1, unit: 'calendar-months', day: '2026-04-04' },
      {
        code: 'moved-to-working-day',
        from: '2026-04-04',
        day: '2026-04-07',
        because: [
          { day: '2026-04-04', kind: 'weekend', name: null },
          { day: '2026-04-05', kind: 'weekend', name: null },
          { day: '2026-04-06', kind: 'holiday', name: 'Easter Monday' },
        ],
      },
      { code: 'ends', day: '2026-04-07', at: '2026-04-07T21:59:59Z' },
    ]);
  });

  it('says so when the month is too short', () => {
    const { steps, dueOn } = computeDeadline(basis({ startedAt: instant('2027-01-29T09:00:00Z') }));
    expect(steps).toContainEqual({ code: 'month-end', wantedDay: 29, day: '2027-02-28' });
    expect(dueOn.toString()).toBe('2027-03-01');
  });

  it('stays on a weekend where the law does not move it', () => {
    const { dueOn } = computeDeadline(basis({ rule: clockRule('us-ca-7021'), startedAt: instant('2026-03-04T20:00:00Z'), timeZone: 'America/Los_Angeles' }));
    expect(dueOn.toString()).toBe('2026-04-18');
    expect(dueOn.dayOfWeek).toBe(6);
  });

  it('is later by the days of a pause', () => {
    const { dueOn, steps } = computeDeadline(basis({ pauses: [pause('2026-03-10T10:00:00Z', '2026-03-15T08:00:00Z')] }));
    expect(dueOn.toString()).toBe('2026-04-07');
    expect(steps).toContainEqual({ code: 'pause-added', reason: 'identity', from: '2026-03-10', to: '2026-03-15', days: 5, day: '2026-04-07' });
  });

  it('keeps half and four fifths of the time that really runs', () => {
    const plain = computeDeadline(basis());
    expect(plain.halfAt.since(basis().startedAt).total('hours')).toBeCloseTo(plain.dueAt.since(basis().startedAt).total('hours') / 2, 2);
    const paused = computeDeadline(basis({ pauses: [pause('2026-03-04T09:00:00Z', '2026-03-24T09:00:00Z')] }));
    expect(Temporal.Instant.compare(paused.halfAt, instant('2026-03-24T09:00:00Z'))).toBeGreaterThan(0);
  });
});

describe('any deadline', () => {
  it('is never before its start, and half and four fifths lie between, in order', () => {
    fc.assert(
      fc.property(anyBasis, (some) => {
        const { dueAt, halfAt, fourFifthsAt } = computeDeadline(some);
        const order = [some.startedAt, halfAt, fourFifthsAt, dueAt].map(({ epochMilliseconds }) => epochMilliseconds);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });

  it('counts at least the days the rule says, and ends on its last day where the controller is', () => {
    fc.assert(
      fc.property(anyBasis, (some) => {
        const { dueOn, dueAt } = computeDeadline(some);
        const least = some.rule.period.unit === 'calendar-months' ? 28 * some.rule.period.figure : some.rule.period.figure;
        expect(dayOf(some.startedAt, some.timeZone).until(dueOn, { largestUnit: 'days' }).days).toBeGreaterThanOrEqual(least);
        expect(dayOf(dueAt, some.timeZone).equals(dueOn)).toBe(true);
      }),
    );
  });

  it('is moved by its pauses by exactly their length, before working days are looked at', () => {
    fc.assert(
      fc.property(anyBasis, (some) => {
        const rule = { ...some.rule, lastDay: 'as-counted' } as const;
        const without = computeDeadline({ ...some, rule, pauses: [] });
        const withThem = computeDeadline({ ...some, rule });
        const paused = some.pauses.reduce((sum, one) => sum + daysOf(one, some.timeZone), 0);
        expect(without.dueOn.until(withThem.dueOn, { largestUnit: 'days' }).days).toBe(paused);
      }),
    );
  });

  it('comes out the same when it is computed again', () => {
    fc.assert(fc.property(anyBasis, (some) => expect(computeDeadline(some)).toEqual(computeDeadline(some))));
  });

  it('on a rule that moves to working days never ends on a weekend', () => {
    fc.assert(
      fc.property(anyBasis, (some) =>
        expect(computeDeadline({ ...some, rule: { ...some.rule, lastDay: 'next-working-day' } }).dueOn.dayOfWeek).toBeLessThan(6),
      ),
    );
  });
});
