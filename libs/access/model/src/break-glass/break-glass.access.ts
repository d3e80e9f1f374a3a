import type { Role } from '../actor';
import { decides, holds } from '../role';
import type { AccessRules } from '../rules';

/** Roles that are told of every break-glass and say whether it was justified, from the start. */
export const BREAK_GLASS_REVIEWERS = ['owner', 'privacy-officer'] as const satisfies readonly Role[];

/**
 * Who may do what with a break-glass. `break` looks at once in an emergency, without asking anybody first; `review` says afterwards
 * whether that was right, and never about oneself; `read` sees all of them.
 */
export const breakGlassAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'privacy-officer', 'user-administrator')) allow('break', 'break-glass');
  if (decides(actor, ...BREAK_GLASS_REVIEWERS)) allow(['read', 'review'], 'break-glass');
  if (holds(actor, 'auditor')) allow('read', 'break-glass');
};
