import type { AccessRules } from '@smartpar/access/model';
import { organizationAccess } from './organization.access';
import { organizationDomainAccess } from './organization-domain.access';
import { privacyContactAccess } from './privacy-contact.access';
import { siteAccess } from './site.access';

/** What this slice says about who may do what. */
export const organizationsAccess: readonly AccessRules[] = [organizationAccess, privacyContactAccess, siteAccess, organizationDomainAccess];
