import { type AccessRules, holds } from '@smartpar/access/model';

/**
 * Who may do what with groups. Whoever works for the organization's people sees which there are. What a role or a grant reaches may hang on a
 * group, so that an owner decides who is in it: `fill` puts members in and takes them out, and groups into one another.
 */
export const groupAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'user-administrator', 'privacy-officer', 'helpdesk', 'auditor')) allow('read', 'group');
  if (holds(actor, 'owner')) allow(['create', 'change', 'remove', 'fill'], 'group');
};
