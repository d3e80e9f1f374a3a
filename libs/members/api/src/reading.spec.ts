import { defineAbility, heldGrants, type MemberActor, type Role } from '@smartpar/access/model';
import { memberAccess } from '@smartpar/members/model';
import { readingOf } from './reading';

const abilityOf = (...roles: readonly Role[]) => {
  const actor: MemberActor = { kind: 'member', accountId: 'a', organizationId: 'o', memberId: 'm', roles, grants: heldGrants(roles, []), oversight: false };
  return defineAbility(actor, [memberAccess]);
};
const ALL = { correct: true, place: true, suspend: true, reactivate: true, invite: true, assignRole: true };
const NONE = { correct: false, place: false, suspend: false, reactivate: false, invite: false, assignRole: false };

describe('what an ability means for members', () => {
  it('tells owners from others', () => {
    expect(readingOf(abilityOf('owner'))).toMatchObject({ withOwners: ALL, withOthers: ALL });
    expect(readingOf(abilityOf('user-administrator'))).toMatchObject({ withOwners: NONE, withOthers: { ...ALL, assignRole: false } });
    expect(readingOf(abilityOf('helpdesk'))).toMatchObject({ withOwners: NONE, withOthers: NONE });
  });

  it('is worked out once for each', () => {
    const ability = abilityOf('auditor');
    expect(readingOf(ability)).toBe(readingOf(ability));
    expect(readingOf(abilityOf('auditor'))).not.toBe(readingOf(ability));
  });
});
