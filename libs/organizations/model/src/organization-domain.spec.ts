import { Temporal } from '@smartpar/kernel';
import { tooSoonToCheck } from './organization-domain';

describe('two checks of one domain', () => {
  const now = Temporal.Instant.from('2026-03-02T09:00:00Z');

  it('are five seconds apart', () => {
    expect(tooSoonToCheck(null, now)).toBeNull();
    expect(tooSoonToCheck(now.subtract({ seconds: 5 }), now)).toBeNull();
    expect(tooSoonToCheck(now.subtract({ seconds: 2 }), now)).toMatchObject({ code: 'domain.checked_just_now', status: 429, retryAfterSeconds: 3 });
  });
});
