import type { MailTemplate } from '@smartpar/platform/mail';
import { breakGlassBegunMail, breakGlassOverdueMail, breakGlassReviewedMail } from './break-glass/mails/break-glass.mail';
import { infrastructureAccessMail } from './infrastructure/mails/infrastructure-access.mail';
import { approvedMail, requestedMail, startedMail } from './lockbox/mails/lockbox.mail';

/** Every kind of mail about access. */
export const accessMails: readonly MailTemplate[] = [
  requestedMail,
  approvedMail,
  startedMail,
  breakGlassBegunMail,
  breakGlassOverdueMail,
  breakGlassReviewedMail,
  infrastructureAccessMail,
];
