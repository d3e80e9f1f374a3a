import { type Actor, defineAbility, type Role, ROLES, systemActor } from '@smartpar/access/model';
import { logOutlineAccess } from './log-outline.access';
import { logOutlineLine, logOutlineQuery } from './log-outline.contract';

const member = (role: Role): Actor => ({ kind: 'member', accountId: 'a', organizationId: 'o', memberId: 'm', roles: [role], grants: [], oversight: false });
const may = (actor: Actor): boolean => defineAbility(actor, [logOutlineAccess]).can('read', 'audit-outline');

it('the log as such is read by those who read the log and by the works council, and by no process', () => {
  expect(ROLES.filter((role) => may(member(role)))).toEqual(['owner', 'privacy-officer', 'auditor', 'works-council']);
  expect(may(systemActor('o', 'x'))).toBe(false);
});

it('the log as such holds neither who nor whom, whatever it is made of', () => {
  const entry = {
    id: '0193a5d0-7a3b-7c00-8000-000000000001',
    at: '2026-03-02T09:00:00.000Z',
    actor: { kind: 'member', id: 'm', memberNumber: 'M-10001', roles: ['helpdesk'] },
    action: 'member.revealed',
    target: { noun: 'member', id: 'x' },
    facts: { memberId: 'x' },
  };
  expect(logOutlineLine.parse(entry)).toEqual({
    id: entry.id,
    at: entry.at,
    actor: { kind: 'member', roles: ['helpdesk'] },
    action: 'member.revealed',
    target: { noun: 'member' },
  });
});

it.each(['actorId', 'targetId', 'targetNoun'])('the log as such cannot be asked for one %s', (name) => {
  expect(logOutlineQuery.safeParse({ [name]: 'x' }).success).toBe(false);
});
