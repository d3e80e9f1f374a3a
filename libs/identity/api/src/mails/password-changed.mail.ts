import { defineMail } from '@smartpar/platform/mail';
import { momentInWords } from './moment-in-words';

/** The password was changed while signed in, or chosen by a mailed link. */
export const passwordChangedMail = defineMail<{ at: string; byLink: boolean }>('identity.password-changed', {
  en: ({ at, byLink }, { locale, baseUrl }) => ({
    subject: 'Your password was changed',
    paragraphs: [
      byLink
        ? 'A new password was chosen for your account by a link that was mailed to you. All sessions were ended.'
        : 'The password of your account was changed. All other sessions were ended.',
      'If it was not you, choose a new password now and tell your administrator.',
    ],
    facts: [{ label: 'When', value: momentInWords(at, locale) }],
    action: { label: 'It was not me: choose a new password', url: `${baseUrl}/forgotten-password` },
    footer: 'You get this mail about every change of your password, so that nobody can change it behind your back.',
  }),
  de: ({ at, byLink }, { locale, baseUrl }) => ({
    subject: 'Ihr Passwort wurde geändert',
    paragraphs: [
      byLink
        ? 'Für Ihr Konto wurde über einen Link, den wir Ihnen gemailt haben, ein neues Passwort gewählt. Alle Sitzungen wurden beendet.'
        : 'Das Passwort Ihres Kontos wurde geändert. Alle anderen Sitzungen wurden beendet.',
      'Wenn Sie das nicht waren, wählen Sie jetzt ein neues Passwort und sagen Sie es der Person, die Ihr Konto verwaltet.',
    ],
    facts: [{ label: 'Wann', value: momentInWords(at, locale) }],
    action: { label: 'Das war ich nicht: neues Passwort wählen', url: `${baseUrl}/forgotten-password` },
    footer: 'Sie erhalten diese Mail bei jeder Änderung Ihres Passworts, damit niemand es heimlich ändern kann.',
  }),
});
