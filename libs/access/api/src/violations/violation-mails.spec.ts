import type { Locale } from '@smartpar/platform/contract';
import { asHtml, asText, type LetterContext } from '@smartpar/platform/mail';
import { ledgerMails } from '../ledger/mails/ledger.mail';
import { violationMails } from './mails/violation.mail';

const context = (locale: Locale): LetterContext => ({
  locale,
  baseUrl: 'https://privacy.example',
  link: (path) => `https://privacy.example${path}`,
  date: (iso) => iso,
});

const letters = (locale: Locale) => [
  ...violationMails.map(
    (mail) => [mail.name, mail.letter({ organizationId: 'o1', organization: 'Nordwerk GmbH', violationId: 'v1' }, context(locale))] as const,
  ),
  ...ledgerMails.map((mail) => [mail.name, mail.letter({ organizationId: 'o1', delayId: 'd1', hours: 12 }, context(locale))] as const),
];

describe.each(['en', 'de'] as const)('mails about reports and looks told later (%s)', (locale) => {
  it.each(letters(locale))('%s says what it is about and why it came, without a shout', (_, letter) => {
    expect(letter.subject).not.toBe('');
    expect(letter.footer).not.toBe('');
    expect(asText(letter)).not.toMatch(/!|undefined/);
    expect(asHtml(letter, locale)).toContain(`lang="${locale}"`);
  });
});

it('every one of them has a name of its own', () => {
  const names = [...violationMails, ...ledgerMails].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
