import { type AccessRules, holds } from '@smartpar/access/model';

/** Who may do what with auditors from outside: owners let them in for a while and out again, and those who answer for the organization know who they are. */
export const externalAuditorAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('read', 'external-auditor');
  if (holds(actor, 'owner')) allow('admit', 'external-auditor');
};
