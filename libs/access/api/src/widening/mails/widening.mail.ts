import type { Locale } from '@smartpar/platform/contract';
import { defineMail, type Letter, type LetterContext } from '@smartpar/platform/mail';
import { hoursIn } from '../../decisions/decide-within';

/** Facts of a mail about a role that is to see more: for how many hours that waits. */
export type WideningFacts = { readonly organizationId: string; readonly hours: number };

/** What became of it, as it is told: `decidable` where nobody could decide it when it was asked for, and somebody can by now. */
export type SettledWidening = 'approved' | 'refused' | 'lapsed' | 'decidable';

/** Facts of a mail about what became of it. */
export type SettledWideningFacts = { readonly organizationId: string; readonly state: SettledWidening };

const FRAME: Readonly<Record<Locale, { readonly open: string; readonly footer: string }>> = {
  en: { open: 'Open “Who may see what”', footer: 'You get this mail because you answer for who may see other people’s data here.' },
  de: { open: '„Wer was sehen darf“ öffnen', footer: 'Sie bekommen diese Mail, weil Sie hier dafür einstehen, wer Daten anderer sehen darf.' },
};

const framed = (locale: Locale, organizationId: string, { baseUrl }: LetterContext, words: Pick<Letter, 'subject' | 'paragraphs'>): Letter => ({
  ...words,
  action: { label: FRAME[locale].open, url: `${baseUrl}/org/${organizationId}/settings/grants` },
  footer: FRAME[locale].footer,
});

/** A role is to see more, and this member may agree. */
export const wideningAskedMail = defineMail<WideningFacts>('access.widening-asked', {
  en: ({ organizationId, hours }, context) =>
    framed('en', organizationId, context, {
      subject: 'A role is to see more data',
      paragraphs: [
        'An owner wants a role to see more, and holds that role themselves. It counts only if you or somebody else agrees.',
        `If nobody answers within ${hoursIn('en', hours)}, it stays as it is.`,
      ],
    }),
  de: ({ organizationId, hours }, context) =>
    framed('de', organizationId, context, {
      subject: 'Eine Rolle soll mehr Daten sehen',
      paragraphs: [
        'Ein Eigentümer möchte, dass eine Rolle mehr sieht, und hat diese Rolle selbst. Es gilt nur, wenn Sie oder jemand anderes zustimmt.',
        `Antwortet innerhalb von ${hoursIn('de', hours)} niemand, bleibt es, wie es ist.`,
      ],
    }),
});

/** A role is to see more, and nobody may agree who does not gain from it. */
export const loneWideningMail = defineMail<WideningFacts>('access.widening-alone', {
  en: ({ organizationId, hours }, context) =>
    framed('en', organizationId, context, {
      subject: 'A role is to see more data, and nobody else can agree',
      paragraphs: [
        `An owner wants a role to see more, and holds that role themselves. Nobody else here may decide it, so it counts in ${hoursIn('en', hours)}.`,
        'Until then it can be refused.',
      ],
    }),
  de: ({ organizationId, hours }, context) =>
    framed('de', organizationId, context, {
      subject: 'Eine Rolle soll mehr Daten sehen, und niemand anderes kann zustimmen',
      paragraphs: [
        `Ein Eigentümer möchte, dass eine Rolle mehr sieht, und hat diese Rolle selbst. Niemand anderes darf hier darüber entscheiden, darum gilt es in ${hoursIn('de', hours)}.`,
        'Bis dahin kann es abgelehnt werden.',
      ],
    }),
});

const SETTLED: Readonly<Record<Locale, Readonly<Record<SettledWidening, readonly [subject: string, sentence: string]>>>> = {
  en: {
    approved: ['A role sees more data now', 'What an owner wanted a role to see counts from now on.'],
    refused: ['A role does not see more data', 'What you wanted a role to see was refused. It stays as it is.'],
    lapsed: ['A role does not see more data', 'Nobody agreed in time to what you wanted a role to see. It stays as it is. You may ask again.'],
    decidable: [
      'A role does not see more data',
      'When you asked, nobody could agree to what you wanted a role to see. By now somebody can, so it stays as it is. Ask again, and they are asked too.',
    ],
  },
  de: {
    approved: ['Eine Rolle sieht jetzt mehr Daten', 'Was eine Rolle nach dem Wunsch eines Eigentümers sehen soll, gilt ab jetzt.'],
    refused: ['Eine Rolle sieht weiterhin nicht mehr als bisher', 'Was eine Rolle nach Ihrem Wunsch sehen sollte, wurde abgelehnt. Es bleibt, wie es ist.'],
    lapsed: [
      'Eine Rolle sieht weiterhin nicht mehr als bisher',
      'Niemand hat rechtzeitig dem zugestimmt, was eine Rolle nach Ihrem Wunsch sehen sollte. Es bleibt, wie es ist. Sie können noch einmal bitten.',
    ],
    decidable: [
      'Eine Rolle sieht weiterhin nicht mehr als bisher',
      'Als Sie gebeten haben, konnte niemand zustimmen. Jetzt kann es jemand, darum bleibt es, wie es ist. Bitten Sie noch einmal, dann wird auch diese Person gefragt.',
    ],
  },
};

/** What became of it. */
export const settledWideningMail = defineMail<SettledWideningFacts>('access.widening-settled', {
  en: ({ organizationId, state }, context) => {
    const [subject, sentence] = SETTLED.en[state];
    return framed('en', organizationId, context, { subject, paragraphs: [sentence] });
  },
  de: ({ organizationId, state }, context) => {
    const [subject, sentence] = SETTLED.de[state];
    return framed('de', organizationId, context, { subject, paragraphs: [sentence] });
  },
});
