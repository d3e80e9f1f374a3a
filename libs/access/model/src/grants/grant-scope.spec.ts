import fc from 'fast-check';
import { createAbility, subject } from '../ability';
import { type GrantScope, type MemberPlace, reachOf, whereOf } from './grant-scope';

const MEMBER: MemberPlace = { id: 'm-1', siteId: 's-1', groupIds: ['g-1', 'g-2'] };

/** Whether a scope reaches a member, said once more as plainly as possible. */
function reaches(scope: GrantScope, { id, siteId, groupIds }: MemberPlace): boolean {
  if (scope.kind === 'all') return true;
  if (scope.kind === 'site') return siteId !== null && scope.ids.includes(siteId);
  if (scope.kind === 'group') return groupIds.some((group) => scope.ids.includes(group));
  return (scope.kind === 'request' ? scope.members : scope.ids).includes(id);
}

const decided = (scopes: readonly GrantScope[], member: MemberPlace): boolean => {
  const where = reachOf(scopes);
  return createAbility([{ action: 'see', subject: 'member', ...(where && { conditions: where }) }]).can('see', subject('member', { ...member }));
};

describe('a scope', () => {
  it.each<[string, GrantScope, boolean]>([
    ['everybody', { kind: 'all' }, true],
    ['their site', { kind: 'site', ids: ['s-0', 's-1'] }, true],
    ['another site', { kind: 'site', ids: ['s-0'] }, false],
    ['one of their groups', { kind: 'group', ids: ['g-2', 'g-9'] }, true],
    ['another group', { kind: 'group', ids: ['g-9'] }, false],
    ['them by name', { kind: 'members', ids: ['m-1'] }, true],
    ['somebody else by name', { kind: 'members', ids: ['m-2'] }, false],
    ['a request that concerns them', { kind: 'request', id: 'r-1', members: ['m-1'] }, true],
    ['a request that concerns nobody here', { kind: 'request', id: 'r-1', members: [] }, false],
  ])('of %s', (_, scope, expected) => {
    expect(decided([scope], MEMBER)).toBe(expected);
  });

  it('of everybody is no condition at all', () => {
    expect([whereOf({ kind: 'all' }), reachOf([{ kind: 'site', ids: ['s-1'] }, { kind: 'all' }])]).toEqual([undefined, undefined]);
  });

  it('reaches nobody without a site by any site', () => {
    expect(decided([{ kind: 'site', ids: ['s-1'] }], { ...MEMBER, siteId: null })).toBe(false);
  });
});

const ids = (letter: string) => fc.subarray([`${letter}-1`, `${letter}-2`, `${letter}-3`]);
const scope: fc.Arbitrary<GrantScope> = fc.oneof(
  fc.constant<GrantScope>({ kind: 'all' }),
  ids('s').map((named): GrantScope => ({ kind: 'site', ids: named })),
  ids('g').map((named): GrantScope => ({ kind: 'group', ids: named })),
  ids('m').map((named): GrantScope => ({ kind: 'members', ids: named })),
  ids('m').map((members): GrantScope => ({ kind: 'request', id: 'r-1', members })),
);
const member: fc.Arbitrary<MemberPlace> = fc.record({
  id: fc.constantFrom('m-1', 'm-2', 'm-3', 'm-4'),
  siteId: fc.constantFrom('s-1', 's-2', 's-4', null),
  groupIds: fc.subarray(['g-1', 'g-2', 'g-4']),
});

it('any scopes together reach exactly those whom one of them reaches', () => {
  fc.assert(
    fc.property(fc.array(scope, { maxLength: 5 }), member, (scopes, asked) => {
      expect(decided(scopes, asked)).toBe(scopes.some((one) => reaches(one, asked)));
    }),
    { numRuns: 500 },
  );
});
