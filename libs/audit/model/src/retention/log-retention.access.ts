import { type AccessRules, holds } from '@smartpar/access/model';

/** Whoever reads the log reads how long it is kept. Owners say so. */
export const logRetentionAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('read', 'audit-retention');
  if (holds(actor, 'owner')) allow('change', 'audit-retention');
};
