import { GRANT_DECIDERS } from './grants/timed-grant';
import { decides, holds } from './role';
import type { AccessRules } from './rules';

/**
 * Owners say who may see which data; those who answer for privacy, and those who check, read what was said. Where an owner would see more by their
 * own word, somebody else who decides about access has to agree.
 */
export const standingGrantAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('read', 'standing-grant');
  if (holds(actor, 'owner')) allow('change', 'standing-grant');
  if (decides(actor, ...GRANT_DECIDERS)) allow(['read', 'decide'], 'standing-grant');
};
