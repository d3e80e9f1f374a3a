import { defineAbility, subject } from '../ability';
import type { MemberActor, Role } from '../actor';
import { extractAccess } from './extract.access';

const actor = (roles: readonly Role[], further: Partial<MemberActor> = {}): MemberActor => ({
  kind: 'member',
  accountId: 'a',
  organizationId: 'o',
  memberId: 'me',
  roles,
  grants: [],
  oversight: false,
  ...further,
});
const abilityOf = (...roles: readonly Role[]) => defineAbility(actor(roles), [extractAccess]);
const mine = subject('extract', { requestedBy: 'me' });
const others = subject('extract', { requestedBy: 'somebody' });

describe('an extract', () => {
  it.each<[Role, boolean]>([
    ['owner', true],
    ['user-administrator', true],
    ['privacy-officer', true],
    ['helpdesk', false],
    ['auditor', false],
  ])('may be asked for by a %s: %s', (role, may) => {
    expect(abilityOf(role).can('ask', 'extract')).toBe(may);
  });

  it('is fetched by whoever asked for it, and by no owner or officer beside them', () => {
    for (const role of ['owner', 'user-administrator', 'privacy-officer'] as const) {
      expect([abilityOf(role).can('use', mine), abilityOf(role).can('use', others)]).toEqual([true, false]);
    }
  });

  it('is read by those who decide or look after it, and else by whoever asked', () => {
    expect((['owner', 'privacy-officer', 'auditor', 'user-administrator'] as const).map((role) => abilityOf(role).can('read', others))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(abilityOf('user-administrator').can('read', mine)).toBe(true);
  });

  it('is decided by those who decide about grants and by whoever stands in for them', () => {
    expect((['owner', 'privacy-officer', 'user-administrator', 'auditor'] as const).map((role) => abilityOf(role).can('decide', 'extract'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(defineAbility(actor([], { standsInAs: ['owner'] }), [extractAccess]).can('decide', 'extract')).toBe(true);
  });

  it('is nothing to a member without a role or to whoever follows a question', () => {
    const by = [abilityOf(), defineAbility({ kind: 'person', organizationId: 'o', requestId: 'r' }, [extractAccess])];
    for (const ability of by) expect(['ask', 'read', 'use', 'decide'].some((action) => ability.can(action, 'extract'))).toBe(false);
  });

  it('has rules that owners alone change', () => {
    expect((['owner', 'privacy-officer'] as const).map((role) => abilityOf(role).can('change', 'extract-rules'))).toEqual([true, false]);
  });
});
