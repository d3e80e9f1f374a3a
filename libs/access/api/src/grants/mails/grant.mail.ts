import type { Locale } from '@smartpar/platform/contract';
import { defineMail, type Letter, type LetterContext, type MailTemplate } from '@smartpar/platform/mail';
import { hoursIn } from '../../decisions/decide-within';

/** Facts of a mail about a grant: no data, no names of people and no reason. */
export type GrantMailFacts = { readonly organizationId: string; readonly grantId: string; readonly organization: string };

/** Facts of a mail about one that waits: for how many hours, before silence refuses it. */
export type WaitingGrantFacts = GrantMailFacts & { readonly hours: number };

/** What a letter says in one language: what stands behind the organization's name in its subject, and its paragraphs. */
type Words<F> = (facts: F) => readonly [subject: string, ...paragraphs: string[]];

const FRAME: Readonly<Record<Locale, { readonly open: string; readonly footer: (organization: string) => string }>> = {
  en: {
    open: 'Open it',
    footer: (organization) => `You get this mail because you are a member of ${organization}. Whose data it is about is not in it.`,
  },
  de: {
    open: 'Öffnen',
    footer: (organization) => `Sie bekommen diese Mail, weil Sie Mitglied von ${organization} sind. Um wessen Daten es geht, steht nicht darin.`,
  },
};

const framed =
  <F extends GrantMailFacts>(locale: Locale, words: Words<F>) =>
  (facts: F, { baseUrl }: LetterContext): Letter => {
    const [subject, ...paragraphs] = words(facts);
    const { open, footer } = FRAME[locale];
    return {
      subject: `${facts.organization}: ${subject}`,
      paragraphs,
      action: { label: open, url: `${baseUrl}/org/${facts.organizationId}/access/grants/${facts.grantId}` },
      footer: footer(facts.organization),
    };
  };

const aboutGrant = <F extends GrantMailFacts>(name: string, words: Readonly<Record<Locale, Words<F>>>): MailTemplate<F> =>
  defineMail<F>(name, { en: framed('en', words.en), de: framed('de', words.de) });

/** Somebody asks for access, and this member may decide. */
export const askedGrantMail = aboutGrant<WaitingGrantFacts>('access.grant-asked', {
  en: ({ hours }) => [
    'somebody asks for access to data',
    'Somebody asks to see data of members. You may decide: allow it, allow less, or refuse it.',
    `If nobody decides within ${hoursIn('en', hours)}, it is refused by itself.`,
  ],
  de: ({ hours }) => [
    'Jemand bittet um Zugriff auf Daten',
    'Jemand bittet darum, Daten von Mitgliedern zu sehen. Sie können entscheiden: erlauben, weniger erlauben oder ablehnen.',
    `Entscheidet innerhalb von ${hoursIn('de', hours)} niemand, ist es von selbst abgelehnt.`,
  ],
});

/** What was asked for is allowed. */
export const approvedGrantMail = aboutGrant('access.grant-approved', {
  en: () => ['access to data is allowed', 'The access that was asked for is allowed, or part of it. Open it to see what exactly, and until when.'],
  de: () => ['Der Zugriff auf Daten ist erlaubt', 'Der erbetene Zugriff ist ganz oder zum Teil erlaubt. Öffnen Sie ihn, um zu sehen, was genau und bis wann.'],
});

/** What was asked for is refused. */
export const refusedGrantMail = aboutGrant('access.grant-refused', {
  en: () => ['access to data is refused', 'The access that was asked for is refused. Open it to read why.'],
  de: () => ['Der Zugriff auf Daten ist abgelehnt', 'Der erbetene Zugriff ist abgelehnt. Öffnen Sie ihn, um zu lesen, warum.'],
});

/** Nobody decided in time. */
export const lapsedGrantMail = aboutGrant('access.grant-lapsed', {
  en: () => ['nobody decided about access to data', 'Nobody decided in time about the access that was asked for, so it is refused. You may ask again.'],
  de: () => [
    'Niemand hat über den Zugriff auf Daten entschieden',
    'Über den erbetenen Zugriff hat niemand rechtzeitig entschieden. Er ist damit abgelehnt. Sie können noch einmal darum bitten.',
  ],
});

/** What was allowed ends before its time. */
export const revokedGrantMail = aboutGrant('access.grant-revoked', {
  en: () => ['access to data has ended', 'An access to data was ended before its time. Open it to read why.'],
  de: () => ['Ein Zugriff auf Daten ist beendet', 'Ein Zugriff auf Daten wurde vorzeitig beendet. Öffnen Sie ihn, um zu lesen, warum.'],
});

/** Of what was allowed, less is left. */
export const reducedGrantMail = aboutGrant('access.grant-reduced', {
  en: () => [
    'less access to data is left',
    'An access to data was reduced: it ends earlier, or the data is shown only on reveal. Open it to see what is left.',
  ],
  de: () => [
    'Ein Zugriff auf Daten ist verringert',
    'Ein Zugriff auf Daten wurde verringert: Er endet früher, oder die Daten werden nur nach Aufdecken gezeigt. Öffnen Sie ihn, um zu sehen, was bleibt.',
  ],
});

/** Every kind of mail about grants. */
export const grantMails = [askedGrantMail, approvedGrantMail, refusedGrantMail, lapsedGrantMail, revokedGrantMail, reducedGrantMail] as const;
