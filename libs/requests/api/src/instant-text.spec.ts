import { Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import { instantColumn, instantOf, instantText, utcText } from './instant-text';

describe('instants as text', () => {
  it('are asked of the database in UTC', () => {
    expect(instantColumn('r.due_at')).toBe(`(r.due_at at time zone 'UTC')::text`);
  });

  it.each([
    ['2026-03-02 09:00:00', '2026-03-02T09:00:00Z'],
    ['2026-03-02 09:00:00.12', '2026-03-02T09:00:00.12Z'],
    ['2026-12-31 23:59:59.999999', '2026-12-31T23:59:59.999999Z'],
  ])('%s leaves as %s', (stored, sent) => {
    expect(instantText(stored)).toBe(sent);
    expect(() => Temporal.Instant.from(sent)).not.toThrow();
  });

  it('are read from JSON whatever their offset', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.constantFrom('+00:00', '+05:30', '-08:00'), (ms, offset) => {
        const written = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(offset).toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });
        expect(instantOf(written).epochMilliseconds).toBe(ms);
        expect(utcText(written)).toMatch(/Z$/);
        expect(Temporal.Instant.from(utcText(written)).epochMilliseconds).toBe(ms);
      }),
    );
  });
});
