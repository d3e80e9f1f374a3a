import { LEDGER_DELAY_DAYS } from '@smartpar/access/model';
import { defineMail, type LetterContext } from '@smartpar/platform/mail';
import { hoursIn } from '../../decisions/decide-within';

/** Facts of a mail about the ledger: ids alone, and for how many hours it waits. */
export type LedgerMailFacts = { readonly organizationId: string; readonly delayId: string; readonly hours: number };

const urlOf = ({ organizationId, delayId }: LedgerMailFacts, { baseUrl }: LetterContext): string => `${baseUrl}/org/${organizationId}/access/delays/${delayId}`;

/** Somebody wants an entry told later, and a second person has to agree. */
export const delayAskedMail = defineMail<LedgerMailFacts>('access.ledger-delay-asked', {
  en: (facts, context) => ({
    subject: 'Somebody wants a look to be told later',
    paragraphs: [
      `Somebody asks that a person reads only in ${LEDGER_DELAY_DAYS} days that their data was looked at. That needs a ground of the law, and a second person who agrees.`,
      `If nobody answers within ${hoursIn('en', facts.hours)}, it is refused by itself and the person reads it.`,
    ],
    action: { label: 'Read it and decide', url: urlOf(facts, context) },
    footer: 'You get this mail because you look after who may see other people’s data.',
  }),
  de: (facts, context) => ({
    subject: 'Jemand möchte, dass ein Blick später gesagt wird',
    paragraphs: [
      `Jemand bittet darum, dass eine Person erst in ${LEDGER_DELAY_DAYS} Tagen liest, dass ihre Daten angesehen wurden. Dafür braucht es einen Grund im Gesetz und eine zweite Person, die zustimmt.`,
      `Antwortet ${hoursIn('de', facts.hours)} lang niemand, ist es von selbst abgelehnt, und die Person liest den Blick.`,
    ],
    action: { label: 'Lesen und entscheiden', url: urlOf(facts, context) },
    footer: 'Sie bekommen diese Mail, weil Sie darauf achten, wer Daten anderer sehen darf.',
  }),
});

/** Every kind of mail about the ledger. */
export const ledgerMails = [delayAskedMail] as const;
