import type { MailTemplate } from '@smartpar/platform/mail';
import { breakGlassBegunMail, breakGlassOverdueMail, breakGlassReviewedMail } from './break-glass/mails/break-glass.mail';
import { evaluationMails } from './evaluations/mails/evaluation.mail';
import { extractMails } from './extracts/mails/extract.mail';
import { infrastructureAccessMail } from './infrastructure/mails/infrastructure-access.mail';
import { approvedMail, requestedMail, startedMail } from './lockbox/mails/lockbox.mail';
import { loneWideningMail, settledWideningMail, wideningAskedMail } from './widening/mails/widening.mail';
import { staffLockboxMail } from './lockbox/mails/staff-lockbox.mail';

/** Every kind of mail about access. */
export const accessMails: readonly MailTemplate[] = [
  requestedMail,
  approvedMail,
  startedMail,
  staffLockboxMail,
  breakGlassBegunMail,
  breakGlassOverdueMail,
  breakGlassReviewedMail,
  infrastructureAccessMail,
  wideningAskedMail,
  loneWideningMail,
  settledWideningMail,
  ...extractMails,
  ...evaluationMails,
];
