import { defineMail } from '@smartpar/platform/mail';
import { momentInWords } from './moment-in-words';

/** An organization signed the holder out of itself. */
export const entryEndedMail = defineMail<{ at: string; organization: string }>('identity.entry-ended', {
  en: ({ at, organization }, { locale, baseUrl }) => ({
    subject: `${organization} signed you out`,
    paragraphs: [
      `Somebody who helps people at ${organization} signed you out there, on every device. Type your password once more to go in again.`,
      'Your other organizations and your own side ("My privacy") stay open. Under "My privacy" you see who did it.',
      'If you did not ask for it, nothing is lost. If you think that somebody else was signed in as you, choose a new password now.',
    ],
    facts: [
      { label: 'Organization', value: organization },
      { label: 'When', value: momentInWords(at, locale) },
    ],
    action: { label: 'See who did it', url: `${baseUrl}/my/held` },
    footer: 'You get this mail whenever somebody signs you out of an organization, so that nobody does it behind your back.',
  }),
  de: ({ at, organization }, { locale, baseUrl }) => ({
    subject: `${organization} hat Sie abgemeldet`,
    paragraphs: [
      `Jemand, der bei ${organization} weiterhilft, hat Sie dort auf allen Geräten abgemeldet. Geben Sie Ihr Passwort noch einmal ein, um wieder hineinzukommen.`,
      'Ihre anderen Organisationen und Ihr eigener Bereich („Mein Datenschutz“) bleiben offen. Dort sehen Sie auch, wer es war.',
      'Wenn Sie nicht darum gebeten haben, ist nichts verloren. Wenn Sie glauben, dass jemand anderes in Ihrem Namen angemeldet war, wählen Sie jetzt ein neues Passwort.',
    ],
    facts: [
      { label: 'Organisation', value: organization },
      { label: 'Wann', value: momentInWords(at, locale) },
    ],
    action: { label: 'Nachsehen, wer es war', url: `${baseUrl}/my/held` },
    footer: 'Sie erhalten diese Mail immer, wenn jemand Sie von einer Organisation abmeldet, damit das niemand heimlich tun kann.',
  }),
});
