import { type AccessRules, holds } from '@smartpar/access/model';

/** Owners claim, check and release domains, since questions follow them; those who answer for people's accounts see them. */
export const organizationDomainAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'user-administrator', 'privacy-officer', 'auditor')) allow('read', 'organization-domain');
  if (holds(actor, 'owner')) allow(['claim', 'verify', 'release'], 'organization-domain');
};
