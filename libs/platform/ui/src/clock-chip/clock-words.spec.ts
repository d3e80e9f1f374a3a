import { dayOf, daysBetween, lookOf } from './clock-words';

const facts = { state: 'running', dueOn: '2026-03-31', today: '2026-03-10', soonFrom: '2026-03-25' } as const;

describe('what a clock looks like', () => {
  it.each([
    ['far off', {}, { tone: 'calm', words: 'daysLeft', days: 21 }],
    ['pressing', { today: '2026-03-25' }, { tone: 'soon', words: 'daysLeft', days: 6 }],
    ['tomorrow', { today: '2026-03-30' }, { tone: 'soon', words: 'daysLeft', days: 1 }],
    ['today', { today: '2026-03-31' }, { tone: 'late', words: 'today', days: 0 }],
    ['late', { today: '2026-04-02' }, { tone: 'late', words: 'daysLate', days: 2 }],
    ['paused, however late', { today: '2026-04-02', state: 'paused' }, { tone: 'paused', words: 'paused', days: 0 }],
    ['answered', { today: '2026-04-02', state: 'met' }, { tone: 'done', words: 'met', days: 0 }],
    ['answered late', { state: 'missed' }, { tone: 'late', words: 'missed', days: 0 }],
  ] as const)('%s', (_name, changed, look) => {
    expect(lookOf({ ...facts, ...changed })).toEqual(look);
  });
});

describe('days', () => {
  it('are counted by the calendar, through the change of clocks', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });

  it('are those of the place', () => {
    const moment = new Date('2026-03-31T22:30:00Z');
    expect(dayOf(moment, 'Europe/Berlin')).toBe('2026-04-01');
    expect(dayOf(moment, 'America/New_York')).toBe('2026-03-31');
  });
});
