import { Component, inject } from '@angular/core';
import type { FurtherRole, MemberEvent } from '@smartpar/members/model';
import { mount } from '@smartpar/platform/ui/testing';
import { memberEvent } from '../../testing/src';
import de from '../i18n/de.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import { MemberWords } from './member-words';

@Component({ selector: 'sp-words', template: '' })
class Words {
  readonly words = inject(MemberWords);
}

const ROLES = { roles: { owner: { name: 'Owner' }, helpdesk: { name: 'Helpdesk' } } };
const wordsIn = async (language: 'en' | 'de' = 'en'): Promise<MemberWords> =>
  (await mount(Words, { texts: { members: language === 'en' ? en : de, access: ROLES }, language })).component.words;
const siteName = (id: string): string | undefined => (id === 'site-1' ? 'Harbour' : undefined);

describe('what happened to a member, in words', () => {
  it.each<[string, MemberEvent['facts'], string]>([
    ['member.added', { number: 10422 }, 'Was added'],
    ['member.invited', { number: 10422, roles: '' }, 'Was invited'],
    ['member.invited', { number: 10422, roles: 'owner helpdesk' }, 'Was invited, with the role: Owner and Helpdesk'],
    ['member.status-changed', { from: 'invited', to: 'active' }, 'Was let in'],
    ['member.status-changed', { from: 'suspended', to: 'active' }, 'Was let in again'],
    ['member.status-changed', { from: 'suspended', to: 'invited' }, 'Was let in again, with the invitation still to be accepted'],
    ['member.status-changed', { from: 'active', to: 'suspended' }, 'Was suspended'],
    ['member.status-changed', { from: 'active', to: 'deactivated' }, 'Left the organization'],
    ['member.placed', { from: null, to: 'site-1' }, 'Was given the site Harbour'],
    ['member.placed', { from: 'site-1', to: 'site-9' }, 'Was given another site'],
    ['member.placed', { from: 'site-1', to: null }, 'Has no site any more'],
    ['member.corrected', { fields: 'email phone' }, 'Was corrected: Work e-mail and Work phone'],
    ['member.account-linked', {}, 'Was given an account to sign in with'],
    ['member-role.granted', { role: 'owner' }, 'Was given a role: Owner'],
    ['member-role.revoked', { role: 'owner' }, 'Lost a role: Owner'],
    ['member-invitation.sent', {}, 'The invitation was sent'],
    ['member-invitation.withdrawn', { from: 'invited', to: 'deactivated' }, 'The invitation was withdrawn'],
    ['member-invitation.accepted', { newAccount: true }, 'The invitation was accepted with a new account'],
    ['member-invitation.accepted', { newAccount: false }, 'The invitation was accepted with an account there was already'],
    ['member.something-new', {}, 'Something was changed'],
  ])('%s %j', async (action, facts, sentence) => {
    expect((await wordsIn()).event({ action, facts }, siteName)).toBe(sentence);
  });

  it('speaks German too', async () => {
    expect((await wordsIn('de')).event({ action: 'member.corrected', facts: { fields: 'lastName' } }, siteName)).toBe('Wurde berichtigt: Nachname');
  });

  it('names whoever did it by number and roles, and never by name', async () => {
    const words = await wordsIn();
    expect(words.actor(memberEvent().actor)).toBe('M-10001, Owner');
    expect(words.actor({ kind: 'member', memberNumber: 'M-10001', roles: [] })).toBe('M-10001');
    expect(words.actor({ kind: 'system', memberNumber: null, roles: [] })).toBe('The system');
  });

  it.each([
    [{ firstName: 'Mira', lastName: 'Moorgreen' }, 'Mira Moorgreen'],
    [{ firstName: 'Sukarno', lastName: null }, 'Sukarno'],
    [{ firstName: null, lastName: null }, null],
    [{}, null],
  ])('a name is %j: %s', async (profile, name) => {
    expect((await wordsIn()).name(profile)).toBe(name);
  });
});

it.each<[FurtherRole, string]>([
  [{ role: 'role-1', name: 'Shift lead', kind: 'all', place: null }, 'Shift lead'],
  [{ role: 'role-1', name: 'Shift lead', kind: 'group', place: 'Night shift' }, 'Shift lead, for the group Night shift'],
  [{ role: 'helpdesk', name: null, kind: 'site', place: 'Harbour' }, 'Helpdesk, for the site Harbour'],
])('a further role is named with where it holds', async (held, expected) => {
  expect((await wordsIn()).further(held)).toBe(expected);
});
