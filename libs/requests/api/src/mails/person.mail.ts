import { defineMail, type Letter, type LetterContext } from '@smartpar/platform/mail';
import { FOLLOW_PATH, FOLLOW_PURPOSE, type PersonMailFacts } from './request-mail';

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

const english = ({ requestId, reference }: PersonMailFacts, { link }: LetterContext, { subject, paragraphs }: Words): Letter => ({
  subject: `${subject} (${reference})`,
  paragraphs,
  action: { label: 'Read and answer', url: link(FOLLOW_PATH, FOLLOW_PURPOSE, [requestId]) },
  facts: [{ label: 'Reference', value: reference }],
  footer: 'The link is private: whoever has it can read your request. You get this mail because you asked a privacy question.',
});

const german = ({ requestId, reference }: PersonMailFacts, { link }: LetterContext, { subject, paragraphs }: Words): Letter => ({
  subject: `${subject} (${reference})`,
  paragraphs,
  action: { label: 'Lesen und antworten', url: link(FOLLOW_PATH, FOLLOW_PURPOSE, [requestId]) },
  facts: [{ label: 'Vorgangsnummer', value: reference }],
  footer: 'Der Link ist privat: Wer ihn hat, kann Ihre Anfrage lesen. Sie bekommen diese Mail, weil Sie eine Frage zum Datenschutz gestellt haben.',
});

/** The organization has written; the request stays open. */
export const replyMail = defineMail<PersonMailFacts>('requests.reply', {
  en: (facts, context) =>
    english(facts, context, {
      subject: 'A message about your privacy question',
      paragraphs: [`${facts.organization} has written to you about your privacy question.`, 'To keep it private, the message itself is not in this mail.'],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: 'Eine Nachricht zu Ihrer Datenschutzfrage',
      paragraphs: [
        `${facts.organization} hat Ihnen zu Ihrer Datenschutzfrage geschrieben.`,
        'Damit sie privat bleibt, steht die Nachricht selbst nicht in dieser Mail.',
      ],
    }),
});

/** The organization asks back and waits for the person. */
export const questionBackMail = defineMail<PersonMailFacts>('requests.question-back', {
  en: (facts, context) =>
    english(facts, context, {
      subject: 'We need to know more about your privacy question',
      paragraphs: [`${facts.organization} has a question for you before it can answer yours.`, 'Please read it and answer on the same page.'],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: 'Eine Rückfrage zu Ihrer Datenschutzfrage',
      paragraphs: [
        `${facts.organization} hat eine Frage an Sie, bevor Ihre beantwortet werden kann.`,
        'Bitte lesen Sie sie und antworten Sie auf derselben Seite.',
      ],
    }),
});

/** The answer is there. */
export const answerMail = defineMail<PersonMailFacts>('requests.answer', {
  en: (facts, context) =>
    english(facts, context, {
      subject: 'Your privacy question has been answered',
      paragraphs: [
        `${facts.organization} has answered your privacy question.`,
        'If the answer does not settle it, write again on the same page: that opens it once more.',
      ],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: 'Ihre Datenschutzfrage ist beantwortet',
      paragraphs: [
        `${facts.organization} hat Ihre Datenschutzfrage beantwortet.`,
        'Wenn die Antwort nicht genügt, schreiben Sie auf derselben Seite noch einmal: Dann geht es weiter.',
      ],
    }),
});

/** A part of the question was handed to SmartPAR. */
export const partHandedOverMail = defineMail<PersonMailFacts>('requests.part-handed-over', {
  en: (facts, context) =>
    english(facts, context, {
      subject: 'Part of your privacy question went to SmartPAR',
      paragraphs: [
        `${facts.organization} answers for your account and your work. One part of your question is about data SmartPAR itself controls, so that part was handed to SmartPAR.`,
        'SmartPAR sends you a receipt of its own. The rest stays where it is.',
      ],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: 'Ein Teil Ihrer Datenschutzfrage ging an SmartPAR',
      paragraphs: [
        `${facts.organization} ist für Ihr Konto und Ihre Arbeit zuständig. Ein Teil Ihrer Frage betrifft Daten, für die SmartPAR selbst verantwortlich ist; dieser Teil wurde an SmartPAR übergeben.`,
        'SmartPAR schickt Ihnen dafür eine eigene Bestätigung. Der Rest bleibt, wo er ist.',
      ],
    }),
});
