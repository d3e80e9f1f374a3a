import type { MailTemplate } from '@smartpar/platform/mail';
import { entryEndedMail } from './entry-ended.mail';
import { passwordChangedMail } from './password-changed.mail';
import { firstPasswordMail, passwordResetMail } from './password-reset.mail';
import { confirmAddressMail, privateAddressChangedMail, proofMail } from './private-address.mail';
import { secondFactorMail } from './second-factor.mail';
import { confirmSignInAddressMail, signInAddressChangedMail } from './sign-in-address.mail';
import { newSignInMail, sessionsEndedMail } from './sign-in.mail';

/** Every kind of mail about accounts and sign-in. */
export const identityMails: readonly MailTemplate[] = [
  passwordResetMail,
  firstPasswordMail,
  passwordChangedMail,
  newSignInMail,
  sessionsEndedMail,
  secondFactorMail,
  entryEndedMail,
  confirmAddressMail,
  privateAddressChangedMail,
  proofMail,
  confirmSignInAddressMail,
  signInAddressChangedMail,
];
