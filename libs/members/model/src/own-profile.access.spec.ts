import { defineAbility, type MemberActor } from '@smartpar/access/model';
import { ownProfileAccess } from './own-profile.access';

const member: MemberActor = { kind: 'member', accountId: 'a', organizationId: 'o', memberId: 'm', roles: [], grants: [], oversight: false };

it.each(['read', 'correct'])('every member may %s their own profile, and whoever follows one question has none', (action) => {
  expect(defineAbility(member, [ownProfileAccess]).can(action, 'own-profile')).toBe(true);
  expect(defineAbility({ kind: 'person', organizationId: 'o', requestId: 'r' }, [ownProfileAccess]).can(action, 'own-profile')).toBe(false);
});
