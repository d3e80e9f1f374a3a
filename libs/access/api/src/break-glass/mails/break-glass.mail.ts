import { BREAK_GLASS_REVIEW_DAYS, type BreakGlassGround, type BreakGlassOutcome } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import { defineMail, type LetterContext } from '@smartpar/platform/mail';

/** Facts of a mail about an emergency: ids and codes, nothing of a person. */
export type BreakGlassMailFacts = {
  readonly organizationId: string;
  readonly breakGlassId: string;
  readonly ground: BreakGlassGround;
  readonly outcome: BreakGlassOutcome | null;
};

const GROUNDS: Readonly<Record<BreakGlassGround, Readonly<Record<Locale, string>>>> = {
  safety: { en: 'Somebody is in danger', de: 'Jemand ist in Gefahr' },
  'running-breach': { en: 'Data is being lost right now', de: 'Gerade gehen Daten verloren' },
};

const OUTCOMES: Readonly<Record<BreakGlassOutcome, Readonly<Record<Locale, string>>>> = {
  justified: { en: 'It was justified', de: 'Es war gerechtfertigt' },
  'not-justified': { en: 'It was not justified', de: 'Es war nicht gerechtfertigt' },
};

const FOOTER: Readonly<Record<Locale, string>> = {
  en: 'You get this mail because you answer for who looks at your organization’s data.',
  de: 'Sie bekommen diese Mail, weil Sie dafür einstehen, wer Daten Ihrer Organisation ansieht.',
};

const JUDGED: Readonly<Record<Locale, string>> = {
  en: 'You get this mail because you looked in an emergency, without asking first.',
  de: 'Sie bekommen diese Mail, weil Sie im Notfall nachgesehen haben, ohne vorher zu fragen.',
};

const groundOf = ({ ground }: BreakGlassMailFacts, locale: Locale) => ({ label: locale === 'de' ? 'Notfall' : 'Emergency', value: GROUNDS[ground][locale] });

const urlOf = ({ organizationId, breakGlassId }: BreakGlassMailFacts, { baseUrl }: LetterContext): string =>
  `${baseUrl}/org/${organizationId}/access/break-glass/${breakGlassId}`;

/** Somebody looks without having asked. */
export const breakGlassBegunMail = defineMail<BreakGlassMailFacts>('access.break-glass-begun', {
  en: (facts, context) => ({
    subject: 'Emergency: somebody is looking at data without having asked you',
    paragraphs: [
      'For one hour, one of your people can look at data of others in an emergency. You were not asked first, so you are told now.',
      `See what is looked at. Within ${BREAK_GLASS_REVIEW_DAYS} days, you or another one has to say whether it was justified.`,
    ],
    action: { label: 'See it', url: urlOf(facts, context) },
    facts: [groundOf(facts, 'en')],
    footer: FOOTER.en,
  }),
  de: (facts, context) => ({
    subject: 'Notfall: Jemand sieht Daten an, ohne Sie gefragt zu haben',
    paragraphs: [
      'Eine Stunde lang kann jemand von Ihnen in einem Notfall Daten anderer ansehen. Sie wurden vorher nicht gefragt, darum erfahren Sie es jetzt.',
      `Sehen Sie nach, was angesehen wird. Innerhalb von ${BREAK_GLASS_REVIEW_DAYS} Tagen müssen Sie oder jemand anderes sagen, ob es gerechtfertigt war.`,
    ],
    action: { label: 'Nachsehen', url: urlOf(facts, context) },
    facts: [groundOf(facts, 'de')],
    footer: FOOTER.de,
  }),
});

/** Nobody has said yet whether it was justified. */
export const breakGlassOverdueMail = defineMail<BreakGlassMailFacts>('access.break-glass-overdue', {
  en: (facts, context) => ({
    subject: 'Overdue: was this emergency justified?',
    paragraphs: [`Somebody looked at data in an emergency more than ${BREAK_GLASS_REVIEW_DAYS} days ago, and nobody has said whether it was justified.`],
    action: { label: 'Review it', url: urlOf(facts, context) },
    facts: [groundOf(facts, 'en')],
    footer: FOOTER.en,
  }),
  de: (facts, context) => ({
    subject: 'Überfällig: War dieser Notfall gerechtfertigt?',
    paragraphs: [
      `Vor mehr als ${BREAK_GLASS_REVIEW_DAYS} Tagen hat jemand in einem Notfall Daten angesehen, und niemand hat gesagt, ob es gerechtfertigt war.`,
    ],
    action: { label: 'Beurteilen', url: urlOf(facts, context) },
    facts: [groundOf(facts, 'de')],
    footer: FOOTER.de,
  }),
});

/** Somebody else has judged it. */
export const breakGlassReviewedMail = defineMail<BreakGlassMailFacts>('access.break-glass-reviewed', {
  en: (facts, { baseUrl }) => ({
    subject: 'Your look in an emergency was reviewed',
    paragraphs: ['You looked at data in an emergency. Somebody else has reviewed it.'],
    action: { label: 'Open the console', url: `${baseUrl}/org/${facts.organizationId}/home` },
    facts: [groundOf(facts, 'en'), { label: 'Result', value: facts.outcome === null ? '' : OUTCOMES[facts.outcome].en }],
    footer: JUDGED.en,
  }),
  de: (facts, { baseUrl }) => ({
    subject: 'Ihr Nachsehen im Notfall wurde beurteilt',
    paragraphs: ['Sie haben in einem Notfall Daten angesehen. Jemand anderes hat das beurteilt.'],
    action: { label: 'Konsole öffnen', url: `${baseUrl}/org/${facts.organizationId}/home` },
    facts: [groundOf(facts, 'de'), { label: 'Ergebnis', value: facts.outcome === null ? '' : OUTCOMES[facts.outcome].de }],
    footer: JUDGED.de,
  }),
});
