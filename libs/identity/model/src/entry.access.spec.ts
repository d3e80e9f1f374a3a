import { defineAbility, heldGrants, type MemberActor, type Role, subject } from '@smartpar/access/model';
import { identityAccess } from './second-factor.access';

const abilityOf = (...roles: readonly Role[]) => {
  const actor: MemberActor = {
    kind: 'member',
    accountId: 'a-1',
    organizationId: 'o-1',
    memberId: 'm-1',
    roles,
    grants: heldGrants(roles, []),
    oversight: false,
  };
  return defineAbility(actor, identityAccess);
};

const PLAIN = { memberId: 'm-2', owner: false, trusted: false };
const HOLDS_A_ROLE = { ...PLAIN, trusted: true };
const OWNER = { ...HOLDS_A_ROLE, owner: true };

describe('helping with somebody’s entry', () => {
  it.each<[Role, typeof PLAIN, boolean]>([
    ['owner', OWNER, true],
    ['user-administrator', OWNER, false],
    ['user-administrator', HOLDS_A_ROLE, true],
    ['helpdesk', PLAIN, true],
    ['helpdesk', HOLDS_A_ROLE, false],
    ['helpdesk', OWNER, false],
    ['privacy-officer', PLAIN, false],
    ['auditor', PLAIN, false],
  ])('by %s for %o: %s', (role, member, allowed) => {
    expect(abilityOf(role).can('end', subject('entry', { ...member }))).toBe(allowed);
    expect(abilityOf(role).can('reset', subject('second-factor', { ...member }))).toBe(allowed);
  });

  it('is nobody’s for themself as far as their second factor goes', () => {
    expect(abilityOf('owner').can('reset', subject('second-factor', { ...OWNER, memberId: 'm-1' }))).toBe(false);
  });
});
