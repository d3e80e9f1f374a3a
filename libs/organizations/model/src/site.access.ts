import { type AccessRules, holds } from '@smartpar/access/model';

/** Whoever works for the organization's people sees its sites and legal entities; owners keep them. */
export const siteAccess: AccessRules = (actor, { allow }) => {
  const nouns = ['site', 'legal-entity'];
  if (holds(actor, 'owner', 'user-administrator', 'privacy-officer', 'helpdesk', 'auditor')) allow('read', nouns);
  if (holds(actor, 'owner')) allow(['create', 'update', 'remove'], nouns);
};
