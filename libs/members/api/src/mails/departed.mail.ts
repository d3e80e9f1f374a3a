import { defineMail, type LetterContext } from '@smartpar/platform/mail';
import { LEAVER_PATH } from '@smartpar/members/model';
import { LEAVER_PURPOSE } from '../life/leaver-code';
import { type EntryFacts, FOOTER } from './access-changed.mail';

/** Facts of the envelope of somebody who left: which departure its code is of, until when what holds, and whom to ask. */
export type DepartedFacts = {
  readonly organizationId: string;
  readonly memberId: string;
  readonly departedAt: string;
  readonly keyId: string;
  readonly organization: string;
  readonly graceUntil: string;
  readonly plannedAt: string;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
};

/** The code is made again here: nothing that is stored holds it. */
const codeIn = ({ organizationId, memberId, departedAt, keyId }: DepartedFacts, { code }: LetterContext): string =>
  code?.(LEAVER_PURPOSE, [organizationId, memberId, departedAt], keyId) ?? '';

const contactOf = ({ contactName, contactEmail }: DepartedFacts): string => [contactName, contactEmail].filter((part) => part !== null).join(', ');

/** The leaver's envelope. */
export const departedMail = defineMail<DepartedFacts>('members.departed', {
  en: (facts, context) => ({
    subject: `You no longer have access to ${facts.organization}`,
    paragraphs: [
      `You have left ${facts.organization}, or ${facts.organization} has ended your access. Your account and any other organization you belong to are not touched.`,
      `Until ${context.date(facts.graceUntil)} this can be taken back; ask ${facts.organization} for that. From ${context.date(facts.plannedAt)} on, what names you is removed. Something stays longer only where the law or an open question of yours asks for it.`,
      'Keep this mail. With the code below you reach, without signing in, your own privacy questions and a list of what is still kept about you and until when. There you can also say where answers are to go from now on.',
    ],
    facts: [{ label: 'Your code', value: codeIn(facts, context) }, ...(contactOf(facts) === '' ? [] : [{ label: 'Whom to ask', value: contactOf(facts) }])],
    action: { label: 'Open my page', url: `${context.baseUrl}${LEAVER_PATH}#t=${codeIn(facts, context)}` },
    footer: `You get this mail because you were a member of ${facts.organization}.`,
  }),
  de: (facts, context) => ({
    subject: `Sie haben keinen Zugang zu ${facts.organization} mehr`,
    paragraphs: [
      `Sie haben ${facts.organization} verlassen, oder ${facts.organization} hat Ihren Zugang beendet. Ihr Konto und andere Organisationen, zu denen Sie gehören, sind davon nicht berührt.`,
      `Bis ${context.date(facts.graceUntil)} lässt sich das zurücknehmen; fragen Sie dafür ${facts.organization}. Ab ${context.date(facts.plannedAt)} wird entfernt, was Sie nennt. Länger bleibt etwas nur, wo ein Gesetz oder eine offene Frage von Ihnen es verlangt.`,
      'Bewahren Sie diese Mail auf. Mit dem Code unten erreichen Sie ohne Anmeldung Ihre eigenen Datenschutzfragen und eine Liste, was noch über Sie aufbewahrt wird und bis wann. Dort sagen Sie auch, wohin Antworten von nun an gehen sollen.',
    ],
    facts: [{ label: 'Ihr Code', value: codeIn(facts, context) }, ...(contactOf(facts) === '' ? [] : [{ label: 'Wen Sie fragen', value: contactOf(facts) }])],
    action: { label: 'Meine Seite öffnen', url: `${context.baseUrl}${LEAVER_PATH}#t=${codeIn(facts, context)}` },
    footer: `Sie bekommen diese Mail, weil Sie Mitglied von ${facts.organization} waren.`,
  }),
});

/** That somebody left was taken back. */
export const returnedMail = defineMail<EntryFacts>('members.came-back', {
  en: ({ organization }) => ({
    subject: `${organization} has taken back that you left`,
    paragraphs: [`Everything in ${organization} is as it was before, except what has run out since. The code in the mail before opens nothing any more.`],
    footer: FOOTER.en(organization),
  }),
  de: ({ organization }) => ({
    subject: `${organization} hat zurückgenommen, dass Sie gegangen sind`,
    paragraphs: [`In ${organization} ist alles wie zuvor, außer dem, was inzwischen abgelaufen ist. Der Code in der Mail davor öffnet nichts mehr.`],
    footer: FOOTER.de(organization),
  }),
});
