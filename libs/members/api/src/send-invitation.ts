import { INVITATION_LIFETIME } from '@smartpar/members/model';
import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMail } from '@smartpar/platform/mail';
import { invitationMail } from './mails/invitation.mail';

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
export async function sendInvitation(tx: TenantTransaction, { to, locale, ...facts }: InvitationToMail): Promise<void> {
  const { organizationId } = tx;
  const days = INVITATION_LIFETIME.total('hours') / 24;
  await enqueueMail(tx, invitationMail, { to, locale, organizationId, subjectId: facts.memberId, facts: { organizationId, ...facts, days } });
}
