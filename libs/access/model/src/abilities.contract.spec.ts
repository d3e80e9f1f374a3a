import { abilitiesAccess } from './abilities.access';
import { abilitiesContract } from './abilities.contract';
import { defineAbility, packRules } from './ability';
import { systemActor } from './actor';

const member = { kind: 'member', accountId: 'a', organizationId: 'o', memberId: 'm', roles: ['owner'], grants: [], oversight: false } as const;

describe('what a member may do', () => {
  it('may be asked by every member', () => {
    expect(defineAbility({ ...member, roles: [] }, [abilitiesAccess]).can('read', 'abilities')).toBe(true);
  });

  it('is nothing a process asks for', () => {
    expect(defineAbility(systemActor('o', 'reminders'), [abilitiesAccess]).can('read', 'abilities')).toBe(false);
  });

  it('travels as its contract says', () => {
    const answer = {
      roles: member.roles,
      grants: [{ id: 'owner user.name', category: 'user.name', mode: 'shown', purposes: ['administration'], scope: 'all', until: null }],
      rules: packRules(defineAbility(member, [abilitiesAccess])),
    };
    expect(abilitiesContract.parse(answer)).toEqual(answer);
  });
});
