import fc from 'fast-check';
import { rfc3339, FakeTime, SystemTime, Temporal } from './time';

describe('time', () => {
  it('of the machine goes forward', () => {
    const time = new SystemTime();
    const first = time.now();
    expect(Temporal.Instant.compare(time.now(), first)).toBeGreaterThanOrEqual(0);
  });

  it('for tests stands still until it is moved', () => {
    const time = new FakeTime('2026-03-02T09:00:00Z');
    expect(time.now().toString()).toBe('2026-03-02T09:00:00Z');
    time.advance({ days: 1, hours: 2, minutes: 3 });
    expect(time.now().toString()).toBe('2026-03-03T11:03:00Z');
    time.set('2025-01-01T00:00:00Z');
    expect(time.now().toString()).toBe('2025-01-01T00:00:00Z');
  });
});

it('writes an instant as it writes itself, to the millisecond', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(date.getTime());
      expect(rfc3339(instant)).toBe(instant.toString());
    }),
  );
});
