import type { MailTemplate } from '@smartpar/platform/mail';
import { approvedMail, requestedMail, startedMail } from './lockbox/mails/lockbox.mail';

/** Every kind of mail about access. */
export const accessMails: readonly MailTemplate[] = [requestedMail, approvedMail, startedMail];
