import { defineMail, type Letter, type LetterContext } from '@smartpar/platform/mail';

/** Facts of a mail about a grant: no data, no names of people and no reason. */
export type GrantMailFacts = { readonly organizationId: string; readonly grantId: string; readonly organization: string };

/** Facts of a mail about one that waits: when silence refuses it, RFC 3339. */
export type WaitingGrantFacts = GrantMailFacts & { readonly until: string };

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

const addressOf = ({ organizationId, grantId }: GrantMailFacts, { baseUrl }: LetterContext): string =>
  `${baseUrl}/org/${organizationId}/access/grants/${grantId}`;

const english = (facts: GrantMailFacts, context: LetterContext, words: Words): Letter => ({
  ...words,
  action: { label: 'Open it', url: addressOf(facts, context) },
  footer: `You get this mail because you are a member of ${facts.organization}. Whose data it is about is not in it.`,
});

const german = (facts: GrantMailFacts, context: LetterContext, words: Words): Letter => ({
  ...words,
  action: { label: 'Öffnen', url: addressOf(facts, context) },
  footer: `Sie bekommen diese Mail, weil Sie Mitglied von ${facts.organization} sind. Um wessen Daten es geht, steht nicht darin.`,
});

/** Somebody asks for access, and this member may decide. */
export const askedGrantMail = defineMail<WaitingGrantFacts>('access.grant-asked', {
  en: (facts, context) =>
    english(facts, context, {
      subject: `${facts.organization}: somebody asks for access to data`,
      paragraphs: [
        'Somebody asks to see data of members. You may decide: allow it, allow less, or refuse it.',
        'If nobody decides within 12 hours, it is refused by itself.',
      ],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: `${facts.organization}: Jemand bittet um Zugriff auf Daten`,
      paragraphs: [
        'Jemand bittet darum, Daten von Mitgliedern zu sehen. Sie können entscheiden: erlauben, weniger erlauben oder ablehnen.',
        'Entscheidet innerhalb von 12 Stunden niemand, ist es von selbst abgelehnt.',
      ],
    }),
});

/** What was asked for is allowed. */
export const approvedGrantMail = defineMail<GrantMailFacts>('access.grant-approved', {
  en: (facts, context) =>
    english(facts, context, {
      subject: `${facts.organization}: access to data is allowed`,
      paragraphs: ['The access that was asked for is allowed, or part of it. Open it to see what exactly, and until when.'],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: `${facts.organization}: Der Zugriff auf Daten ist erlaubt`,
      paragraphs: ['Der erbetene Zugriff ist ganz oder zum Teil erlaubt. Öffnen Sie ihn, um zu sehen, was genau und bis wann.'],
    }),
});

/** What was asked for is refused. */
export const refusedGrantMail = defineMail<GrantMailFacts>('access.grant-refused', {
  en: (facts, context) =>
    english(facts, context, {
      subject: `${facts.organization}: access to data is refused`,
      paragraphs: ['The access that was asked for is refused. Open it to read why.'],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: `${facts.organization}: Der Zugriff auf Daten ist abgelehnt`,
      paragraphs: ['Der erbetene Zugriff ist abgelehnt. Öffnen Sie ihn, um zu lesen, warum.'],
    }),
});

/** Nobody decided in time. */
export const lapsedGrantMail = defineMail<GrantMailFacts>('access.grant-lapsed', {
  en: (facts, context) =>
    english(facts, context, {
      subject: `${facts.organization}: nobody decided about access to data`,
      paragraphs: ['Nobody decided in time about the access that was asked for, so it is refused. You may ask again.'],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: `${facts.organization}: Niemand hat über den Zugriff auf Daten entschieden`,
      paragraphs: ['Über den erbetenen Zugriff hat niemand rechtzeitig entschieden. Er ist damit abgelehnt. Sie können noch einmal darum bitten.'],
    }),
});

/** What was allowed ends before its time. */
export const revokedGrantMail = defineMail<GrantMailFacts>('access.grant-revoked', {
  en: (facts, context) =>
    english(facts, context, {
      subject: `${facts.organization}: access to data has ended`,
      paragraphs: ['An access to data was ended before its time. Open it to read why.'],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: `${facts.organization}: Ein Zugriff auf Daten ist beendet`,
      paragraphs: ['Ein Zugriff auf Daten wurde vorzeitig beendet. Öffnen Sie ihn, um zu lesen, warum.'],
    }),
});

/** Every kind of mail about grants. */
export const grantMails = [askedGrantMail, approvedGrantMail, refusedGrantMail, lapsedGrantMail, revokedGrantMail] as const;
