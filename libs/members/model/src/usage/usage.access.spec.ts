import { defineAbility, type MemberActor, ORGANIZATION_ROLES, type Role, systemActor } from '@smartpar/access/model';
import { membersAccess } from '../member.access';

const member = (...roles: Role[]): MemberActor => ({ kind: 'member', accountId: 'a', organizationId: 'o', memberId: 'm', roles, grants: [], oversight: false });
const may = (role: Role, action: string, noun: string) => defineAbility(member(role), membersAccess).can(action, noun);

describe('usage data and the systems that tell of it', () => {
  it.each<[string, string, readonly Role[]]>([
    ['read', 'usage-rules', ['owner', 'privacy-officer', 'auditor', 'works-council']],
    ['change', 'usage-rules', ['owner']],
    ['read', 'system-token', ['owner', 'privacy-officer', 'auditor']],
    ['issue', 'system-token', ['owner']],
    ['rotate', 'system-token', ['owner']],
    ['revoke', 'system-token', ['owner']],
  ])('to %s %s is for %j', (action, noun, expected) => {
    expect(ORGANIZATION_ROLES.filter((role) => may(role, action, noun))).toEqual(expected);
  });

  it('are read by everybody about themself, and by no process', () => {
    expect(defineAbility(member(), membersAccess).can('read', 'own-usage')).toBe(true);
    expect(defineAbility(systemActor('o', 'x'), membersAccess).can('read', 'own-usage')).toBe(false);
  });
});
