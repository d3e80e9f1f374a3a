import { type AccessRules, holds } from '@smartpar/access/model';

/** Owners claim accounts; whoever looks after members, data or the log sees how far a claim is; owners and privacy officers answer objections. */
export const accountClaimAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'user-administrator', 'privacy-officer', 'auditor')) allow('read', 'account-claim');
  if (holds(actor, 'owner')) allow(['start', 'stop'], 'account-claim');
  if (holds(actor, 'owner', 'privacy-officer')) allow('answer', 'claim-objection');
};
