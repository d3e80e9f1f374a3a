import { VIOLATION_REVIEW_DAYS } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import { defineMail, type LetterContext } from '@smartpar/platform/mail';

/** Facts of a mail about a reported violation: ids, and how the organization is called. */
export type ViolationMailFacts = { readonly organizationId: string; readonly organization: string; readonly violationId: string };

const MEMBER_FOOTER: Readonly<Record<Locale, (organization: string) => string>> = {
  en: (organization) => `You get this mail because you are a member of ${organization}.`,
  de: (organization) => `Sie bekommen diese Mail, weil Sie Mitglied von ${organization} sind.`,
};

const DECIDER_FOOTER: Readonly<Record<Locale, string>> = {
  en: 'You get this mail because you look after who may see other people’s data.',
  de: 'Sie bekommen diese Mail, weil Sie darauf achten, wer Daten anderer sehen darf.',
};

const ownUrl = ({ baseUrl }: LetterContext): string => `${baseUrl}/my`;

const caseUrl = ({ organizationId, violationId }: ViolationMailFacts, { baseUrl }: LetterContext): string =>
  `${baseUrl}/org/${organizationId}/access/violations/${violationId}`;

/** Somebody was reported and is kept from others' data for now. */
export const keptAwayMail = defineMail<ViolationMailFacts>('access.violation-reported', {
  en: ({ organization }, context) => ({
    subject: `You cannot see other people’s data at ${organization} for now`,
    paragraphs: [
      `Somebody at ${organization} reported that you may have broken what you promised about other people’s data. Until this is looked into, you see none of it.`,
      `Nothing is decided yet. Others look into it; if nobody does within ${VIOLATION_REVIEW_DAYS} days, your access comes back by itself.`,
      'Everything that is about you stays open: “My privacy”, your questions, and who looked at your data. You can ask there what this is about and say what happened.',
    ],
    action: { label: 'Open My privacy', url: ownUrl(context) },
    footer: MEMBER_FOOTER.en(organization),
  }),
  de: ({ organization }, context) => ({
    subject: `Sie können bei ${organization} vorerst keine Daten anderer sehen`,
    paragraphs: [
      `Jemand bei ${organization} hat gemeldet, dass Sie gebrochen haben könnten, was Sie über Daten anderer versprochen haben. Bis das geklärt ist, sehen Sie keine davon.`,
      `Noch ist nichts entschieden. Andere sehen es sich an; tut das innerhalb von ${VIOLATION_REVIEW_DAYS} Tagen niemand, kommt Ihr Zugang von selbst zurück.`,
      'Alles, was Sie selbst betrifft, bleibt offen: „Mein Datenschutz“, Ihre Fragen und wer Ihre Daten angesehen hat. Dort können Sie fragen, worum es geht, und sagen, was war.',
    ],
    action: { label: 'Mein Datenschutz öffnen', url: ownUrl(context) },
    footer: MEMBER_FOOTER.de(organization),
  }),
});

/** Those who look into it are needed. */
export const askedMail = defineMail<ViolationMailFacts>('access.violation-to-decide', {
  en: (facts, context) => ({
    subject: 'A report needs you: has somebody broken what they promised?',
    paragraphs: [
      'Somebody was reported and sees no data of others for now. Please read what was reported and say what you think.',
      `Two people who did not report it decide. If nobody looks into it within ${VIOLATION_REVIEW_DAYS} days, the access comes back by itself.`,
    ],
    action: { label: 'Read it and decide', url: caseUrl(facts, context) },
    footer: DECIDER_FOOTER.en,
  }),
  de: (facts, context) => ({
    subject: 'Eine Meldung braucht Sie: Hat jemand ein Versprechen gebrochen?',
    paragraphs: [
      'Jemand wurde gemeldet und sieht vorerst keine Daten anderer. Bitte lesen Sie, was gemeldet wurde, und sagen Sie, was Sie denken.',
      `Zwei Personen, die es nicht gemeldet haben, entscheiden. Sieht es sich ${VIOLATION_REVIEW_DAYS} Tage lang niemand an, kommt der Zugang von selbst zurück.`,
    ],
    action: { label: 'Lesen und entscheiden', url: caseUrl(facts, context) },
    footer: DECIDER_FOOTER.de,
  }),
});

