import { holds } from '../role';
import type { AccessRules } from '../rules';

/** Those who answer for who sees what, and those who check it, are told what somebody may see and who may see somebody's data, and why. */
export const explainAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('read', 'explanation');
};
