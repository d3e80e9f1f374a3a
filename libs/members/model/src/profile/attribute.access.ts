import { type AccessRules, holds } from '@smartpar/access/model';

/**
 * Who may do what with the attributes an organization made up. Whoever works for its people reads which there are; what is collected of people
 * is decided by owners.
 */
export const attributeAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'user-administrator', 'privacy-officer', 'helpdesk', 'auditor')) allow('read', 'profile-attribute');
  if (holds(actor, 'owner')) allow(['create', 'change', 'retire'], 'profile-attribute');
};