/** Two people gave the access back. */
export const liftedMail = defineMail<ViolationMailFacts>('access.violation-lifted', {
  en: ({ organization }) => ({
    subject: `Your access at ${organization} is back`,
    paragraphs: ['Two people have looked into what was reported about you. You have your access to other people’s data again.'],
    footer: MEMBER_FOOTER.en(organization),
  }),
  de: ({ organization }) => ({
    subject: `Ihr Zugang bei ${organization} ist zurück`,
    paragraphs: ['Zwei Personen haben sich angesehen, was über Sie gemeldet wurde. Sie haben Ihren Zugang zu Daten anderer wieder.'],
    footer: MEMBER_FOOTER.de(organization),
  }),
});

/** Two people found it true. */
export const confirmedMail = defineMail<ViolationMailFacts>('access.violation-confirmed', {
  en: ({ organization }, context) => ({
    subject: `Your access to other people’s data at ${organization} stays closed`,
    paragraphs: [
      'Two people have looked into what was reported about you and found it true. You see no data of others until two people decide otherwise.',
      'Everything that is about you stays open. If you think this is wrong, say so there.',
    ],
    action: { label: 'Open My privacy', url: ownUrl(context) },
    footer: MEMBER_FOOTER.en(organization),
  }),
  de: ({ organization }, context) => ({
    subject: `Ihr Zugang zu Daten anderer bei ${organization} bleibt geschlossen`,
    paragraphs: [
      'Zwei Personen haben sich angesehen, was über Sie gemeldet wurde, und halten es für wahr. Sie sehen keine Daten anderer, bis zwei Personen anders entscheiden.',
      'Alles, was Sie selbst betrifft, bleibt offen. Halten Sie das für falsch, sagen Sie es dort.',
    ],
    action: { label: 'Mein Datenschutz öffnen', url: ownUrl(context) },
    footer: MEMBER_FOOTER.de(organization),
  }),
});

/** Nobody looked into it in time, and the person hears that their access is back. */
export const lapsedMail = defineMail<ViolationMailFacts>('access.violation-lapsed', {
  en: ({ organization }) => ({
    subject: `Your access at ${organization} is back`,
    paragraphs: ['What was reported about you was not decided in time, so you have your access to other people’s data again.'],
    footer: MEMBER_FOOTER.en(organization),
  }),
  de: ({ organization }) => ({
    subject: `Ihr Zugang bei ${organization} ist zurück`,
    paragraphs: ['Über das, was gemeldet wurde, hat niemand rechtzeitig entschieden. Sie haben Ihren Zugang zu Daten anderer darum wieder.'],
    footer: MEMBER_FOOTER.de(organization),
  }),
});

/** Nobody looked into it in time, and whoever reported it hears that. */
export const unheardMail = defineMail<ViolationMailFacts>('access.violation-unheard', {
  en: (facts, context) => ({
    subject: 'What you reported was not decided in time',
    paragraphs: ['Not enough people looked into your report in time, so the person has their access again. If you still see a danger, report it once more.'],
    action: { label: 'Open the case', url: caseUrl(facts, context) },
    footer: DECIDER_FOOTER.en,
  }),
  de: (facts, context) => ({
    subject: 'Über Ihre Meldung wurde nicht rechtzeitig entschieden',
    paragraphs: [
      'Nicht genug Personen haben sich Ihre Meldung rechtzeitig angesehen; die gemeldete Person hat ihren Zugang wieder. Sehen Sie weiter eine Gefahr, melden Sie es noch einmal.',
    ],
    action: { label: 'Fall öffnen', url: caseUrl(facts, context) },
    footer: DECIDER_FOOTER.de,
  }),
});

/** Every kind of mail about reported violations. */
export const violationMails = [keptAwayMail, askedMail, liftedMail, confirmedMail, lapsedMail, unheardMail] as const;
