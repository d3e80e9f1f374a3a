import { defineAbility } from '../ability';
import { type MemberActor, ORGANIZATION_ROLES, type Role } from '../actor';
import { needToKnowAccess } from '../need-to-know.access';
import type { AccessRules } from '../rules';
import { explainAbilities } from './explained-ability';
import { changeBetween } from './access-change';
import { heldGrants } from '../grant';

const memberish: AccessRules = (actor, { allow, forbid }) => {
  if (actor.kind === 'member' && actor.roles.includes('user-administrator')) allow('suspend', 'member');
  if (actor.kind === 'member' && !actor.roles.includes('owner')) forbid('suspend', 'member', { owner: true });
};
const RULES = [...needToKnowAccess, memberish];

const somebody = (roles: readonly Role[], more: Partial<MemberActor> = {}): MemberActor => ({
  kind: 'member',
  accountId: 'account',
  organizationId: 'organization',
  memberId: 'me',
  roles,
  grants: heldGrants(roles, []),
  oversight: false,
  ...more,
});
const line = (actor: MemberActor, name: string) => explainAbilities(actor, RULES).find((one) => one.name === name);

describe('what somebody may do', () => {
  it.each(ORGANIZATION_ROLES)('is by the role %s whatever the rules let its holders do', (role) => {
    const ability = defineAbility(somebody([role]), RULES);
    for (const { name, by } of explainAbilities(somebody([role]), RULES)) {
      const [noun = '', action = ''] = name.split('.');
      expect(ability.can(action, noun)).toBe(true);
      expect(by).toEqual([{ role, scope: { kind: 'all' }, deputy: false }]);
    }
  });

  it('is nothing for whoever holds nothing', () => {
    expect(explainAbilities(somebody([]), RULES)).toEqual([]);
  });

  it('names every role that gives it, also one held at a site or in place of another', () => {
    const actor = somebody(['privacy-officer'], { standsInAs: ['owner'], held: [{ role: 'r1', abilities: ['grant.read'], scope: { kind: 'all' } }] });
    expect(line(actor, 'grant.decide')?.by).toEqual([
      { role: 'privacy-officer', scope: { kind: 'all' }, deputy: false },
      { role: 'owner', scope: { kind: 'all' }, deputy: true },
    ]);
    expect(line(actor, 'grant.read')?.by.map(({ role }) => role)).toEqual(['privacy-officer', 'r1', 'owner']);
    const deputy = somebody([], { standsInHeld: [{ role: 'r1', abilities: ['lockbox.decide', 'role.compose'], scope: { kind: 'all' } }] });
    expect(line(deputy, 'lockbox.decide')?.by).toEqual([{ role: 'r1', scope: { kind: 'all' }, deputy: true }]);
    expect(line(deputy, 'role.compose')).toBeUndefined();
    const there = somebody([], { held: [{ role: 'user-administrator', abilities: null, scope: { kind: 'site', id: 's1' } }] });
    expect(line(there, 'member.suspend')?.by).toEqual([{ role: 'user-administrator', scope: { kind: 'site', id: 's1' }, deputy: false }]);
  });

  it('says where owners are spared', () => {
    expect(line(somebody(['user-administrator']), 'member.suspend')?.exceptOwners).toBe(true);
    expect(line(somebody(['user-administrator', 'owner']), 'member.suspend')?.exceptOwners).toBe(false);
  });
});

describe('a change', () => {
  it('is nothing where nothing changes', () => {
    const same = somebody(['owner', 'auditor']);
    expect(changeBetween(same, same, RULES)).toEqual({ abilities: { gained: [], lost: [] }, sight: { gained: [], lost: [] } });
  });

  it('gains and loses the same when it is turned round', () => {
    const [before, after] = [somebody(['helpdesk']), somebody(['privacy-officer'])];
    const [there, back] = [changeBetween(before, after, RULES), changeBetween(after, before, RULES)];
    expect(back.abilities).toEqual({ gained: there.abilities.lost, lost: there.abilities.gained });
    expect(back.sight).toEqual({ gained: there.sight.lost, lost: there.sight.gained });
    expect(there.sight.gained).not.toEqual([]);
  });

  it('says of what comes whether other grants let see as much already', () => {
    const [held] = heldGrants(['helpdesk'], []);
    if (held === undefined) throw new Error('A helpdesk sees nothing.');
    const again = somebody(['helpdesk'], { grants: [...heldGrants(['helpdesk'], []), { ...held, id: 'another', scope: { kind: 'site', ids: ['s1'] } }] });
    expect(changeBetween(somebody(['helpdesk']), again, RULES).sight.gained.map(({ nothingNew }) => nothingNew)).toEqual([true]);
    const wider = somebody(['helpdesk'], { grants: [...heldGrants(['helpdesk'], []), { ...held, id: 'another', purposes: ['security'] }] });
    expect(changeBetween(somebody(['helpdesk']), wider, RULES).sight.gained.map(({ nothingNew }) => nothingNew)).toEqual([false]);
  });
});
