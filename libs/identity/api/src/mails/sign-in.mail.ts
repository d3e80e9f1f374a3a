import { defineMail } from '@smartpar/platform/mail';
import { momentInWords } from './moment-in-words';

/** Somebody signed in on a device that never signed in before, or on a shared computer. */
export const newSignInMail = defineMail<{ at: string; browser: string | null; system: string | null }>('identity.new-sign-in', {
  en: ({ at, browser, system }, { locale, baseUrl }) => ({
    subject: 'A sign-in from a new device',
    paragraphs: [
      'Somebody signed in to your account on a device we do not know yet. If it was you, all is well.',
      'If it was not you, choose a new password now: that ends all sessions.',
    ],
    facts: [
      { label: 'When', value: momentInWords(at, locale) },
      { label: 'Device', value: `${browser ?? 'unknown browser'} on ${system ?? 'an unknown system'}` },
    ],
    action: { label: 'It was not me: choose a new password', url: `${baseUrl}/forgotten-password` },
    footer: 'You get this mail once for each new device, and each time for a shared computer. Your sessions are listed under "My sessions".',
  }),
  de: ({ at, browser, system }, { locale, baseUrl }) => ({
    subject: 'Eine Anmeldung auf einem neuen Gerät',
    paragraphs: [
      'Jemand hat sich auf einem Gerät, das wir noch nicht kennen, in Ihrem Konto angemeldet. Wenn Sie das waren, ist alles gut.',
      'Wenn Sie das nicht waren, wählen Sie jetzt ein neues Passwort: Das beendet alle Sitzungen.',
    ],
    facts: [
      { label: 'Wann', value: momentInWords(at, locale) },
      { label: 'Gerät', value: `${browser ?? 'unbekannter Browser'} auf ${system ?? 'unbekanntem System'}` },
    ],
    action: { label: 'Das war ich nicht: neues Passwort wählen', url: `${baseUrl}/forgotten-password` },
    footer:
      'Sie erhalten diese Mail einmal je neuem Gerät und jedes Mal bei einem gemeinsam genutzten Computer. Ihre Sitzungen stehen unter „Meine Sitzungen“.',
  }),
});

/** Sessions were ended from another place. */
export const sessionsEndedMail = defineMail<{ at: string; ended: number }>('identity.sessions-ended', {
  en: ({ at, ended }, { locale, baseUrl }) => ({
    subject: ended === 1 ? 'A session was ended' : 'Your other sessions were ended',
    paragraphs: [
      ended === 1 ? 'One session of your account was ended from another place.' : `${ended} sessions of your account were ended from another place.`,
      'If it was not you, choose a new password now and tell your administrator.',
    ],
    facts: [{ label: 'When', value: momentInWords(at, locale) }],
    action: { label: 'It was not me: choose a new password', url: `${baseUrl}/forgotten-password` },
    footer: 'You get this mail whenever sessions are ended remotely.',
  }),
  de: ({ at, ended }, { locale, baseUrl }) => ({
    subject: ended === 1 ? 'Eine Sitzung wurde beendet' : 'Ihre anderen Sitzungen wurden beendet',
    paragraphs: [
      ended === 1 ? 'Eine Sitzung Ihres Kontos wurde von anderer Stelle beendet.' : `${ended} Sitzungen Ihres Kontos wurden von anderer Stelle beendet.`,
      'Wenn Sie das nicht waren, wählen Sie jetzt ein neues Passwort und sagen Sie es der Person, die Ihr Konto verwaltet.',
    ],
    facts: [{ label: 'Wann', value: momentInWords(at, locale) }],
    action: { label: 'Das war ich nicht: neues Passwort wählen', url: `${baseUrl}/forgotten-password` },
    footer: 'Sie erhalten diese Mail, wenn Sitzungen von anderer Stelle beendet werden.',
  }),
});
