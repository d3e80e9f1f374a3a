import { Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import { CLAIMED_STATES, claimedAfter, type ClaimedEvent, type ClaimedState, forceAfterTelling, mayActOnAccounts, statesBefore } from './account-claim';

const EVENTS: readonly ClaimedEvent[] = ['stay', 'object', 'move', 'objection-accepted', 'objection-refused', 'take-force', 'stop'];
const NOW = Temporal.Instant.from('2026-03-02T09:00:00Z');
const FINAL: readonly ClaimedState[] = ['moved', 'kept-out', 'joined', 'stopped'];

describe('one account in a claim', () => {
  it.each(['told', 'stays'] as const)('joins when the claim takes force, from %s', (state) => expect(claimedAfter(state, 'take-force')).toBe('joined'));

  it('does not join while an objection waits', () => {
    expect(claimedAfter('objected', 'take-force')).toBeNull();
    expect(claimedAfter('objected', 'objection-refused')).toBe('told');
    expect(claimedAfter('objected', 'objection-accepted')).toBe('kept-out');
  });

  it.each(FINAL)('has %s for good', (state) => expect(EVENTS.map((event) => claimedAfter(state, event))).toEqual(EVENTS.map(() => null)));

  it('is found by the states it may come from', () => {
    expect(statesBefore('take-force')).toEqual(['told', 'stays']);
    expect(statesBefore('move')).toEqual(['told', 'stays', 'objected']);
  });

  it('never joins after it has moved or was kept out, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS)), (events) => {
        const states = events.reduce<ClaimedState[]>(
          (before, event) => [...before, claimedAfter(before.at(-1) ?? 'told', event) ?? before.at(-1) ?? 'told'],
          [],
        );
        const left = states.findIndex((state) => state === 'moved' || state === 'kept-out' || state === 'stopped');
        if (left >= 0) expect(states.slice(left)).not.toContain('joined');
        expect(states.every((state) => CLAIMED_STATES.includes(state))).toBe(true);
      }),
    );
  });
});

describe('a proof by which accounts are claimed', () => {
  const PROVED = { state: 'verified', failingSince: null, provedAt: NOW, provedBy: 'record' } as const;

  it('is there, and was seen within three days', () => {
    expect(mayActOnAccounts(PROVED, NOW.add({ hours: 72 }))).toBe(true);
    expect(mayActOnAccounts(PROVED, NOW.add({ hours: 73 }))).toBe(false);
  });

  it.each([
    ['missing', { ...PROVED, failingSince: NOW }],
    ['lost', { ...PROVED, state: 'lost' as const }],
    ['never given', { ...PROVED, state: 'claimed' as const, provedAt: null, provedBy: null }],
  ])('does not count when it is %s', (_, standing) => expect(mayActOnAccounts(standing, NOW)).toBe(false));

  it('counts for as long as an operator vouches for it', () =>
    expect(mayActOnAccounts({ ...PROVED, provedBy: 'operator' }, NOW.add({ hours: 9_999 }))).toBe(true));
});

it('fourteen days pass between telling and force', () => expect(forceAfterTelling(NOW).toString()).toBe('2026-03-16T09:00:00Z'));
