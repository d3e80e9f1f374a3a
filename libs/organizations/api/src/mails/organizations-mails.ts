import type { MailTemplate } from '@smartpar/platform/mail';
import { claimInForceMail, claimStoppedMail, claimToldMail, objectionAnsweredMail, objectionMadeMail } from '../claims/claim.mail';
import { caseOpenedMail, disputeDecidedMail, disputeOpenedMail } from '../claims/dispute.mail';
import { domainFailingMail, domainLostMail } from './domain.mail';

/** Every kind of mail about domains and claims. */
export const organizationsMails: readonly MailTemplate[] = [
  domainFailingMail,
  domainLostMail,
  claimToldMail,
  claimInForceMail,
  claimStoppedMail,
  objectionMadeMail,
  objectionAnsweredMail,
  disputeOpenedMail,
  disputeDecidedMail,
  caseOpenedMail,
];
