import { Temporal } from '@smartpar/kernel';
import { CHECK_OUTCOMES } from './domain-proof';
import { DOMAIN_STATES, stateAfterCheck, tooSoonToCheck } from './organization-domain';

describe('the state of a domain after a check', () => {
  it.each(DOMAIN_STATES)('is verified once proved, from %s', (state) => expect(stateAfterCheck(state, 'proved')).toBe('verified'));

  it.each(DOMAIN_STATES)('stays %s when nobody answered', (state) => expect(stateAfterCheck(state, 'no-answer')).toBe(state));

  it.each(CHECK_OUTCOMES.filter((outcome) => outcome !== 'proved' && outcome !== 'no-answer'))('is failed by %s, even for a verified one', (outcome) => {
    expect(stateAfterCheck('claimed', outcome)).toBe('failed');
    expect(stateAfterCheck('verified', outcome)).toBe('failed');
  });
});

describe('two checks of one domain', () => {
  const now = Temporal.Instant.from('2026-03-02T09:00:00Z');

  it('are five seconds apart', () => {
    expect(tooSoonToCheck(null, now)).toBeNull();
    expect(tooSoonToCheck(now.subtract({ seconds: 5 }), now)).toBeNull();
    expect(tooSoonToCheck(now.subtract({ seconds: 2 }), now)).toMatchObject({ code: 'domain.checked_just_now', status: 429, retryAfterSeconds: 3 });
  });
});
