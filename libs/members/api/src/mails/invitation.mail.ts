import { defineMail } from '@smartpar/platform/mail';

/** Path of the page that opens an invitation. */
export const INVITATION_PATH = '/invitation';
/** What the token of an invitation is good for. */
export const INVITATION_PURPOSE = 'invitation';

/** Facts of an invitation: what its link opens, who invites and until when. */
export type InvitationFacts = {
  readonly organizationId: string;
  readonly memberId: string;
  readonly invitationId: string;
  readonly organization: string;
  readonly days: number;
};

/** An organization asks somebody to join. */
export const invitationMail = defineMail<InvitationFacts>('members.invitation', {
  en: ({ organizationId, memberId, invitationId, organization, days }, { link }) => ({
    subject: `${organization} invites you`,
    paragraphs: [
      `${organization} uses SmartPAR and invites you to join. Once you have joined, you see who administers your data, what is done with it and who looked at it.`,
      `Press the button within ${days} days. Opening the page changes nothing yet; you join when you press the button there.`,
    ],
    action: { label: 'See the invitation', url: link(INVITATION_PATH, INVITATION_PURPOSE, [organizationId, memberId, invitationId]) },
    footer: `You get this mail because ${organization} entered this address for you. If you do not know why, ignore it: nothing happens without you.`,
  }),
  de: ({ organizationId, memberId, invitationId, organization, days }, { link }) => ({
    subject: `${organization} lädt Sie ein`,
    paragraphs: [
      `${organization} nutzt SmartPAR und lädt Sie ein. Sobald Sie dabei sind, sehen Sie, wer Ihre Daten verwaltet, was damit geschieht und wer sie angesehen hat.`,
      `Drücken Sie innerhalb von ${days} Tagen auf den Knopf. Die Seite zu öffnen ändert noch nichts; erst mit dem Knopf dort treten Sie bei.`,
    ],
    action: { label: 'Einladung ansehen', url: link(INVITATION_PATH, INVITATION_PURPOSE, [organizationId, memberId, invitationId]) },
    footer: `Sie bekommen diese Mail, weil ${organization} diese Adresse für Sie eingetragen hat. Wenn Sie nicht wissen, warum, beachten Sie sie nicht: Ohne Sie geschieht nichts.`,
  }),
});
