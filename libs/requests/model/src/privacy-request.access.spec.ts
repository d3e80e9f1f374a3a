import { defineAbility, type MemberActor, type PersonByLink, type Role, subject, systemActor } from '@smartpar/access/model';
import { privacyRequestAccess } from './privacy-request.access';
import { replyTemplateAccess } from './reply-template.access';

const ACTIONS = ['list', 'read', 'answer', 'assign', 'follow', 'append'] as const;
const member = (...roles: readonly Role[]): MemberActor => ({
  kind: 'member',
  accountId: 'account',
  organizationId: 'organization',
  memberId: 'me',
  roles,
  grants: [], oversight: false,
});
const request = (rest: { memberId?: string | null; assigneeId?: string | null; aboutMemberId?: string | null } = {}) =>
  subject('privacy-request', { id: 'request', memberId: null, assigneeId: null, aboutMemberId: null, ...rest });
const may = (actor: MemberActor | PersonByLink, row: ReturnType<typeof request>) => {
  const ability = defineAbility(actor, [privacyRequestAccess]);
  return ACTIONS.filter((action) => ability.can(action, row)).join(' ');
};

describe('who may do what with a privacy request', () => {
  it.each([
    ['owner', 'list read answer assign', 'list read answer assign', '', 'list read answer assign follow append'],
    ['privacy-officer', 'list read answer assign', 'list read answer assign', '', 'list read answer assign follow append'],
    ['user-administrator', '', 'list read answer', '', 'follow append'],
    ['helpdesk', '', 'list read answer', '', 'follow append'],
    ['auditor', 'list', 'list', '', 'list follow append'],
    ['support', '', '', '', 'follow append'],
    ['privacy-counsel', '', '', '', 'follow append'],
  ] as const)('%s: anyone’s %j, assigned to them %j, about them %j, their own %j', (role, any, assigned, about, own) => {
    expect(may(member(role), request({ memberId: 'other' }))).toBe(any);
    expect(may(member(role), request({ assigneeId: 'me' }))).toBe(assigned);
    expect(may(member(role), request({ assigneeId: 'me', aboutMemberId: 'me' }))).toBe(about);
    expect(may(member(role), request({ memberId: 'me' }))).toBe(own);
  });

  it('a member without a role sees their own only, even when it was once assigned to them', () => {
    expect(may(member(), request({ memberId: 'me' }))).toBe('follow append');
    expect(may(member(), request({ assigneeId: 'me' }))).toBe('');
  });

  it('a role counts together with others, but never for what is about oneself', () => {
    expect(may(member('owner', 'privacy-officer', 'auditor'), request({ aboutMemberId: 'me' }))).toBe('');
  });

  it('the holder of a private link follows that one request', () => {
    const person: PersonByLink = { kind: 'person', organizationId: 'organization', requestId: 'request' };
    expect(may(person, request())).toBe('follow append');
    expect(may({ ...person, requestId: 'another' }, request())).toBe('');
  });

  it('every member may ask, the system and a link may not', () => {
    expect(defineAbility(member(), [privacyRequestAccess]).can('ask', 'privacy-request')).toBe(true);
    expect(defineAbility(systemActor('organization', 'reminders'), [privacyRequestAccess]).can('ask', 'privacy-request')).toBe(false);
  });
});

describe('who may do what with reply templates', () => {
  it.each([
    ['owner', 'read create change remove'],
    ['privacy-officer', 'read create change remove'],
    ['helpdesk', 'read'],
    ['user-administrator', 'read'],
    ['auditor', ''],
  ] as const)('%s: %s', (role, expected) => {
    const ability = defineAbility(member(role), [replyTemplateAccess]);
    expect(['read', 'create', 'change', 'remove'].filter((action) => ability.can(action, 'reply-template')).join(' ')).toBe(expected);
  });
});
