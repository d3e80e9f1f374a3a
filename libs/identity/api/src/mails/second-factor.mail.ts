import type { FactorEvent } from '@smartpar/identity/model';
import { defineMail } from '@smartpar/platform/mail';
import { momentInWords } from './moment-in-words';

interface EventWords {
  readonly subject: string;
  readonly text: string;
}

const ENGLISH: Readonly<Record<FactorEvent, EventWords>> = {
  'set-up': { subject: 'A second factor was set up', text: 'From now on a code from your authenticator app is asked for when you sign in.' },
  replaced: {
    subject: 'Your second factor was replaced',
    text: 'A new authenticator app counts from now on. The one before and all earlier recovery codes no longer work.',
  },
  'set-up-for-organization': {
    subject: 'A second factor was set up for one organization',
    text: 'An organization had reset your second factor, and somebody signed in to your account set up a new one. It lets into that organization only.',
  },
  'turned-off': { subject: 'Your second factor was turned off', text: 'From now on your password alone is enough to sign in. All recovery codes are gone.' },
  'codes-renewed': { subject: 'You have new recovery codes', text: 'Ten new recovery codes were made. All earlier ones no longer work.' },
  'recovery-code-used': {
    subject: 'A recovery code was used',
    text: 'Somebody used one of your recovery codes in place of a code from your authenticator app. It works no second time.',
  },
  'reset-by-organization': {
    subject: 'An organization reset your second factor',
    text: 'For 72 hours your password is enough to come in to that organization, to set up a new second factor there. Nothing else of your account is open to anybody: not your other organizations, and not your own side ("My privacy") of this one.',
  },
  'reset-by-operator': {
    subject: 'Your second factor was removed',
    text: 'SmartPAR removed the second factor of your account after checking who asked. Your password alone is enough to sign in until you set up a new one.',
  },
  proved: {
    subject: 'You proved that it is you',
    text: 'Somebody signed in to your account proved to be you by a recovery code or by a link to your private address. Everything of your account is open to that session again.',
  },
};

const GERMAN: Readonly<Record<FactorEvent, EventWords>> = {
  'set-up': { subject: 'Ein zweiter Faktor wurde eingerichtet', text: 'Ab jetzt wird bei der Anmeldung ein Code aus Ihrer Authenticator-App verlangt.' },
  replaced: {
    subject: 'Ihr zweiter Faktor wurde ersetzt',
    text: 'Ab jetzt zählt eine neue Authenticator-App. Die frühere und alle früheren Wiederherstellungscodes gelten nicht mehr.',
  },
  'set-up-for-organization': {
    subject: 'Für eine Organisation wurde ein zweiter Faktor eingerichtet',
    text: 'Eine Organisation hatte Ihren zweiten Faktor zurückgesetzt, und jemand hat in Ihrem Konto einen neuen eingerichtet. Er führt nur in diese Organisation.',
  },
  'turned-off': {
    subject: 'Ihr zweiter Faktor wurde abgeschaltet',
    text: 'Ab jetzt genügt Ihr Passwort für die Anmeldung. Alle Wiederherstellungscodes sind gelöscht.',
  },
  'codes-renewed': {
    subject: 'Sie haben neue Wiederherstellungscodes',
    text: 'Zehn neue Wiederherstellungscodes wurden gemacht. Alle früheren gelten nicht mehr.',
  },
  'recovery-code-used': {
    subject: 'Ein Wiederherstellungscode wurde benutzt',
    text: 'Jemand hat statt eines Codes aus Ihrer Authenticator-App einen Ihrer Wiederherstellungscodes benutzt. Er gilt kein zweites Mal.',
  },
  'reset-by-organization': {
    subject: 'Eine Organisation hat Ihren zweiten Faktor zurückgesetzt',
    text: '72 Stunden lang genügt Ihr Passwort, um in diese Organisation zu kommen und dort einen neuen zweiten Faktor einzurichten. Sonst ist nichts von Ihrem Konto offen: nicht Ihre anderen Organisationen und nicht Ihr eigener Bereich („Mein Datenschutz“) in dieser.',
  },
  'reset-by-operator': {
    subject: 'Ihr zweiter Faktor wurde entfernt',
    text: 'SmartPAR hat den zweiten Faktor Ihres Kontos entfernt, nachdem geprüft war, wer darum bat. Bis Sie einen neuen einrichten, genügt Ihr Passwort für die Anmeldung.',
  },
  proved: {
    subject: 'Sie haben bewiesen, dass Sie es sind',
    text: 'Jemand, der in Ihrem Konto angemeldet ist, hat sich mit einem Wiederherstellungscode oder einem Link an Ihre private Adresse ausgewiesen. Dieser Sitzung steht Ihr ganzes Konto wieder offen.',
  },
};

/** Something happened to the second factor of an account. */
export const secondFactorMail = defineMail<{ at: string; what: FactorEvent; organization: string | null }>('identity.second-factor', {
  en: ({ at, what, organization }, { locale, baseUrl }) => ({
    subject: ENGLISH[what].subject,
    paragraphs: [ENGLISH[what].text, 'If it was not you, choose a new password now and look at "My account".'],
    facts: [...(organization === null ? [] : [{ label: 'Organization', value: organization }]), { label: 'When', value: momentInWords(at, locale) }],
    action: { label: 'It was not me: choose a new password', url: `${baseUrl}/forgotten-password` },
    footer: 'You get this mail about every change to your second factor, so that nobody can change it behind your back.',
  }),
  de: ({ at, what, organization }, { locale, baseUrl }) => ({
    subject: GERMAN[what].subject,
    paragraphs: [GERMAN[what].text, 'Wenn Sie das nicht waren, wählen Sie jetzt ein neues Passwort und sehen Sie unter „Mein Konto“ nach.'],
    facts: [...(organization === null ? [] : [{ label: 'Organisation', value: organization }]), { label: 'Wann', value: momentInWords(at, locale) }],
    action: { label: 'Das war ich nicht: neues Passwort wählen', url: `${baseUrl}/forgotten-password` },
    footer: 'Sie erhalten diese Mail bei jeder Änderung an Ihrem zweiten Faktor, damit niemand ihn heimlich ändern kann.',
  }),
});
