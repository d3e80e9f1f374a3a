import { defineAbility, heldGrants, type MemberActor, type Role, type StandingGrant } from '@smartpar/access/model';
import { memberAccess } from './member.access';
import { shownOf, sightOf } from './sight';

const sightFor = (roles: readonly Role[], changed: readonly StandingGrant[] = []) => {
  const actor: MemberActor = {
    kind: 'member',
    accountId: 'a',
    organizationId: 'o',
    memberId: 'm',
    roles,
    grants: heldGrants(roles, changed),
    oversight: false,
  };
  return sightOf(defineAbility(actor, [memberAccess]));
};

describe('what is seen of members', () => {
  it('is shown, behind a reveal or hidden, category by category', () => {
    expect(sightFor(['user-administrator'])).toEqual({
      'user.name': 'shown',
      'user.contact.email.work': 'shown',
      'user.contact.phone_number.work': 'on-reveal',
    });
    expect(new Set(Object.values(sightFor(['auditor'])))).toEqual(new Set(['hidden']));
  });

  it('follows what the organization changed', () => {
    const shown: StandingGrant = { role: 'auditor', category: 'user.name', mode: 'shown', purposes: ['administration'] };
    expect(shownOf(sightFor(['auditor'], [shown]))).toEqual(['user.name']);
  });
});
