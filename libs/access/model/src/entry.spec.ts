import { Temporal } from '@smartpar/kernel';
import { isSignedOut, mayEnter, NO_CONDITIONS } from './entry';

const monday = Temporal.Instant.from('2026-03-02T09:00:00Z');
const tuesday = Temporal.Instant.from('2026-03-03T09:00:00Z');
const password = { factorSince: null };

describe('entering an organization', () => {
  it('asks for nothing where nothing is asked for', () => {
    expect(mayEnter(NO_CONDITIONS, password, monday)).toBe(true);
  });

  it('asks for a second factor once the grace is over, not before', () => {
    const conditions = { factorFrom: tuesday, factorAfter: null };
    expect(mayEnter(conditions, password, monday)).toBe(true);
    expect(mayEnter(conditions, password, tuesday)).toBe(false);
    expect(mayEnter(conditions, { factorSince: monday }, tuesday)).toBe(true);
  });

  it('after a reset takes only what was set up or proved later, whether a second factor is asked for or not', () => {
    const conditions = { factorFrom: null, factorAfter: monday };
    expect(mayEnter(conditions, password, tuesday)).toBe(false);
    expect(mayEnter(conditions, { factorSince: monday }, tuesday)).toBe(false);
    expect(mayEnter(conditions, { factorSince: tuesday }, tuesday)).toBe(true);
  });

  it('asks whoever was signed out for the password once more, however it is that nothing is known of the last time', () => {
    expect(isSignedOut(NO_CONDITIONS, {})).toBe(false);
    expect(isSignedOut({ provedAfter: monday }, {})).toBe(true);
    expect(isSignedOut({ provedAfter: monday }, { provedAt: monday })).toBe(true);
    expect(isSignedOut({ provedAfter: monday }, { provedAt: tuesday })).toBe(false);
  });
});
