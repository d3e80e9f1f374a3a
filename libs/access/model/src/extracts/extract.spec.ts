import { Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import { DECISION_STATES } from '../decisions/decision';
import { decisionStateOf, EXTRACT_STATES, type ExtractFacts, extractStandingAt, needsSecondPerson } from './extract';

const moment = fc.integer({ min: 0, max: 1_000_000 }).map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));
const facts = fc.record<ExtractFacts>({
  state: fc.constantFrom(...EXTRACT_STATES),
  lapsesAt: fc.option(moment),
  expiresAt: fc.option(moment),
  isDestroyed: fc.boolean(),
});
const count = fc.integer({ min: 0, max: 1000 });

describe('where an extract stands', () => {
  it('is lapsed from the moment silence refuses it, whether anybody noticed or not', () => {
    fc.assert(
      fc.property(moment, moment, (lapsesAt, at) => {
        const standing = extractStandingAt({ state: 'requested', lapsesAt, expiresAt: null, isDestroyed: false }, at);
        expect(standing).toBe(at.epochMilliseconds < lapsesAt.epochMilliseconds ? 'requested' : 'lapsed');
      }),
    );
  });

  it('is gone once its file is destroyed or its time is over, and never comes back', () => {
    fc.assert(
      fc.property(facts, moment, fc.integer({ min: 0, max: 1000 }), (one, at, later) => {
        if (extractStandingAt(one, at) === 'gone') expect(extractStandingAt(one, at.add({ seconds: later }))).toBe('gone');
      }),
    );
  });

  it('shows a file only where one was written and is kept still', () => {
    fc.assert(
      fc.property(facts, moment, (one, at) => {
        const standing = extractStandingAt(one, at);
        if (standing !== 'ready' && standing !== 'stopped') return;
        expect(one.isDestroyed).toBe(false);
        expect(one.expiresAt === null || one.expiresAt.epochMilliseconds > at.epochMilliseconds).toBe(true);
      }),
    );
  });

  it('is a state of deciding all the same', () => {
    for (const state of EXTRACT_STATES) expect(DECISION_STATES).toContain(decisionStateOf(state));
    expect(EXTRACT_STATES.filter((state) => decisionStateOf(state) === 'approved')).toEqual(['running', 'ready', 'stopped']);
  });
});

describe('a second person', () => {
  it.each([
    [25, 0, 25, false],
    [26, 0, 25, true],
    [5, 21, 25, true],
    [1, 0, 0, true],
  ])('for %d people after %d, where %d are allowed alone: %s', (people, alone, aloneUpTo, needed) => {
    expect(needsSecondPerson({ people, alone, aloneUpTo })).toBe(needed);
  });

  it('is not got round by taking people out in pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 })), count, (pieces, aloneUpTo) => {
        let alone = 0;
        for (const people of pieces) if (!needsSecondPerson({ people, alone, aloneUpTo })) alone += people;
        expect(alone).toBeLessThanOrEqual(aloneUpTo);
      }),
    );
  });
});
