import { scopeOf, untilAfter } from './wish';

describe('of whom', () => {
  it.each([
    ['all', undefined, { kind: 'all' }],
    ['member', 'm1', { kind: 'members', ids: ['m1'] }],
    ['site:s1', 'm1', { kind: 'site', ids: ['s1'] }],
    ['group:g1', undefined, { kind: 'group', ids: ['g1'] }],
  ])('%s is asked for as the server takes it', (of, member, expected) => {
    expect(scopeOf(of, member)).toEqual(expected);
  });
});

it('a stretch ends a minute sooner than it says, so that a clock that runs ahead asks for no more than is allowed', () => {
  expect(untilAfter(new Date('2026-03-02T09:00:00Z'), 8)).toBe('2026-03-02T16:59:00.000Z');
});
