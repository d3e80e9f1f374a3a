import type { MailTemplate } from '@smartpar/platform/mail';
import { arrivalMail, assignmentMail, halfTimeMail, overdueMail, personWroteMail, shortTimeMail } from './answerer.mail';
import { confirmationMail } from './confirmation.mail';
import { escalationMail } from './escalation.mail';
import { answerMail, partHandedOverMail, questionBackMail, replyMail } from './person.mail';
import { receiptMail } from './receipt.mail';

/** Every kind of mail that goes to the person who asks, once there is a request. */
export const personMails: readonly MailTemplate[] = [receiptMail, replyMail, questionBackMail, answerMail, partHandedOverMail];

/** Every kind of mail this slice sends. */
export const requestsMails: readonly MailTemplate[] = [
  confirmationMail,
  ...personMails,
  arrivalMail,
  personWroteMail,
  assignmentMail,
  halfTimeMail,
  shortTimeMail,
  overdueMail,
  escalationMail,
];
