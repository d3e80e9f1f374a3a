import type { Role } from '../actor';
import { decides, holds } from '../role';
import type { AccessRules } from '../rules';

/** Roles that decide about lockboxes from the start. */
export const LOCKBOX_DECIDERS = ['owner', 'privacy-officer'] as const satisfies readonly Role[];

/**
 * Who may do what with a lockbox.
 *
 * In an organization: `decide` lets staff in, less far than they asked, or not, and ends it; it is a right of its own, so that whoever
 * answers for privacy holds it and not only whoever runs the machines. `read` sees what was asked, decided and looked at. In SmartPAR's
 * workforce: `request` asks for one and uses what was granted. What is allowed beforehand, or never, is the owners' to say.
 */
export const lockboxAccess: AccessRules = (actor, { allow }) => {
  if (decides(actor, ...LOCKBOX_DECIDERS)) allow(['read', 'decide'], 'lockbox');
  if (holds(actor, 'auditor')) allow('read', 'lockbox');
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('read', 'lockbox-rules');
  if (holds(actor, 'owner')) allow('change', 'lockbox-rules');
  if (holds(actor, 'support', 'privacy-counsel', 'security')) allow('request', 'lockbox');
};
