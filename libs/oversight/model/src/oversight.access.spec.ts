import { defineAbility, isStaffRole, type MemberActor, type Role, ROLES, systemActor } from '@smartpar/access/model';
import { oversightAccess } from './oversight.access';

const member = (roles: readonly Role[], oversight: boolean): MemberActor => ({
  kind: 'member',
  accountId: 'a',
  organizationId: 'o',
  memberId: 'm',
  roles,
  grants: [],
  oversight,
});

describe.each(['organization-figures', 'escalation'])('reading %s', (noun) => {
  it.each(ROLES)('as %s is for staff, and only within the workforce', (role) => {
    expect(defineAbility(member([role], true), oversightAccess).can('read', noun)).toBe(isStaffRole(role));
    expect(defineAbility(member([role], false), oversightAccess).can('read', noun)).toBe(false);
  });

  it('is closed to plain members of the workforce, private links and the system', () => {
    for (const actor of [member([], true), { kind: 'person', organizationId: 'o', requestId: 'r' } as const, systemActor('o', 'x')]) {
      expect(defineAbility(actor, oversightAccess).can('read', noun)).toBe(false);
    }
  });
});
