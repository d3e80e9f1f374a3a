import { newId, Temporal } from '@smartpar/kernel';
import { type Clock, noHolidays, startClocks } from '@smartpar/requests/model';
import { clockEventToJson, type ClockRow, clockToJson } from './clock-rows';
import { clockViews } from './clock-view';

const START = Temporal.Instant.from('2026-03-02T09:00:00Z');
const started = (country: string, subdivision: string | null = null): Clock => {
  const [record] = startClocks({
    kind: 'question',
    situation: { controller: { country, subdivision }, person: null, capacity: 'work' },
    startedAt: START,
    timeZone: 'UTC',
    holidays: noHolidays,
    newId,
  });
  if (record === undefined) throw new Error('no clock');
  return { ...record, events: [] };
};
const ended = (clock: Clock, kind: 'answered' | 'replaced'): Clock => ({ ...clock, events: [{ kind, at: START.add({ hours: 1 }) }] });
/** As the database's JSON gives it back. */
const kept = (clock: Clock): ClockRow =>
  JSON.parse(JSON.stringify({ ...clockToJson(clock), events: clock.events.map((event) => clockEventToJson(newId(), clock.id, event)) }));
const rules = (clocks: readonly Clock[]) =>
  clockViews(clocks.map(kept), START).map(({ ruleId, state, leading }) => `${ruleId} ${state}${leading ? ', leading' : ''}`);

describe('clocks as they are shown', () => {
  it('begin with the leading one and end with the replaced ones', () => {
    expect(rules([ended(started('KR'), 'replaced'), started('DE'), started('BR')])).toEqual([
      'br-lgpd-19 running, leading',
      'gdpr-12-3 running',
      'kr-pipa-35 replaced',
    ]);
    expect(rules([ended(started('DE'), 'answered'), ended(started('KR'), 'replaced')])).toEqual(['gdpr-12-3 met, leading', 'kr-pipa-35 replaced']);
  });

  it('say what the rule is, where it is written and how sure that is', () => {
    const [view] = clockViews([kept(started('US', 'US-CA'))], START);
    expect(view).toMatchObject({
      regime: 'us-ca',
      figure: 45,
      unit: 'days',
      extension: { figure: 45, unit: 'days' },
      confidence: 'verified',
      houseRule: false,
      mayPauseFor: [],
      citation: expect.stringContaining('7021'),
    });
    expect(clockViews([kept(started('AU'))], START)[0]).toMatchObject({ houseRule: true, regime: 'gdpr' });
  });

  it('say since when and why they stand still, and cannot stand still twice', () => {
    const clock = started('DE');
    expect(clockViews([kept(clock)], START)[0]?.mayPauseFor).toEqual(['identity']);
    const paused: Clock = { ...clock, events: [{ kind: 'paused', at: START.add({ hours: 5 }), reason: 'identity' }] };
    expect(clockViews([kept(paused)], START)[0]).toMatchObject({
      state: 'paused',
      pausedSince: '2026-03-02T14:00:00Z',
      pauseReason: 'identity',
      mayPauseFor: [],
    });
  });
});
