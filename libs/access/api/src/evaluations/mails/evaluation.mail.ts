import type { Locale } from '@smartpar/platform/contract';
import { defineMail, type LetterContext } from '@smartpar/platform/mail';

/** Facts of a mail about an unusual number of looks: ids alone. */
export type VolumeAlertFacts = { readonly organizationId: string; readonly alertId: string };

/** Facts of a mail about a monthly receipt: which month, and how many evaluations there were. */
export type ReceiptFacts = { readonly organizationId: string; readonly receiptId: string; readonly month: string; readonly runs: number };

/** Facts of a mail about an alert that nobody may settle: where it was, and nothing that leads to whom it is about. */
export type LoneAlertFacts = { readonly organizationId: string };

const alertUrl = ({ organizationId, alertId }: VolumeAlertFacts, { baseUrl }: LetterContext): string =>
  `${baseUrl}/org/${organizationId}/access/alerts/${alertId}`;

const receiptUrl = ({ organizationId, receiptId }: ReceiptFacts, { baseUrl }: LetterContext): string =>
  `${baseUrl}/org/${organizationId}/access/evaluations/receipts/${receiptId}`;

/** Somebody looked at others' data far more often than they usually do. */
export const volumeAlertMail = defineMail<VolumeAlertFacts>('access.volume-alert', {
  en: (facts, context) => ({
    subject: 'Somebody looked at hidden data unusually often',
    paragraphs: [
      'Somebody looked at other people’s hidden data far more often than they usually do. There may be a good reason. Please ask, and write down what you found.',
    ],
    action: { label: 'See what was noticed', url: alertUrl(facts, context) },
    footer: 'You get this mail because you look after who may see other people’s data.',
  }),
  de: (facts, context) => ({
    subject: 'Jemand hat verborgene Daten ungewöhnlich oft angesehen',
    paragraphs: [
      'Jemand hat verborgene Daten anderer viel öfter angesehen als sonst. Dafür kann es einen guten Grund geben. Bitte fragen Sie nach und schreiben Sie auf, was Sie erfahren.',
    ],
    action: { label: 'Ansehen, was aufgefallen ist', url: alertUrl(facts, context) },
    footer: 'Sie bekommen diese Mail, weil Sie darauf achten, wer Daten anderer sehen darf.',
  }),
});

const OUTLINES = { en: 'See the alerts as such', de: 'Hinweise als solche ansehen' } as const;

const outlinesUrl = ({ organizationId }: LoneAlertFacts, { baseUrl }: LetterContext): string => `${baseUrl}/org/${organizationId}/access/evaluations/alerts`;

/** Somebody looked unusually often, and nobody is left who may ask: those who hear of evaluations as such are told, and not who it was. */
export const loneAlertMail = defineMail<LoneAlertFacts>('access.lone-volume-alert', {
  en: (facts, context) => ({
    subject: 'An alert here that nobody may settle',
    paragraphs: [
      'Somebody looked at other people’s hidden data far more often than they usually do. Whoever would ask about it is the one it is about, and nobody settles what is about themselves.',
      'Please ask your organization to name a second owner or privacy officer, who can then ask and write down what they found.',
    ],
    action: { label: OUTLINES.en, url: outlinesUrl(facts, context) },
    footer: 'You get this mail because you are told which evaluations of people’s work here there were.',
  }),
  de: (facts, context) => ({
    subject: 'Ein Hinweis hier, den niemand erledigen darf',
    paragraphs: [
      'Jemand hat verborgene Daten anderer viel öfter angesehen als sonst. Wer danach fragen würde, ist selbst die Person, um die es geht, und niemand erledigt, was ihn selbst betrifft.',
      'Bitten Sie Ihre Organisation, eine zweite Person als Eigentümer oder als Datenschutzbeauftragten zu benennen. Sie kann dann nachfragen und aufschreiben, was sie erfährt.',
    ],
    action: { label: OUTLINES.de, url: outlinesUrl(facts, context) },
    footer: 'Sie bekommen diese Mail, weil Sie erfahren, was hier über die Arbeit von Menschen ausgewertet wurde.',
  }),
});

const MONTH_FOOTER: Readonly<Record<Locale, string>> = {
  en: 'You get this mail once a month because you are told which evaluations of people’s work here there were.',
  de: 'Sie bekommen diese Mail einmal im Monat, weil Sie erfahren, was hier über die Arbeit von Menschen ausgewertet wurde.',
};

/** `March 2026`. */
const monthInWords = (month: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));

/** The signed list of all evaluations of a month is there. */
export const receiptMail = defineMail<ReceiptFacts>('access.evaluation-receipt', {
  en: (facts, context) => ({
    subject: `Evaluations of people’s work here: receipt for ${monthInWords(facts.month, 'en')}`,
    paragraphs: [
      facts.runs === 0
        ? 'In this month, nothing that people did here was evaluated.'
        : 'The signed list of everything that was evaluated about what people did here in this month is ready.',
      'The receipt is signed. Keep the file: it shows later that nothing was left out or changed.',
    ],
    action: { label: 'Open the receipt', url: receiptUrl(facts, context) },
    facts: [
      { label: 'Month', value: monthInWords(facts.month, 'en') },
      { label: 'Evaluations', value: facts.runs === 0 ? 'none' : String(facts.runs) },
    ],
    footer: MONTH_FOOTER.en,
  }),
  de: (facts, context) => ({
    subject: `Auswertungen der Arbeit von Menschen hier: Beleg für ${monthInWords(facts.month, 'de')}`,
    paragraphs: [
      facts.runs === 0
        ? 'In diesem Monat wurde nichts ausgewertet, was Menschen hier getan haben.'
        : 'Die unterschriebene Liste von allem, was in diesem Monat darüber ausgewertet wurde, was Menschen hier getan haben, liegt bereit.',
      'Der Beleg ist elektronisch unterschrieben. Heben Sie die Datei auf: Sie zeigt später, dass nichts fehlt und nichts geändert wurde.',
    ],
    action: { label: 'Beleg öffnen', url: receiptUrl(facts, context) },
    facts: [
      { label: 'Monat', value: monthInWords(facts.month, 'de') },
      { label: 'Auswertungen', value: facts.runs === 0 ? 'keine' : String(facts.runs) },
    ],
    footer: MONTH_FOOTER.de,
  }),
});

/** Every kind of mail about evaluations. */
export const evaluationMails = [volumeAlertMail, loneAlertMail, receiptMail] as const;
