import { defineAbility, subject } from '../ability';
import { type MemberActor, ORGANIZATION_ROLES, type Role, systemActor } from '../actor';
import { needToKnowAccess } from '../need-to-know.access';
import { abilitiesOfRoles } from '../roles/named-ability';

const member = (...roles: Role[]): MemberActor => ({ kind: 'member', accountId: 'a', organizationId: 'o', memberId: 'm', roles, grants: [], oversight: false });
const abilityOf = (...roles: Role[]) => defineAbility(member(...roles), needToKnowAccess);

describe('evaluations of worker data', () => {
  it.each<[string, string, readonly Role[]]>([
    ['read', 'evaluation', ['owner', 'privacy-officer', 'auditor', 'works-council']],
    ['read', 'evaluation-receipt', ['owner', 'privacy-officer', 'auditor', 'works-council']],
    ['receive', 'evaluation-receipt', ['privacy-officer', 'works-council']],
    ['read', 'evaluation-rules', ['owner', 'privacy-officer', 'auditor', 'works-council']],
    ['change', 'evaluation-rules', ['owner']],
    ['read', 'volume-alert', ['owner', 'privacy-officer']],
    ['settle', 'volume-alert', ['owner', 'privacy-officer']],
  ])('to %s %s is for %j', (action, noun, expected) => {
    expect(ORGANIZATION_ROLES.filter((role) => abilityOf(role).can(action, noun))).toEqual(expected);
  });

  it('are known to be on or off by every member, and by no process', () => {
    expect(abilityOf().can('read', 'own-evaluations')).toBe(true);
    expect(defineAbility(systemActor('o', 'x'), needToKnowAccess).can('read', 'own-evaluations')).toBe(false);
  });

  it('that are about oneself nobody reads or settles, whatever their roles', () => {
    const ability = abilityOf('owner', 'privacy-officer');
    for (const action of ['read', 'settle']) {
      expect([ability.can(action, subject('volume-alert', { memberId: 'm' })), ability.can(action, subject('volume-alert', { memberId: 'other' }))]).toEqual([
        false,
        true,
      ]);
    }
  });
});

it('the works council may read evaluations, receipts and what was agreed, and nothing else that a role gives', () => {
  expect(abilitiesOfRoles(['works-council'], needToKnowAccess)).toEqual([
    'evaluation.read',
    'evaluation-receipt.read',
    'evaluation-rules.read',
    'evaluation-receipt.receive',
  ]);
});
