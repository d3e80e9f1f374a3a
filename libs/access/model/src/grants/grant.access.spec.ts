import { defineAbility, subject } from '../ability';
import { type MemberActor, type Role, systemActor } from '../actor';
import { grantAccess } from './grant.access';

const member = (roles: readonly Role[], standsInAs: readonly Role[] = []): MemberActor => ({
  kind: 'member',
  accountId: 'a',
  organizationId: 'o',
  memberId: 'me',
  roles,
  grants: [],
  standsInAs,
  oversight: false,
});

const ACTIONS = ['ask', 'read', 'decide', 'withdraw', 'revoke', 'give'] as const;
const may = (actor: MemberActor, facts: object) => ACTIONS.filter((action) => defineAbility(actor, [grantAccess]).can(action, subject('grant', { ...facts })));

const OTHERS = { granteeMemberId: 'they', requestedBy: 'they' };

describe('what may be done with a grant', () => {
  it.each<[string, MemberActor, object, readonly string[]]>([
    ['an owner, with somebody else’s', member(['owner']), OTHERS, ['ask', 'read', 'decide', 'revoke', 'give']],
    ['a privacy officer, with somebody else’s', member(['privacy-officer']), OTHERS, ['ask', 'read', 'decide', 'revoke']],
    ['an auditor, with somebody else’s', member(['auditor']), OTHERS, ['read']],
    ['a helpdesk, with somebody else’s', member(['helpdesk']), OTHERS, []],
    ['a helpdesk, for themselves', member(['helpdesk']), { granteeMemberId: 'me', requestedBy: 'me' }, ['ask', 'read', 'withdraw', 'revoke']],
    ['whoever asked for another', member([]), { granteeMemberId: 'they', requestedBy: 'me' }, ['read', 'withdraw']],
    ['whoever holds what another asked for', member([]), { granteeMemberId: 'me', requestedBy: 'they' }, ['read', 'revoke']],
    ['whoever stands in for an owner', member([], ['owner']), OTHERS, ['read', 'decide']],
    ['whoever stands in for an auditor', member([], ['auditor']), OTHERS, []],
  ])('by %s', (_, actor, facts, expected) => {
    expect(may(actor, facts)).toEqual(expected);
  });

  it('by a process is nothing', () => {
    expect(defineAbility(systemActor('o', 'lapse'), [grantAccess]).rules).toEqual([]);
  });
});

it('deputies are named by those who decide, not by those who stand in', () => {
  const names = (actor: MemberActor) => defineAbility(actor, [grantAccess]).can('name', 'deputy');
  expect([names(member(['privacy-officer'])), names(member(['helpdesk'])), names(member([], ['owner']))]).toEqual([true, false, false]);
});
