import { ROLES } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import { asHtml, asText, type Letter, type LetterContext } from '@smartpar/platform/mail';
import { reactivatedMail, roleGivenMail, roleTakenMail, suspendedMail } from './access-changed.mail';
import { confirmAddressMail } from './confirm-address.mail';
import { invitationMail } from './invitation.mail';
import { membersMails } from './members-mails';

const ORGANIZATION = 'Nordwerk GmbH';
const context = (locale: Locale): LetterContext => ({
  locale,
  baseUrl: 'https://privacy.example',
  link: (path, purpose, parts) => `https://privacy.example${path}#t=${purpose}.${parts.join('.')}`,
  date: (iso) => iso,
});

const letters = (locale: Locale): Readonly<Record<string, Letter>> => ({
  'private address': confirmAddressMail.letter({ organizationId: 'o', memberId: 'm', proposalId: 'p', organization: ORGANIZATION }, context(locale)),
  invitation: invitationMail.letter({ organizationId: 'o', memberId: 'm', invitationId: 'i', organization: ORGANIZATION, days: 7 }, context(locale)),
  suspended: suspendedMail.letter({ organization: ORGANIZATION }, context(locale)),
  reactivated: reactivatedMail.letter({ organization: ORGANIZATION }, context(locale)),
  ...Object.fromEntries(ROLES.map((role) => [`given ${role}`, roleGivenMail.letter({ organization: ORGANIZATION, role }, context(locale))])),
  ...Object.fromEntries(ROLES.map((role) => [`taken ${role}`, roleTakenMail.letter({ organization: ORGANIZATION, role }, context(locale))])),
});

describe.each(['en', 'de'] as const)('mails to members (%s)', (locale) => {
  it.each(Object.entries(letters(locale)))('%s: says who did what and why it came, without a shout', (_, letter) => {
    expect(letter.subject).toContain(ORGANIZATION);
    expect(letter.footer).toContain(ORGANIZATION);
    expect(asText(letter)).not.toMatch(/!|undefined/);
    expect(asHtml(letter, locale)).toContain(`lang="${locale}"`);
  });

  it('the token of an invitation rides the fragment, which no server sees', () => {
    expect(letters(locale)['invitation']?.action?.url).toBe('https://privacy.example/invitation#t=invitation.o.m.i');
  });
});

it('every kind has a name of its own', () => {
  expect(new Set(membersMails.map(({ name }) => name)).size).toBe(membersMails.length);
});
