import { defineMail } from '@smartpar/platform/mail';
import { FOLLOW_PATH, FOLLOW_PURPOSE } from './request-mail';

/** Facts of a receipt. Organization and contact are null while the identifier is not proved: then all receipts look alike. */
export type ReceiptFacts = {
  readonly requestId: string;
  readonly reference: string;
  readonly promisedOn: string;
  readonly organization: string | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
};

/** The question has arrived: reference, who answers where that may be said, by when, and the private link. */
export const receiptMail = defineMail<ReceiptFacts>('requests.receipt', {
  en: ({ requestId, reference, promisedOn, organization, contactName, contactEmail }, { link, date }) => ({
    subject: `We have your privacy question (${reference})`,
    paragraphs: [
      organization === null
        ? 'Your privacy question has reached those who answer for it.'
        : `Your privacy question has reached ${organization}, which answers for it.`,
      `You will hear by ${date(promisedOn)}.`,
      'With the link below you can see how far it is and add to it at any time. Keep this mail: the link is private and only here.',
    ],
    action: { label: 'Follow my question', url: link(FOLLOW_PATH, FOLLOW_PURPOSE, [requestId]) },
    facts: [
      { label: 'Reference', value: reference },
      { label: 'You will hear by', value: date(promisedOn) },
      ...(organization === null ? [] : [{ label: 'Who answers', value: organization }]),
      ...(contactName === null ? [] : [{ label: 'Contact', value: contactEmail === null ? contactName : `${contactName}, ${contactEmail}` }]),
    ],
    footer: 'You get this mail because somebody confirmed a privacy question from this address.',
  }),
  de: ({ requestId, reference, promisedOn, organization, contactName, contactEmail }, { link, date }) => ({
    subject: `Ihre Datenschutzfrage ist angekommen (${reference})`,
    paragraphs: [
      organization === null
        ? 'Ihre Datenschutzfrage ist bei der zuständigen Stelle angekommen.'
        : `Ihre Datenschutzfrage ist bei ${organization} angekommen; dort wird sie beantwortet.`,
      `Sie bekommen bis ${date(promisedOn)} Antwort.`,
      'Mit dem Link unten sehen Sie jederzeit, wie weit sie ist, und können etwas ergänzen. Bewahren Sie diese Mail auf: Der Link ist privat und steht nur hier.',
    ],
    action: { label: 'Meine Frage verfolgen', url: link(FOLLOW_PATH, FOLLOW_PURPOSE, [requestId]) },
    facts: [
      { label: 'Vorgangsnummer', value: reference },
      { label: 'Antwort bis', value: date(promisedOn) },
      ...(organization === null ? [] : [{ label: 'Wer antwortet', value: organization }]),
      ...(contactName === null ? [] : [{ label: 'Kontakt', value: contactEmail === null ? contactName : `${contactName}, ${contactEmail}` }]),
    ],
    footer: 'Sie bekommen diese Mail, weil von dieser Adresse eine Datenschutzfrage bestätigt wurde.',
  }),
});
