import { defineAbility, subject } from '../ability';
import { type MemberActor, ORGANIZATION_ROLES, type Role, systemActor } from '../actor';
import { ledgerDelayAccess } from '../ledger/ledger-delay.access';
import { ledgerNamesAccess } from '../ledger/ledger-names.access';
import { undertakingAccess } from '../undertaking/undertaking.access';
import { violationAccess } from './violation.access';

const RULES = [undertakingAccess, violationAccess, ledgerDelayAccess, ledgerNamesAccess];
const member = (...roles: Role[]): MemberActor => ({ kind: 'member', accountId: 'a', organizationId: 'o', memberId: 'm', roles, grants: [], oversight: false });
const abilityOf = (...roles: Role[]) => defineAbility(member(...roles), RULES);

describe('promises, reports and what is told later', () => {
  it.each<[string, string, readonly Role[]]>([
    ['publish', 'undertaking', ['owner']],
    ['list', 'undertaking-signature', ['owner', 'privacy-officer', 'auditor']],
    ['report', 'violation', ['owner', 'privacy-officer']],
    ['read', 'violation', ['owner', 'privacy-officer']],
    ['decide', 'violation', ['owner', 'privacy-officer']],
    ['request', 'ledger-delay', ['owner', 'privacy-officer']],
    ['decide', 'ledger-delay', ['owner', 'privacy-officer']],
    ['read', 'ledger-names', ['owner', 'privacy-officer', 'auditor']],
    ['change', 'ledger-names', ['owner']],
  ])('to %s %s is for %j', (action, noun, expected) => {
    expect(ORGANIZATION_ROLES.filter((role) => abilityOf(role).can(action, noun))).toEqual(expected);
  });

  it('every member reads and signs what is promised, and reads whether they are kept away themselves', () => {
    const ability = abilityOf();
    expect([ability.can('sign', 'undertaking'), ability.can('read', 'own-suspension'), ability.can('read', 'violation')]).toEqual([true, true, false]);
    expect(defineAbility(systemActor('o', 'reminders'), RULES).can('sign', 'undertaking')).toBe(false);
  });

  it.each(['violation', 'ledger-delay'])('nobody reads or decides a %s about themselves, whatever their roles', (noun) => {
    const ability = abilityOf('owner', 'privacy-officer');
    for (const action of ['read', 'decide']) {
      expect([ability.can(action, subject(noun, { memberId: 'm' })), ability.can(action, subject(noun, { memberId: 'other' }))]).toEqual([false, true]);
    }
  });
});
