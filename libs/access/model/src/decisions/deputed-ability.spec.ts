import { ORGANIZATION_ROLES, type MemberActor } from '../actor';
import { defineAbility } from '../ability';
import { needToKnowAccess } from '../need-to-know.access';
import { namedAbilities } from '../roles/named-ability';
import type { AbilityName } from '../roles/role-holding';
import { isDeputed } from './deputed-ability';

const somebody = (more: Partial<MemberActor>): MemberActor => ({
  kind: 'member',
  accountId: 'a',
  organizationId: 'o',
  memberId: 'm',
  roles: [],
  grants: [],
  oversight: false,
  ...more,
});
const mayOf = (actor: MemberActor): readonly AbilityName[] => {
  const ability = defineAbility(actor, needToKnowAccess);
  return namedAbilities(needToKnowAccess).filter((name) => {
    const [noun = '', action = ''] = name.split('.');
    return ability.can(action, noun);
  });
};
const ANYBODY = mayOf(somebody({}));
const beyond = (actor: MemberActor): readonly AbilityName[] => mayOf(actor).filter((name) => !ANYBODY.includes(name));

describe('whoever stands in', () => {
  it.each(ORGANIZATION_ROLES)('for the role %s decides what it decides, and does nothing else of it', (role) => {
    expect(beyond(somebody({ standsInAs: [role] })).filter((name) => !isDeputed(name))).toEqual([]);
    const decided = beyond(somebody({ roles: [role] })).filter((name) => name.endsWith('.decide') || name.endsWith('.review'));
    expect(beyond(somebody({ standsInAs: [role] }))).toEqual(expect.arrayContaining(decided.filter(isDeputed)));
  });

  it('for a custom role decides what it decides, and does nothing else of it', () => {
    const abilities = namedAbilities(needToKnowAccess);
    const deputy = somebody({ standsInHeld: [{ role: 'r1', abilities, scope: { kind: 'all' } }] });
    expect(beyond(deputy)).toEqual(beyond(somebody({ roles: ORGANIZATION_ROLES })).filter(isDeputed));
  });

  it('for nobody who decides does nothing', () => {
    expect(beyond(somebody({ standsInHeld: [{ role: 'r1', abilities: ['role.compose', 'grant.give'], scope: { kind: 'all' } }] }))).toEqual([]);
  });
});
