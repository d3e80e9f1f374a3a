import { Temporal } from '@smartpar/kernel';
import { DEFAULT_SESSION_RULES, endOf, isLive, shouldBeNoted } from './session';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const START = '2026-03-02T09:00:00Z';

describe('a session', () => {
  it.each([
    // shared, created, last seen, now, lives
    [false, START, START, '2026-03-02T20:59:59Z', true],
    [false, START, START, '2026-03-02T21:00:00Z', false],
    [false, START, '2026-03-31T20:00:00Z', '2026-04-01T07:59:00Z', true],
    [false, START, '2026-04-01T08:59:00Z', '2026-04-01T09:00:00Z', false],
    [true, START, START, '2026-03-02T09:14:59Z', true],
    [true, START, START, '2026-03-02T09:15:00Z', false],
    [true, START, '2026-03-02T16:50:00Z', '2026-03-02T16:59:59Z', true],
    [true, START, '2026-03-02T16:59:00Z', '2026-03-02T17:00:00Z', false],
  ])('(shared: %s) signed in %s and last seen %s lives at %s: %s', (sharedComputer, created, seen, now, lives) => {
    expect(isLive({ sharedComputer, createdAt: at(created), lastSeenAt: at(seen) }, DEFAULT_SESSION_RULES, at(now))).toBe(lives);
  });

  it('ends at the latest after 30 days, on a shared computer after 8 hours', () => {
    expect(endOf({ sharedComputer: false, createdAt: at(START) }, DEFAULT_SESSION_RULES).toString()).toBe('2026-04-01T09:00:00Z');
    expect(endOf({ sharedComputer: true, createdAt: at(START) }, DEFAULT_SESSION_RULES).toString()).toBe('2026-03-02T17:00:00Z');
  });

  it('has its use noted once a minute', () => {
    const session = { lastSeenAt: at(START) };
    expect(shouldBeNoted(session, at('2026-03-02T09:00:59Z'))).toBe(false);
    expect(shouldBeNoted(session, at('2026-03-02T09:01:00Z'))).toBe(true);
  });

  it('obeys the limits an operator sets', () => {
    const strict = { ...DEFAULT_SESSION_RULES, own: { idle: Temporal.Duration.from({ minutes: 30 }), absolute: Temporal.Duration.from({ hours: 2 }) } };
    const session = { sharedComputer: false, createdAt: at(START), lastSeenAt: at(START) };
    expect(isLive(session, strict, at('2026-03-02T09:29:59Z'))).toBe(true);
    expect(isLive(session, strict, at('2026-03-02T09:30:00Z'))).toBe(false);
  });
});
