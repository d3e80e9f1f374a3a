import { type AccessRules, holds } from '@smartpar/access/model';
import { checkpointAddressAccess } from './addresses/checkpoint-address.access';
import { logOutlineAccess } from './outline/log-outline.access';
import { logRetentionAccess } from './retention/log-retention.access';
import { logViewAccess } from './views/log-view.access';

/** Those who answer for an organization, and those who check it, read its log. Nobody changes it. */
export const auditEntryAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('read', 'audit-entry');
};

/** Who may do what with the log, over all its nouns. */
export const auditAccess: readonly AccessRules[] = [auditEntryAccess, logRetentionAccess, checkpointAddressAccess, logViewAccess, logOutlineAccess];
