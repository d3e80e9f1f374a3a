import type { Locale } from '@smartpar/platform/contract';
import { defineMail, type LetterContext, type MailTemplate } from '@smartpar/platform/mail';

/** Facts of a mail about a review: ids, a moment and counts, and nobody it is about. */
export type ReviewMailFacts = {
  readonly organizationId: string;
  readonly reviewId: string;
  readonly organization: string;
  readonly dueAt: string;
  readonly items: number;
  /** roles and grants that ended, or of which less is left */
  readonly ended: number;
};

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly label: string;
}

const FOOTER: Readonly<Record<Locale, (organization: string) => string>> = {
  en: (organization) => `You get this mail because ${organization} asked you to review who has access. Whom it is about is not in it.`,
  de: (organization) => `Sie bekommen diese Mail, weil ${organization} Sie gebeten hat zu prüfen, wer Zugriff hat. Um wen es geht, steht nicht darin.`,
};

const about = (name: string, words: Readonly<Record<Locale, (facts: ReviewMailFacts, day: string) => Words>>): MailTemplate<ReviewMailFacts> => {
  const written = (locale: Locale) => (facts: ReviewMailFacts, context: LetterContext) => {
    const { subject, paragraphs, label } = words[locale](facts, context.date(facts.dueAt));
    const url = `${context.baseUrl}/org/${facts.organizationId}/access/reviews/${facts.reviewId}`;
    return { subject: `${facts.organization}: ${subject}`, paragraphs, action: { label, url }, footer: FOOTER[locale](facts.organization) };
  };
  return defineMail<ReviewMailFacts>(name, { en: written('en'), de: written('de') });
};

/** This member is asked to review. */
export const reviewAskedMail = about('access.review-asked', {
  en: (_, day) => ({
    subject: 'please review who has access',
    paragraphs: [
      'You are asked to say of roles and access that others hold whether they are still needed: keep them, reduce them or take them away.',
      `There is time until ${day}. What you hold yourself is reviewed by somebody else.`,
    ],
    label: 'Begin',
  }),
  de: (_, day) => ({
    subject: 'Bitte prüfen Sie, wer Zugriff hat',
    paragraphs: [
      'Sie sind gebeten zu sagen, ob Rollen und Zugriffe anderer noch gebraucht werden: behalten, verringern oder wegnehmen.',
      `Dafür ist Zeit bis ${day}. Was Sie selbst haben, prüft jemand anderes.`,
    ],
    label: 'Anfangen',
  }),
});

/** Somebody said that something is to go, and this member is asked whether it really goes. */
export const reviewToConfirmMail = about('access.review-to-confirm', {
  en: (_, day) => ({
    subject: 'please confirm what is to go',
    paragraphs: [
      'In a review of access, somebody said that a role or an access is to be taken away. You are asked to say, as the second person, whether it really goes.',
      `There is time until ${day}. What you hold yourself is confirmed by somebody else.`,
    ],
    label: 'Begin',
  }),
  de: (_, day) => ({
    subject: 'Bitte bestätigen Sie, was weggenommen werden soll',
    paragraphs: [
      'In einer Zugriffsprüfung hat jemand gesagt, dass eine Rolle oder ein Zugriff weggenommen werden soll. Sie sind gebeten, als zweite Person zu sagen, ob es wirklich so kommt.',
      `Dafür ist Zeit bis ${day}. Was Sie selbst haben, bestätigt jemand anderes.`,
    ],
    label: 'Anfangen',
  }),
});

/** There is not much time left, and something waits for this member. */
export const reviewRemindedMail = about('access.review-reminded', {
  en: (_, day) => ({
    subject: 'your review is not finished',
    paragraphs: [`Some roles and access still wait for your answer. There is time until ${day}. What nobody answers for may end by itself.`],
    label: 'Go on',
  }),
  de: (_, day) => ({
    subject: 'Ihre Prüfung ist noch nicht fertig',
    paragraphs: [`Einige Rollen und Zugriffe warten noch auf Ihre Antwort. Dafür ist Zeit bis ${day}. Wozu niemand etwas sagt, das kann von selbst enden.`],
    label: 'Weiter',
  }),
});

/** A review this member started is closed. */
export const reviewClosedMail = about('access.review-closed', {
  en: ({ items, ended }) => ({
    subject: 'the review of access is closed',
    paragraphs: [
      `The review you started is closed. It looked at ${items} roles and grants; ${ended} of them ended or were reduced. Its signed certificate is there.`,
    ],
    label: 'See what came of it',
  }),
  de: ({ items, ended }) => ({
    subject: 'Die Zugriffsprüfung ist abgeschlossen',
    paragraphs: [
      `Die Prüfung, die Sie begonnen haben, ist abgeschlossen. Geprüft wurden ${items} Rollen und Zugriffe; ${ended} davon sind beendet oder verringert. Die signierte Bescheinigung liegt vor.`,
    ],
    label: 'Ergebnis ansehen',
  }),
});

/** Every kind of mail about reviews. */
export const reviewMails: readonly MailTemplate[] = [reviewAskedMail, reviewToConfirmMail, reviewRemindedMail, reviewClosedMail];
