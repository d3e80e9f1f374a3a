import { type AccessRules, holds } from '@smartpar/access/model';

/** Those who answer for an organization, and those who check it, read its log. Nobody changes it. */
export const auditEntryAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('read', 'audit-entry');
};
