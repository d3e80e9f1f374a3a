import type { AccessRules } from '@smartpar/access/model';
import { accountClaimAccess } from './claims/account-claim.access';
import { domainDisputeAccess } from './claims/domain-dispute';
import { organizationAccess } from './organization.access';
import { organizationDomainAccess } from './organization-domain.access';
import { privacyContactAccess } from './privacy-contact.access';
import { siteAccess } from './site.access';

/** What this slice says about who may do what. */
export const organizationsAccess: readonly AccessRules[] = [
  organizationAccess,
  privacyContactAccess,
  siteAccess,
  organizationDomainAccess,
  accountClaimAccess,
  domainDisputeAccess,
];
