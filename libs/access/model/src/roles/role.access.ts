import { holds } from '../role';
import type { AccessRules } from '../rules';

/**
 * Who may do what with roles. Those who work for the organization's people, and those who check them, read which roles there are and who holds
 * them; owners compose their own and say which two nobody may hold together. Giving and taking a role is done to a member.
 */
export const roleAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'user-administrator', 'privacy-officer', 'auditor')) allow('read', ['role', 'role-assignment']);
  if (holds(actor, 'owner')) allow(['compose', 'change', 'retire', 'keep-apart'], 'role');
};
