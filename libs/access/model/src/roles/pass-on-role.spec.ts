import { ORGANIZATION_ROLES, type Role } from '../actor';
import type { HeldRole, RoleScope } from './role-holding';
import { mayPassOnRole } from './pass-on-role';

const ALL: RoleScope = { kind: 'all' };
const HARBOUR: RoleScope = { kind: 'site', id: 's-1' };
const HILL: RoleScope = { kind: 'site', id: 's-2' };
const custom = (scope: RoleScope): HeldRole => ({ role: 'r-1', abilities: ['member.list'], scope });

it.each<[string, readonly Role[], readonly HeldRole[], string, RoleScope, boolean]>([
  ['an owner gives any role', ['owner'], [], 'auditor', ALL, true],
  ['an owner gives a role at a site', ['owner'], [], 'r-1', HARBOUR, true],
  ['a user administrator makes no owner', ['user-administrator'], [], 'owner', ALL, false],
  ['a user administrator gives their own role at a site', ['user-administrator'], [], 'user-administrator', HARBOUR, true],
  ['a holder for everything gives it at a site', [], [custom(ALL)], 'r-1', HARBOUR, true],
  ['a holder at a site gives it there', [], [custom(HARBOUR)], 'r-1', HARBOUR, true],
  ['a holder at a site gives it at no other', [], [custom(HARBOUR)], 'r-1', HILL, false],
  ['a holder at a site does not give it for everything', [], [custom(HARBOUR)], 'r-1', ALL, false],
  ['a holder at a site does not give it for a group of the same id', [], [custom(HARBOUR)], 'r-1', { kind: 'group', id: 's-1' }, false],
  ['a holder of another role gives nothing of it', ['auditor'], [custom(ALL)], 'r-2', ALL, false],
])('%s', (_, roles, held, role, scope, expected) => {
  expect(mayPassOnRole({ roles, held }, role, scope)).toBe(expected);
});

it('nobody but an owner makes an owner, whatever else they hold', () => {
  const others = ORGANIZATION_ROLES.filter((role) => role !== 'owner');
  expect(mayPassOnRole({ roles: others, held: [{ role: 'owner', abilities: null, scope: HARBOUR }] }, 'owner', ALL)).toBe(false);
});
