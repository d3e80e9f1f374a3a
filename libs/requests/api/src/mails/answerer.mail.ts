import { defineMail, type Letter, type LetterContext } from '@smartpar/platform/mail';
import { type AnswererMailFacts, inboxUrl } from './request-mail';

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

const english = (facts: AnswererMailFacts, { baseUrl, date }: LetterContext, { subject, paragraphs }: Words): Letter => ({
  subject: `${subject} (${facts.reference})`,
  paragraphs,
  action: { label: 'Open it in the inbox', url: inboxUrl(baseUrl, facts) },
  facts: [
    { label: 'Reference', value: facts.reference },
    { label: 'Answer due by', value: date(facts.dueOn) },
  ],
  footer: 'You get this mail because you answer privacy questions for your organization, or stand in. What was asked is not in it.',
});

const german = (facts: AnswererMailFacts, { baseUrl, date }: LetterContext, { subject, paragraphs }: Words): Letter => ({
  subject: `${subject} (${facts.reference})`,
  paragraphs,
  action: { label: 'Im Posteingang öffnen', url: inboxUrl(baseUrl, facts) },
  facts: [
    { label: 'Vorgangsnummer', value: facts.reference },
    { label: 'Antwort bis', value: date(facts.dueOn) },
  ],
  footer: 'Sie bekommen diese Mail, weil Sie für Ihre Organisation Datenschutzfragen beantworten oder vertreten. Was gefragt wurde, steht nicht darin.',
});

/** A new question waits. */
export const arrivalMail = defineMail<AnswererMailFacts>('requests.arrival', {
  en: (facts, context) =>
    english(facts, context, {
      subject: 'A privacy question has arrived',
      paragraphs: ['Somebody has asked your organization a privacy question. Its clock is running.'],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: 'Eine Datenschutzfrage ist eingegangen',
      paragraphs: ['Jemand hat Ihrer Organisation eine Frage zum Datenschutz gestellt. Die Frist läuft.'],
    }),
});

/** The person has written again. */
export const personWroteMail = defineMail<AnswererMailFacts>('requests.person-wrote', {
  en: (facts, context) =>
    english(facts, context, { subject: 'A reply to a privacy request', paragraphs: ['The person has added something to their request.'] }),
  de: (facts, context) =>
    german(facts, context, { subject: 'Neues zu einer Datenschutzanfrage', paragraphs: ['Die Person hat ihrer Anfrage etwas hinzugefügt.'] }),
});

/** A request was given to this member to answer. */
export const assignmentMail = defineMail<AnswererMailFacts>('requests.assignment', {
  en: (facts, context) =>
    english(facts, context, { subject: 'A privacy request is yours to answer', paragraphs: ['A colleague has asked you to answer this privacy request.'] }),
  de: (facts, context) =>
    german(facts, context, {
      subject: 'Eine Datenschutzanfrage für Sie',
      paragraphs: ['Eine Kollegin oder ein Kollege hat Sie gebeten, diese Datenschutzanfrage zu beantworten.'],
    }),
});

/** Half of the time is over. */
export const halfTimeMail = defineMail<AnswererMailFacts>('requests.half-time', {
  en: (facts, context) =>
    english(facts, context, {
      subject: 'Half the time for a privacy request is over',
      paragraphs: ['This privacy request is still open, and half of the time to answer it has passed.'],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: 'Die halbe Frist einer Datenschutzanfrage ist um',
      paragraphs: ['Diese Datenschutzanfrage ist noch offen, und die Hälfte der Frist ist vorbei.'],
    }),
});

/** Four fifths of the time are over. */
export const shortTimeMail = defineMail<AnswererMailFacts>('requests.short-time', {
  en: (facts, context) =>
    english(facts, context, {
      subject: 'A privacy request is due soon',
      paragraphs: ['This privacy request is still open, and four fifths of the time to answer it have passed.'],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: 'Eine Datenschutzanfrage ist bald fällig',
      paragraphs: ['Diese Datenschutzanfrage ist noch offen, und vier Fünftel der Frist sind vorbei.'],
    }),
});

/** The time is over; the owners hear of it, and SmartPAR's staff will. */
export const overdueMail = defineMail<AnswererMailFacts>('requests.overdue', {
  en: (facts, context) =>
    english(facts, context, {
      subject: 'A privacy request is overdue',
      paragraphs: [
        'The time to answer this privacy request is over. Please see that the person hears today.',
        "If it stays open, SmartPAR's staff are told that your organization has an overdue request: its age and state, nothing else.",
      ],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: 'Eine Datenschutzanfrage ist überfällig',
      paragraphs: [
        'Die Frist dieser Datenschutzanfrage ist abgelaufen. Bitte sorgen Sie dafür, dass die Person heute hört.',
        'Bleibt sie offen, erfährt SmartPAR, dass Ihre Organisation eine überfällige Anfrage hat: Alter und Zustand, sonst nichts.',
      ],
    }),
});
