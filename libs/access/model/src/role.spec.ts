import { type Actor, type MemberActor, type Role, systemActor } from './actor';
import { holds, isStaffRole, roleSentence, ROLES, roleWord } from './role';

const member = (roles: readonly Role[], oversight = false): MemberActor => ({
  kind: 'member',
  accountId: 'a',
  organizationId: 'o',
  memberId: 'm',
  roles,
  grants: [],
  oversight,
});

describe('holding a role', () => {
  it.each<[string, Actor, readonly Role[], boolean]>([
    ['the very role', member(['owner']), ['owner'], true],
    ['one of several', member(['auditor']), ['owner', 'auditor'], true],
    ['another role', member(['helpdesk']), ['owner', 'auditor'], false],
    ['no role at all', member([]), ['owner'], false],
    ['a staff role in the workforce', member(['support'], true), ['support'], true],
    ['a staff role anywhere else', member(['support']), ['support'], false],
    ['an own role in the workforce', member(['owner'], true), ['owner'], true],
    ['the system', systemActor('o', 'reminders'), ['owner'], false],
    ['the holder of a link', { kind: 'person', organizationId: 'o', requestId: 'r' }, ['owner'], false],
  ])('%s', (_, actor, roles, expected) => {
    expect(holds(actor, ...roles)).toBe(expected);
  });
});

describe('roles', () => {
  it('are staff roles or the organization’s own', () => {
    expect(ROLES.filter(isStaffRole)).toEqual(['support', 'privacy-counsel', 'security', 'platform-operator']);
  });

  it('have words of their own', () => {
    expect([roleWord('privacy-officer'), roleSentence('owner')]).toEqual(['access.roles.privacy-officer.name', 'access.roles.owner.sentence']);
  });
});
