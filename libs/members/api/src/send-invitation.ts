import { INVITATION_LIFETIME } from '@smartpar/members/model';
import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMail, enqueueMails, type MailToSend } from '@smartpar/platform/mail';
import { type InvitationFacts, invitationMail } from './mails/invitation.mail';

/** An invitation to be mailed. */
export interface InvitationToMail {
  readonly memberId: string;
  readonly invitationId: string;
  /** name of the organization */
  readonly organization: string;
  readonly to: string;
  readonly locale: Locale;
}

/** Mails an invitation, in the transaction that keeps it. */
export async function sendInvitation(tx: TenantTransaction, invitation: InvitationToMail): Promise<void> {
  await enqueueMail(tx, invitationMail, mailOf(tx, invitation));
}

/** Mails many invitations at once, in the transaction that keeps them. */
export const sendInvitations = (tx: TenantTransaction, invitations: readonly InvitationToMail[]): Promise<void> =>
  enqueueMails(
    tx,
    invitationMail,
    invitations.map((invitation) => mailOf(tx, invitation)),
  );

function mailOf({ organizationId }: TenantTransaction, { to, locale, ...facts }: InvitationToMail): MailToSend<InvitationFacts> {
  const days = INVITATION_LIFETIME.total('hours') / 24;
  return { to, locale, organizationId, subjectId: facts.memberId, facts: { organizationId, ...facts, days } };
}
