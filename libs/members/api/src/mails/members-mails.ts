import type { MailTemplate } from '@smartpar/platform/mail';
import { reactivatedMail, roleGivenMail, roleTakenMail, suspendedMail } from './access-changed.mail';
import { departedMail, returnedMail } from './departed.mail';
import { confirmAddressMail } from './confirm-address.mail';
import { furtherRoleGivenMail, furtherRoleTakenMail } from './further-role.mail';
import { invitationMail } from './invitation.mail';

/** Every kind of mail this slice sends. */
export const membersMails: readonly MailTemplate[] = [
  invitationMail,
  confirmAddressMail,
  suspendedMail,
  reactivatedMail,
  roleGivenMail,
  roleTakenMail,
  furtherRoleGivenMail,
  furtherRoleTakenMail,
  departedMail,
  returnedMail,
];
