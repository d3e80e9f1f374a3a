import { newId, Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import { noHolidays } from './calendar';
import {
  answerClock,
  type Clock,
  type ClockStart,
  deadlineOf,
  endedPauses,
  isLive,
  leadingClock,
  mayPause,
  openPause,
  platformPromise,
  resume,
  startClocks,
  stateOf,
  withPausesOf,
} from './clock';
import { REQUEST_KINDS } from './request-kind';

const instant = (text: string) => Temporal.Instant.from(text);
const START = instant('2026-03-02T09:00:00Z');
const start = (rest: Partial<ClockStart> = {}): readonly Clock[] =>
  startClocks({
    kind: 'question',
    situation: { controller: { country: 'GB', subdivision: null }, person: null, capacity: 'work' },
    startedAt: START,
    timeZone: 'Europe/London',
    holidays: noHolidays,
    newId,
    ...rest,
  }).map((record) => ({ ...record, events: [] }));
const one = (rest?: Partial<ClockStart>): Clock => {
  const [clock] = start(rest);
  if (clock === undefined) throw new Error('no clock');
  return clock;
};
const paused = (clock: Clock, at: string, reason: 'clarification' | 'identity' = 'clarification'): Clock => ({
  ...clock,
  events: [...clock.events, { kind: 'paused', at: instant(at), reason }],
});
const resumed = (clock: Clock, at: string): Clock => ({ ...clock, events: [...clock.events, resume(clock, instant(at), noHolidays)] });
const answered = (clock: Clock, at: string): Clock => ({ ...clock, events: [...clock.events, ...answerClock(clock, instant(at), noHolidays)] });

describe('the clocks of a request', () => {
  it('run one for each law that applies, and the earliest date leads', () => {
    const clocks = start({ situation: { controller: { country: 'DE', subdivision: null }, person: { country: 'BR', subdivision: null }, capacity: 'work' } });
    expect(clocks.map(({ ruleId }) => ruleId)).toEqual(['gdpr-12-3', 'br-lgpd-19']);
    expect(leadingClock(clocks).clock.ruleId).toBe('br-lgpd-19');
    expect(leadingClock(clocks).deadline.dueOn.toString()).toBe('2026-03-17');
  });

  it('are by the rule that was in force when they started', () => {
    expect(one({ startedAt: instant('2026-02-04T23:59:00Z') }).ruleId).toBe('uk-gdpr-12-3-2021');
    expect(one({ startedAt: instant('2026-02-05T00:01:00Z') }).ruleId).toBe('uk-gdpr-12-3-2026');
  });

  it('fall back on the house rule where the law was not yet in force', () => {
    const clock = one({
      situation: { controller: { country: 'US', subdivision: 'US-KY' }, person: null, capacity: 'private' },
      startedAt: instant('2025-06-01T12:00:00Z'),
    });
    expect(clock.ruleId).toBe('gdpr-12-3');
    expect(clock.regime).toEqual({ regime: 'gdpr', ground: 'house-rule', place: 'US-KY' });
  });

  it('are never none, wherever and whatever', () => {
    const country = fc.constantFrom('DE', 'GB', 'US', 'BR', 'CA', 'KR', 'AU', 'XX');
    const subdivision = fc.constantFrom(null, 'US-CA', 'US-VA', 'US-NY', 'CA-QC');
    const place = fc.record({ country, subdivision });
    fc.assert(
      fc.property(
        place,
        fc.option(place),
        fc.constantFrom(...REQUEST_KINDS),
        fc.constantFrom('work', 'private'),
        fc.date({ min: new Date('2015-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (controller, person, kind, capacity, at) => {
          const startedAt = instant(at.toISOString());
          const clocks = start({ situation: { controller, person, capacity }, kind, startedAt, timeZone: 'UTC' });
          const leading = leadingClock(clocks);
          expect(clocks.every((clock) => Temporal.Instant.compare(leading.deadline.dueAt, deadlineOf(clock).dueAt) <= 0)).toBe(true);
          expect(Temporal.Instant.compare(leading.deadline.dueAt, startedAt)).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('are lost by nobody: a request without any is an error, not a request without a date', () => {
    expect(() => leadingClock([])).toThrow(RangeError);
  });
});

describe('a clock', () => {
  it('runs, is missed when its last second is over, and is met by an answer in time', () => {
    const clock = one();
    const { dueAt } = deadlineOf(clock);
    expect(stateOf(clock, dueAt)).toBe('running');
    expect(stateOf(clock, dueAt.add({ seconds: 1 }))).toBe('missed');
    expect(stateOf(answered(clock, dueAt.toString()), dueAt.add({ hours: 500 }))).toBe('met');
    expect(stateOf(answered(clock, dueAt.add({ seconds: 1 }).toString()), dueAt.add({ hours: 500 }))).toBe('missed');
  });

  it('stands still only for a reason its law knows, and not twice at once', () => {
    expect(mayPause(one(), 'clarification')).toBe(true);
    expect(mayPause(one({ situation: { controller: { country: 'DE', subdivision: null }, person: null, capacity: 'work' } }), 'clarification')).toBe(false);
    expect(mayPause(paused(one(), '2026-03-05T09:00:00Z'), 'identity')).toBe(false);
    expect(mayPause(answered(one(), '2026-03-05T09:00:00Z'), 'clarification')).toBe(false);
  });

  it('is never missed while it stands still, and runs again with a later date', () => {
    const still = paused(one(), '2026-03-05T09:00:00Z');
    expect(stateOf(still, instant('2030-01-01T00:00:00Z'))).toBe('paused');
    expect(openPause(still)?.reason).toBe('clarification');
    const again = resumed(still, '2026-03-15T09:00:00Z');
    expect(openPause(again)).toBeNull();
    expect(deadlineOf(one()).dueOn.toString()).toBe('2026-04-02');
    // ten days later is Sunday the 12th
    expect(deadlineOf(again).dueOn.toString()).toBe('2026-04-13');
    expect(again.deadline).toEqual(one().deadline);
  });

  it('keeps all its pauses when it stands still again', () => {
    const twice = resumed(paused(resumed(paused(one(), '2026-03-05T09:00:00Z'), '2026-03-07T09:00:00Z'), '2026-03-10T09:00:00Z'), '2026-03-13T09:00:00Z');
    expect(endedPauses(twice)).toHaveLength(2);
    expect(deadlineOf(twice).dueOn.toString()).toBe('2026-04-07');
  });

  it('ends its pause with the answer, so that the answer is measured by the later date', () => {
    const clock = answered(paused(one(), '2026-03-05T09:00:00Z'), '2026-05-20T09:00:00Z');
    expect(clock.events.map(({ kind }) => kind)).toEqual(['paused', 'resumed', 'answered']);
    expect(stateOf(clock, instant('2026-06-01T09:00:00Z'))).toBe('met');
    expect(isLive(clock)).toBe(false);
    expect(answerClock(clock, START, noHolidays)).toEqual([]);
  });

  it('that is replaced no longer counts', () => {
    const clock: Clock = { ...one(), events: [{ kind: 'replaced', at: START }] };
    expect(stateOf(clock, instant('2030-01-01T00:00:00Z'))).toBe('replaced');
    expect(isLive(clock)).toBe(false);
  });
});

describe('the leading clock', () => {
  const both = () =>
    start({ situation: { controller: { country: 'GB', subdivision: null }, person: { country: 'US', subdivision: 'US-CA' }, capacity: 'work' } });

  it('is the earliest of those that run: one that stands still waits', () => {
    const [uk, ca] = both();
    if (uk === undefined || ca === undefined) throw new Error('two clocks expected');
    expect(leadingClock([uk, ca])).toMatchObject({ clock: { ruleId: 'uk-gdpr-12-3-2026' }, paused: false });
    const still = paused(uk, '2026-03-05T09:00:00Z');
    expect(leadingClock([still, ca])).toMatchObject({ clock: { ruleId: 'us-ca-7021' }, paused: false });
    expect(leadingClock([still])).toMatchObject({ clock: { ruleId: 'uk-gdpr-12-3-2026' }, paused: true });
  });

  it('is the last one kept when all have ended', () => {
    const old: Clock = { ...one(), events: [{ kind: 'replaced', at: START }] };
    const done = answered(one({ situation: { controller: { country: 'KR', subdivision: null }, person: null, capacity: 'work' } }), '2026-03-05T09:00:00Z');
    expect(leadingClock([old, done])).toMatchObject({ clock: { ruleId: 'kr-pipa-35' }, paused: false });
  });
});

describe('a clock that takes over', () => {
  it('takes the pauses its own law knows, and no others', () => {
    const old = paused(resumed(paused(one(), '2026-03-05T09:00:00Z', 'identity'), '2026-03-07T09:00:00Z'), '2026-03-10T09:00:00Z', 'clarification');
    const same = withPausesOf(one({ kind: 'erasure' }), old, noHolidays);
    expect(same.events.map(({ kind }) => kind)).toEqual(['paused', 'resumed', 'paused']);
    expect(deadlineOf(same).dueOn.equals(deadlineOf(old).dueOn)).toBe(true);
    const german = withPausesOf(one({ situation: { controller: { country: 'DE', subdivision: null }, person: null, capacity: 'work' } }), old, noHolidays);
    expect(german.events.map(({ kind }) => kind)).toEqual(['paused', 'resumed']);
    const californian = withPausesOf(
      one({ situation: { controller: { country: 'US', subdivision: 'US-CA' }, person: null, capacity: 'work' } }),
      old,
      noHolidays,
    );
    expect(californian.events).toEqual([]);
  });
});

describe('the day promised to somebody unproved', () => {
  it.each([
    ['2026-03-02T09:00:00Z', '2026-04-02'],
    ['2026-03-02T23:59:59Z', '2026-04-02'],
    ['2026-03-03T00:00:00Z', '2026-04-03'],
    ['2026-03-04T12:00:00Z', '2026-04-06'],
    ['2027-01-31T12:00:00Z', '2027-03-01'],
  ])("at %s is %s: a month in UTC, past weekends and nobody's holidays", (at, day) => {
    expect(platformPromise(instant(at)).toString()).toBe(day);
  });

  it('depends on the moment alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (ms) =>
        platformPromise(Temporal.Instant.fromEpochMilliseconds(ms)).equals(platformPromise(Temporal.Instant.fromEpochMilliseconds(ms))),
      ),
    );
  });
});
