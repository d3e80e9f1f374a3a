import { Temporal } from '@smartpar/kernel';
import { afterSetting, requiredFrom } from './second-factor';

const monday = Temporal.Instant.from('2026-03-02T09:00:00Z');
const tuesday = Temporal.Instant.from('2026-03-03T09:00:00Z');
const off = { since: null, graceDays: 14 };

describe('asking members for a second factor', () => {
  it('begins when it is switched on, and holds after the grace', () => {
    const on = afterSetting(off, { required: true, graceDays: 1 }, monday);
    expect(on).toEqual({ since: monday, graceDays: 1 });
    expect(requiredFrom(on)?.equals(tuesday)).toBe(true);
  });

  it('keeps its beginning when the grace is changed', () => {
    const on = afterSetting({ since: monday, graceDays: 14 }, { required: true, graceDays: 1 }, tuesday);
    expect(requiredFrom(on)?.equals(tuesday)).toBe(true);
  });

  it('ends when it is switched off, and begins anew when it is switched on again', () => {
    const ended = afterSetting({ since: monday, graceDays: 0 }, { required: false, graceDays: 7 }, tuesday);
    expect(requiredFrom(ended)).toBeNull();
    expect(afterSetting(ended, { required: true, graceDays: 0 }, tuesday).since).toBe(tuesday);
  });
});
