import { Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import { FILE_OUTCOMES, PROOF_WAYS } from './domain-file';
import { CHECK_OUTCOMES } from './domain-proof';
import { type DomainStanding, isProofSound, outcomeOf, standingAfter, wayOf } from './domain-standing';
import { DOMAIN_STATES } from './organization-domain';

const START = Temporal.Instant.from('2026-03-02T09:00:00Z');
const after = (hours: number) => START.add({ hours });
const UNPROVED: DomainStanding = { state: 'claimed', provedBy: null, provedAt: null, failingSince: null, failures: 0, lostAt: null };
const PROVED = standingAfter(UNPROVED, 'proved', 'record', START);
const missing = (standing: DomainStanding, ...hours: readonly number[]) =>
  hours.reduce((before, hour) => standingAfter(before, 'no-record', null, after(hour)), standing);

describe('a domain that was never proved', () => {
  it.each(DOMAIN_STATES)('is verified once proved, from %s', (state) =>
    expect(standingAfter({ ...UNPROVED, state }, 'proved', 'file', START)).toMatchObject({ state: 'verified', provedBy: 'file', provedAt: START }),
  );

  it('stays as it is when nobody answered, and fails by everything else', () => {
    expect(standingAfter(UNPROVED, 'no-answer', null, START)).toEqual(UNPROVED);
    for (const outcome of ['no-record', 'other-value', 'no-domain', 'held-elsewhere'] as const)
      expect(standingAfter(UNPROVED, outcome, null, START).state).toBe('failed');
  });
});

describe('a domain that is proved', () => {
  it('is flagged by the first check that finds the proof missing, and keeps its place', () => {
    const flagged = missing(PROVED, 24);
    expect(flagged).toMatchObject({ state: 'verified', failingSince: after(24), failures: 1 });
    expect([isProofSound(PROVED), isProofSound(flagged)]).toEqual([true, false]);
  });

  it('is lost after three checks over three days, and not by many checks of one afternoon', () => {
    expect(missing(PROVED, 24, 25, 26, 27, 28).state).toBe('verified');
    expect(missing(PROVED, 24, 96).state).toBe('verified');
    expect(missing(PROVED, 24, 48, 96)).toMatchObject({ state: 'lost', lostAt: after(96), failingSince: null });
  });

  it('is well again as soon as the proof is back', () => {
    expect(standingAfter(missing(PROVED, 24, 48), 'proved', 'record', after(50))).toMatchObject({ state: 'verified', failingSince: null, failures: 0 });
    expect(standingAfter(missing(PROVED, 24, 48, 96), 'proved', 'record', after(99))).toMatchObject({ state: 'verified', lostAt: null });
  });

  it('stays what it is where an operator vouches for it, until it is proved', () => {
    const vouched = { ...PROVED, provedBy: 'operator' } as const;
    expect(missing(vouched, 24, 48, 96, 999)).toEqual(vouched);
    expect(standingAfter(vouched, 'proved', 'file', after(5)).provedBy).toBe('file');
  });

  it('outlasts silence for two weeks and no longer', () => {
    const silent = (standing: DomainStanding, hours: number) => standingAfter(standing, 'no-answer', null, after(hours)).state;
    expect([silent(PROVED, 335), silent(PROVED, 336)]).toEqual(['verified', 'lost']);
  });
});

describe('two ways of one check', () => {
  const record = (outcome: (typeof CHECK_OUTCOMES)[number]) => ({ outcome, found: [] });

  it('prove it together: either is enough', () => {
    expect([wayOf({ record: record('proved'), file: null }), wayOf({ record: record('no-record'), file: 'proved' })]).toEqual(['record', 'file']);
    expect(outcomeOf({ record: record('no-domain'), file: 'proved' }, null)).toBe('proved');
  });

  it('are judged by the way that proved it last: no record says nothing of a file that does not answer', () => {
    expect(outcomeOf({ record: record('no-record'), file: 'no-answer' }, 'file')).toBe('no-answer');
    expect(outcomeOf({ record: record('no-answer'), file: 'no-file' }, 'file')).toBe('gone');
    expect(outcomeOf({ record: record('no-answer'), file: 'no-file' }, 'record')).toBe('no-answer');
  });
});

it('a proof is lost only after days without it, whatever is found and whenever anybody looks', () => {
  const check = fc.record({
    hours: fc.double({ min: 0.1, max: 60, noNaN: true }),
    record: fc.constantFrom(...CHECK_OUTCOMES),
    file: fc.option(fc.constantFrom(...FILE_OUTCOMES)),
    way: fc.constantFrom(...PROOF_WAYS),
  });
  fc.assert(
    fc.property(fc.array(check, { maxLength: 40 }), (checks) => {
      let [standing, now, foundAt] = [PROVED, START, START];
      for (const { hours, record, file } of checks) {
        now = now.add({ seconds: Math.round(hours * 3600) });
        const both = { record: { outcome: record, found: [] }, file };
        standing = standingAfter(standing, outcomeOf(both, standing.provedBy), wayOf(both), now);
        if (record === 'proved' || file === 'proved') foundAt = now;
        if (standing.state === 'lost' && standing.lostAt !== null) expect(foundAt.until(standing.lostAt).total('hours')).toBeGreaterThanOrEqual(72);
        expect(standing.state === 'lost').toBe(standing.lostAt !== null);
        if (isProofSound(standing)) expect(standing.failures).toBe(0);
      }
    }),
  );
});
