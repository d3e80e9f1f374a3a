import { holds } from './role';
import type { AccessRules } from './rules';

/** Owners decide who may see which data; those who answer for privacy, and those who check, read what was decided. */
export const standingGrantAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('read', 'standing-grant');
  if (holds(actor, 'owner')) allow('change', 'standing-grant');
};
