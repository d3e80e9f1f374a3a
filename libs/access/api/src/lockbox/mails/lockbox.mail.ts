import type { LockboxJustification } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import { defineMail, type LetterContext } from '@smartpar/platform/mail';
import { hoursIn } from '../../decisions/decide-within';

/** Facts of a mail about a lockbox: ids and codes, nothing of a person. */
export type LockboxMailFacts = {
  readonly organizationId: string;
  readonly lockboxId: string;
  readonly caseReference: string;
  readonly justification: LockboxJustification;
};

/** Facts of a mail about one that waits: for how many hours. */
export type WaitingLockboxFacts = LockboxMailFacts & { readonly hours: number };

const JUSTIFICATIONS: Readonly<Record<LockboxJustification, Readonly<Record<Locale, string>>>> = {
  'asked-for-help': { en: 'Somebody of you asked SmartPAR for help', de: 'Jemand von Ihnen hat SmartPAR um Hilfe gebeten' },
  'sign-in-trouble': { en: 'Somebody of you cannot sign in', de: 'Jemand von Ihnen kann sich nicht anmelden' },
  fault: { en: 'Something in the app is broken', de: 'In der App ist etwas kaputt' },
  'security-finding': { en: 'A possible danger to your data', de: 'Eine mögliche Gefahr für Ihre Daten' },
  'privacy-request': { en: 'A privacy question of one of your people', de: 'Eine Datenschutzfrage von jemandem bei Ihnen' },
};

const FOOTER: Readonly<Record<Locale, string>> = {
  en: 'You get this mail because you decide whether SmartPAR may look at your organization’s data.',
  de: 'Sie bekommen diese Mail, weil Sie entscheiden, ob SmartPAR Daten Ihrer Organisation ansehen darf.',
};

const factsOf = ({ caseReference, justification }: LockboxMailFacts, locale: Locale) => [
  { label: locale === 'de' ? 'Vorgang' : 'Case', value: caseReference },
  { label: locale === 'de' ? 'Grund' : 'Reason', value: JUSTIFICATIONS[justification][locale] },
];

const urlOf = ({ organizationId, lockboxId }: LockboxMailFacts, { baseUrl }: LetterContext): string =>
  `${baseUrl}/org/${organizationId}/access/lockbox/${lockboxId}`;

/** SmartPAR's staff ask to see data. */
export const requestedMail = defineMail<WaitingLockboxFacts>('access.lockbox-requested', {
  en: (facts, context) => ({
    subject: 'SmartPAR asks to look at your data',
    paragraphs: [
      'Somebody at SmartPAR asks to look at data of your people. They see nothing unless you allow it.',
      `If nobody answers within ${hoursIn('en', facts.hours)}, it is refused by itself.`,
    ],
    action: { label: 'Look at it and decide', url: urlOf(facts, context) },
    facts: factsOf(facts, 'en'),
    footer: FOOTER.en,
  }),
  de: (facts, context) => ({
    subject: 'SmartPAR bittet, Ihre Daten ansehen zu dürfen',
    paragraphs: [
      'Jemand bei SmartPAR bittet, Daten Ihrer Leute ansehen zu dürfen. Ohne Ihre Erlaubnis ist nichts zu sehen.',
      `Antwortet ${hoursIn('de', facts.hours)} lang niemand, ist die Bitte von selbst abgelehnt.`,
    ],
    action: { label: 'Ansehen und entscheiden', url: urlOf(facts, context) },
    facts: factsOf(facts, 'de'),
    footer: FOOTER.de,
  }),
});

/** Another one who decides has allowed it. */
export const approvedMail = defineMail<LockboxMailFacts>('access.lockbox-approved', {
  en: (facts, context) => ({
    subject: 'SmartPAR may look at your data for a while',
    paragraphs: ['Somebody of you has allowed SmartPAR to look. You can watch what is looked at, and end it at any time.'],
    action: { label: 'Watch', url: urlOf(facts, context) },
    facts: factsOf(facts, 'en'),
    footer: FOOTER.en,
  }),
  de: (facts, context) => ({
    subject: 'SmartPAR darf Ihre Daten eine Zeit lang ansehen',
    paragraphs: ['Jemand von Ihnen hat SmartPAR erlaubt, Daten anzusehen. Sie können mitlesen, was angesehen wird, und es jederzeit beenden.'],
    action: { label: 'Mitlesen', url: urlOf(facts, context) },
    facts: factsOf(facts, 'de'),
    footer: FOOTER.de,
  }),
});

/** It runs at once, since its kind was allowed beforehand. */
export const startedMail = defineMail<LockboxMailFacts>('access.lockbox-started', {
  en: (facts, context) => ({
    subject: 'SmartPAR is looking at your data',
    paragraphs: ['You allowed this kind of access beforehand, so it has begun. You can watch what is looked at, and end it at any time.'],
    action: { label: 'Watch', url: urlOf(facts, context) },
    facts: factsOf(facts, 'en'),
    footer: FOOTER.en,
  }),
  de: (facts, context) => ({
    subject: 'SmartPAR sieht gerade Ihre Daten an',
    paragraphs: ['Sie haben solchen Zugriff im Voraus erlaubt, darum hat er begonnen. Sie können mitlesen, was angesehen wird, und es jederzeit beenden.'],
    action: { label: 'Mitlesen', url: urlOf(facts, context) },
    facts: factsOf(facts, 'de'),
    footer: FOOTER.de,
  }),
});
