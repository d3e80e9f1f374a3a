import type { Locale } from '@smartpar/platform/contract';
import { defineMail, type LetterContext } from '@smartpar/platform/mail';

/** Facts of a mail about an unusual number of looks: ids alone. */
export type VolumeAlertFacts = { readonly organizationId: string; readonly alertId: string };

/** Facts of a mail about a monthly receipt: which month, and how many evaluations there were. */
export type ReceiptFacts = { readonly organizationId: string; readonly receiptId: string; readonly month: string; readonly runs: number };

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

const MONTH_FOOTER: Readonly<Record<Locale, string>> = {
  en: 'You get this mail once a month because you are told which evaluations of people’s work here there were.',
  de: 'Sie bekommen diese Mail einmal im Monat, weil Sie erfahren, was hier über die Arbeit von Menschen ausgewertet wurde.',
};

/** The signed list of all evaluations of a month is there. */
export const receiptMail = defineMail<ReceiptFacts>('access.evaluation-receipt', {
  en: (facts, context) => ({
    subject: `Evaluations of people’s work here: receipt for ${facts.month}`,
    paragraphs: [
      facts.runs === 0
        ? 'In this month, nothing that people did here was evaluated.'
        : 'The signed list of everything that was evaluated about what people did here in this month is ready.',
      'The receipt is signed. Keep the file: it shows later that nothing was left out or changed.',
    ],
    action: { label: 'Open the receipt', url: receiptUrl(facts, context) },
    facts: [
      { label: 'Month', value: facts.month },
      { label: 'Evaluations', value: facts.runs === 0 ? 'none' : String(facts.runs) },
    ],
    footer: MONTH_FOOTER.en,
  }),
  de: (facts, context) => ({
    subject: `Auswertungen der Arbeit von Menschen hier: Beleg für ${facts.month}`,
    paragraphs: [
      facts.runs === 0
        ? 'In diesem Monat wurde nichts ausgewertet, was Menschen hier getan haben.'
        : 'Die unterschriebene Liste von allem, was in diesem Monat darüber ausgewertet wurde, was Menschen hier getan haben, liegt bereit.',
      'Der Beleg ist elektronisch unterschrieben. Heben Sie die Datei auf: Sie zeigt später, dass nichts fehlt und nichts geändert wurde.',
    ],
    action: { label: 'Beleg öffnen', url: receiptUrl(facts, context) },
    facts: [
      { label: 'Monat', value: facts.month },
      { label: 'Auswertungen', value: facts.runs === 0 ? 'keine' : String(facts.runs) },
    ],
    footer: MONTH_FOOTER.de,
  }),
});

/** Every kind of mail about evaluations. */
export const evaluationMails = [volumeAlertMail, receiptMail] as const;
