import type { LockboxState } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import { defineMail, type Letter } from '@smartpar/platform/mail';

/** What an organization may have done with a lockbox that staff asked for. */
export const TOLD_STATES = ['running', 'dismissed', 'lapsed', 'invalidated'] as const satisfies readonly LockboxState[];

/** What became of a lockbox. */
export type ToldState = (typeof TOLD_STATES)[number];

/** Facts of a mail to staff: the case and what became of it, nothing of the organization or its people. */
export type StaffLockboxFacts = { readonly lockboxId: string; readonly caseReference: string; readonly state: ToldState };

interface Words {
  readonly subject: string;
  readonly sentence: string;
}

const WORDS: Readonly<Record<Locale, Readonly<Record<ToldState, Words>>>> = {
  en: {
    running: { subject: 'is allowed', sentence: 'What you asked for is allowed, or part of it. Open it to see what exactly, and until when.' },
    dismissed: { subject: 'is refused', sentence: 'What you asked for is refused.' },
    lapsed: { subject: 'was not answered', sentence: 'Nobody answered in time, so what you asked for is refused. You may ask again.' },
    invalidated: { subject: 'has been ended', sentence: 'The organization has ended what it allowed. You see nothing there any more.' },
  },
  de: {
    running: {
      subject: 'ist erlaubt',
      sentence: 'Worum Sie gebeten haben, ist ganz oder zum Teil erlaubt. Öffnen Sie es, um zu sehen, was genau und bis wann.',
    },
    dismissed: { subject: 'ist abgelehnt', sentence: 'Worum Sie gebeten haben, ist abgelehnt.' },
    lapsed: { subject: 'blieb ohne Antwort', sentence: 'Niemand hat rechtzeitig geantwortet. Ihre Bitte ist damit abgelehnt. Sie können noch einmal bitten.' },
    invalidated: { subject: 'ist beendet', sentence: 'Die Organisation hat beendet, was sie erlaubt hatte. Sie sehen dort nichts mehr.' },
  },
};

const letter = (locale: Locale, { caseReference, state }: StaffLockboxFacts, rest: Pick<Letter, 'action' | 'footer'>): Letter => ({
  ...rest,
  subject: `${caseReference} ${WORDS[locale][state].subject}`,
  paragraphs: [WORDS[locale][state].sentence],
});

/** Staff hear what an organization decided about what they asked for. */
export const staffLockboxMail = defineMail<StaffLockboxFacts>('access.lockbox-told', {
  en: (facts, { baseUrl }) =>
    letter('en', facts, {
      action: { label: 'Open it', url: `${baseUrl}/oversight/lockboxes/${facts.lockboxId}` },
      footer: 'You get this mail because you asked for it as SmartPAR’s staff. Whose data it is about is not in it.',
    }),
  de: (facts, { baseUrl }) =>
    letter('de', facts, {
      action: { label: 'Öffnen', url: `${baseUrl}/oversight/lockboxes/${facts.lockboxId}` },
      footer: 'Sie bekommen diese Mail, weil Sie für SmartPAR darum gebeten haben. Um wessen Daten es geht, steht nicht darin.',
    }),
});
