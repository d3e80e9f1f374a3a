import type { Locale } from '@smartpar/platform/contract';
import { asHtml, asText, type LetterContext } from '@smartpar/platform/mail';
import { FACTOR_EVENTS } from '@smartpar/identity/model';
import { entryEndedMail } from './entry-ended.mail';
import { passwordChangedMail } from './password-changed.mail';
import { firstPasswordMail, passwordResetMail } from './password-reset.mail';
import { confirmAddressMail, privateAddressChangedMail, proofMail } from './private-address.mail';
import { secondFactorMail } from './second-factor.mail';
import { confirmSignInAddressMail, signInAddressChangedMail } from './sign-in-address.mail';
import { newSignInMail, sessionsEndedMail } from './sign-in.mail';

const AT = '2026-03-02T09:05:00Z';
const context = (locale: Locale): LetterContext => ({
  locale,
  baseUrl: 'https://privacy.example',
  link: (path, purpose, parts) => `https://privacy.example${path}#t=${purpose}.${parts.join('.')}`,
  date: (iso) => iso,
});

const letters = (locale: Locale) => ({
  reset: passwordResetMail.letter({ accountId: 'a', resetId: 'r', minutes: 30 }, context(locale)),
  first: firstPasswordMail.letter({ accountId: 'a', resetId: 'r', days: 7 }, context(locale)),
  changed: passwordChangedMail.letter({ at: AT, byLink: false }, context(locale)),
  chosen: passwordChangedMail.letter({ at: AT, byLink: true }, context(locale)),
  device: newSignInMail.letter({ at: AT, browser: 'Firefox', system: 'Windows' }, context(locale)),
  nameless: newSignInMail.letter({ at: AT, browser: null, system: null }, context(locale)),
  ended: sessionsEndedMail.letter({ at: AT, ended: 1 }, context(locale)),
  allEnded: sessionsEndedMail.letter({ at: AT, ended: 4 }, context(locale)),
  confirmAddress: confirmAddressMail.letter({ accountId: 'a', addressId: 'p' }, context(locale)),
  addressChanged: privateAddressChangedMail.letter({ at: AT, removed: false }, context(locale)),
  addressRemoved: privateAddressChangedMail.letter({ at: AT, removed: true }, context(locale)),
  confirmSignIn: confirmSignInAddressMail.letter({ accountId: 'a', changeId: 'c' }, context(locale)),
  signInChanged: signInAddressChangedMail.letter({ at: AT }, context(locale)),
  entryEnded: entryEndedMail.letter({ at: AT, organization: 'Nordwind' }, context(locale)),
  proof: proofMail.letter({ accountId: 'a', proofId: 'p', minutes: 30 }, context(locale)),
  ...Object.fromEntries(FACTOR_EVENTS.map((what) => [what, secondFactorMail.letter({ at: AT, what, organization: null }, context(locale))])),
});

describe.each(['en', 'de'] as const)('mails about the account (%s)', (locale) => {
  it.each(Object.entries(letters(locale)))('%s: says what happened, what to press and why it came', (_, letter) => {
    expect(letter.subject).toMatch(/\S/);
    expect(letter.paragraphs.length).toBeGreaterThan(0);
    expect(letter.action?.url).toMatch(/^https:\/\/privacy\.example\//);
    expect(letter.footer).toMatch(/\S/);
    expect(asText(letter)).toContain(letter.action?.label);
    expect(asHtml(letter, locale)).toContain(`lang="${locale}"`);
  });

  it.each(['reset', 'first'] as const)('%s: its token rides the fragment, which no server sees', (kind) => {
    expect(letters(locale)[kind].action?.url).toBe('https://privacy.example/reset-password#t=password-reset.a.r');
  });

  it('a reset names the organization', () => {
    const letter = secondFactorMail.letter({ at: AT, what: 'reset-by-organization', organization: 'Nordwind' }, context(locale));
    expect(letter.facts).toContainEqual(expect.objectContaining({ value: 'Nordwind' }));
  });

  it('the moment is given in UTC', () => {
    expect(asText(letters(locale).changed)).toMatch(/09:05 UTC/);
  });

  it('one session and several are told apart', () => {
    expect(letters(locale).ended.subject).not.toBe(letters(locale).allEnded.subject);
    expect(letters(locale).allEnded.paragraphs[0]).toContain('4');
  });
});

it('the languages differ', () => {
  const [english, german] = [letters('en'), letters('de')];
  for (const kind of Object.keys(english) as (keyof typeof english)[]) expect(english[kind].subject).not.toBe(german[kind].subject);
});
