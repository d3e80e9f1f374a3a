import { type Actor, defineAbility, type MemberActor, ORGANIZATION_ROLES, type Role, STAFF_ROLES, systemActor } from '@smartpar/access/model';
import { organizationsAccess } from './organizations.access';

const member = (roles: readonly Role[], oversight = false): MemberActor => ({
  kind: 'member',
  accountId: 'a',
  organizationId: 'o',
  memberId: 'm',
  roles,
  grants: [],
  oversight,
});
const abilityOf = (actor: Actor) => defineAbility(actor, organizationsAccess);

const SITUATIONS: readonly [action: string, noun: string, who: readonly Role[] | 'every member'][] = [
  ['read', 'organization', 'every member'],
  ['update', 'organization', ['owner']],
  ['read', 'privacy-contact', 'every member'],
  ['update', 'privacy-contact', ['owner', 'privacy-officer']],
  ...(['site', 'legal-entity'] as const).flatMap((noun): [string, string, readonly Role[]][] => [
    ['read', noun, ['owner', 'user-administrator', 'privacy-officer', 'helpdesk', 'auditor']],
    ['create', noun, ['owner']],
    ['update', noun, ['owner']],
    ['remove', noun, ['owner']],
  ]),
  ['read', 'organization-domain', ['owner', 'user-administrator', 'privacy-officer', 'auditor']],
  ['claim', 'organization-domain', ['owner']],
  ['verify', 'organization-domain', ['owner']],
  ['release', 'organization-domain', ['owner']],
  ['read', 'account-claim', ['owner', 'user-administrator', 'privacy-officer', 'auditor']],
  ['start', 'account-claim', ['owner']],
  ['stop', 'account-claim', ['owner']],
  ['answer', 'claim-objection', ['owner', 'privacy-officer']],
  ['read', 'domain-dispute', ['owner', 'user-administrator', 'privacy-officer', 'auditor']],
  ['open', 'domain-dispute', ['owner']],
];

describe.each(SITUATIONS)('to %s %s', (action, noun, who) => {
  it.each(ORGANIZATION_ROLES)('as %s', (role) => expect(abilityOf(member([role])).can(action, noun)).toBe(who === 'every member' || who.includes(role)));

  it.each(STAFF_ROLES)('as %s of SmartPAR', (role) => expect(abilityOf(member([role], true)).can(action, noun)).toBe(who === 'every member'));

  it('as a member without a role', () => expect(abilityOf(member([])).can(action, noun)).toBe(who === 'every member'));

  it('as somebody with a private link, or the system, is nobody’s business', () => {
    expect(abilityOf({ kind: 'person', organizationId: 'o', requestId: 'r' }).can(action, noun)).toBe(false);
    expect(abilityOf(systemActor('o', 'reminders')).can(action, noun)).toBe(false);
  });
});

describe('cases about domains', () => {
  it.each(STAFF_ROLES)('are read by %s of SmartPAR, and decided by its privacy counsel alone', (role) => {
    const ability = abilityOf(member([role], true));
    expect(ability.can('read', 'domain-case')).toBe(['support', 'privacy-counsel', 'security', 'platform-operator'].includes(role));
    expect(ability.can('decide', 'domain-case')).toBe(role === 'privacy-counsel');
    expect(abilityOf(member([role])).can('read', 'domain-case')).toBe(false);
  });

  it.each(ORGANIZATION_ROLES)('are nothing to %s', (role) => {
    expect(abilityOf(member([role], true)).can('read', 'domain-case')).toBe(false);
    expect(abilityOf(member([role], true)).can('decide', 'domain-case')).toBe(false);
  });
});
