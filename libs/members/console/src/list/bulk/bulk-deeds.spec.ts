import { defineAbility, type Role } from '@smartpar/access/model';
import { memberAccess, type MemberListItem } from '@smartpar/members/model';
import { ME, listItem } from '../../../testing/src';
import { deedsOf, offersFor, type Reader } from './bulk-deeds';

/** A reader by the rules of the server. */
const reader = (...roles: readonly Role[]): Reader => ({
  ability: defineAbility({ kind: 'member', accountId: 'a', organizationId: 'o', memberId: ME, roles, grants: [], oversight: false }, [memberAccess]),
  memberId: ME,
});

const selected: readonly MemberListItem[] = [
  listItem({ id: 'active', number: 1, roles: [] }),
  listItem({ id: 'invited', number: 2, status: 'invited', roles: [] }),
  listItem({ id: 'suspended', number: 3, status: 'suspended', roles: [] }),
  listItem({ id: 'left', number: 4, status: 'deactivated', roles: [] }),
  listItem({ id: 'owner', number: 5, roles: ['owner'] }),
  listItem({ id: ME, number: 6, roles: [] }),
];

const told = (who: Reader) =>
  offersFor(selected, who).map(({ deed, members, exempt }) => [
    deed,
    members.map(({ number }) => number),
    exempt.map(({ member, why }) => `${member.number} ${why}`),
  ]);

describe('what can be done to many members', () => {
  it('is done to those it fits, and says of the others why not', () => {
    expect(told(reader('owner'))).toEqual([
      ['invite', [2], ['1 state', '3 state', '4 state', '5 state', '6 state']],
      ['place', [1, 2, 3, 4, 5, 6], []],
      ['reactivate', [3], ['1 state', '2 state', '4 state', '5 state', '6 state']],
      ['suspend', [1, 2, 5], ['3 state', '4 state', '6 self']],
    ]);
  });

  it('leaves owners out where an owner has to do it', () => {
    expect(told(reader('user-administrator')).at(-1)).toEqual(['suspend', [1, 2], ['3 state', '4 state', '5 owner', '6 self']]);
  });

  it('is nothing for those who may do nothing to a single one', () => {
    expect([deedsOf(reader('privacy-officer')), told(reader('privacy-officer'))]).toEqual([[], []]);
  });

  it('is not offered where it fits nobody', () => {
    const offers = offersFor([listItem({ status: 'suspended', roles: [] })], reader('owner'));
    expect(offers.map(({ deed }) => deed)).toEqual(['place', 'reactivate']);
  });
});
