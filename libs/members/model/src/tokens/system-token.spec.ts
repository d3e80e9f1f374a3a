import { tokenStateAt, type TokenFacts, type TokenState, tokenWorks } from './system-token';

const NOW = Date.parse('2026-03-02T09:00:00Z');
const later = new Date(NOW + 1);

describe('a token', () => {
  it.each<[string, TokenFacts, TokenState, boolean]>([
    ['works until its time is over', { expiresAt: later, revokedAt: null, replacedBy: null }, 'live', true],
    ['works beside the one in its place', { expiresAt: later, revokedAt: null, replacedBy: 'other' }, 'replaced', true],
    ['works no more at the very moment its time is over', { expiresAt: new Date(NOW), revokedAt: null, replacedBy: null }, 'expired', false],
    ['works no more once the overlap is over', { expiresAt: new Date(NOW - 1), revokedAt: null, replacedBy: 'other' }, 'expired', false],
    ['works no more once it was ended', { expiresAt: later, revokedAt: new Date(NOW), replacedBy: null }, 'revoked', false],
  ])('%s', (_, facts, state, works) => {
    expect([tokenStateAt(facts, NOW), tokenWorks(tokenStateAt(facts, NOW))]).toEqual([state, works]);
  });
});
