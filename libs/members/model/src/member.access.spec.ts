import { defineAbility, heldGrants, type MemberActor, PROFILE_CATEGORIES, type Role, subject } from '@smartpar/access/model';
import { memberAccess } from './member.access';

const actor = (...roles: readonly Role[]): MemberActor => ({
  kind: 'member',
  accountId: 'a-1',
  organizationId: 'o-1',
  memberId: 'm-1',
  roles,
  grants: heldGrants(roles, []),
  oversight: false,
});
const abilityOf = (...roles: readonly Role[]) => defineAbility(actor(...roles), [memberAccess]);
const somebody = (facts: object = {}) => subject('member', { id: 'm-2', owner: false, ...facts });

const ACTIONS = [
  'list',
  'find',
  'read',
  'invite',
  'suspend',
  'reactivate',
  'place',
  'correct',
  'assign-role',
  'import',
  'export',
  'help',
  'resend-invitation',
] as const;

describe('what may be done with a member', () => {
  it.each<[Role | 'nobody', readonly string[]]>([
    ['owner', ACTIONS],
    ['user-administrator', ACTIONS.filter((action) => action !== 'assign-role')],
    ['privacy-officer', ['list', 'find', 'read']],
    ['helpdesk', ['find', 'read', 'help', 'resend-invitation']],
    ['auditor', ['list', 'read']],
    ['support', []],
    ['platform-operator', []],
    ['nobody', []],
  ])('by %s', (role, allowed) => {
    const ability = abilityOf(...(role === 'nobody' ? [] : [role]));
    expect(ACTIONS.filter((action) => ability.can(action, somebody()))).toEqual(allowed);
  });

  it('to an owner is an owner’s business', () => {
    const can = (...roles: readonly Role[]) => ACTIONS.filter((action) => abilityOf(...roles).can(action, somebody({ owner: true })));
    expect(can('user-administrator')).toEqual(['list', 'find', 'read', 'import', 'export', 'help']);
    expect(can('owner')).toEqual(ACTIONS);
  });
});

describe('what may be seen of a member', () => {
  const seen = (role: Role) =>
    PROFILE_CATEGORIES.map((category) => ['see', 'reveal'].find((action) => abilityOf(role).can(action, 'member', category)) ?? 'hidden');

  it.each<[Role, readonly string[]]>([
    ['owner', ['see', 'see', 'reveal', 'reveal', 'reveal', 'see', 'see']],
    ['user-administrator', ['see', 'see', 'reveal', 'reveal', 'reveal', 'see', 'see']],
    ['privacy-officer', PROFILE_CATEGORIES.map(() => 'reveal')],
    ['helpdesk', ['reveal', 'reveal', 'reveal', 'hidden', 'hidden', 'reveal', 'reveal']],
    ['auditor', PROFILE_CATEGORIES.map(() => 'hidden')],
    ['support', PROFILE_CATEGORIES.map(() => 'hidden')],
  ])('by %s follows the grants', (role, expected) => {
    expect(seen(role)).toEqual(expected);
  });
});
