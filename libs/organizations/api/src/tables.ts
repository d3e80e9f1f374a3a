import type { TableDeclaration } from '@smartpar/platform/database';
import { LegalEntityEntity } from './legal-entity.entity';
import { CreateOrganizations20261123001000 } from './migrations/20261123001000-create-organizations';
import { CreateSites20261123001010 } from './migrations/20261123001010-create-sites';
import { CreateOrganizationDomains20261123001020 } from './migrations/20261123001020-create-organization-domains';
import { SetDecidingTime20261126143100 } from './migrations/20261126143100-set-deciding-time';
import { OrganizationEntity } from './organization.entity';
import { OrganizationDomainEntity } from './organization-domain.entity';
import { PrivacyContactEntity } from './privacy-contact.entity';
import { SiteEntity } from './site.entity';

/** Migrations of organizations. */
export const organizationsMigrations = [
  CreateOrganizations20261123001000,
  CreateSites20261123001010,
  CreateOrganizationDomains20261123001020,
  SetDecidingTime20261126143100,
] as const;

/** Entities of organizations. */
export const organizationsEntities = [OrganizationEntity, PrivacyContactEntity, LegalEntityEntity, SiteEntity, OrganizationDomainEntity] as const;

/** Tables of organizations. */
export const organizationsTables: readonly TableDeclaration[] = [
  { name: 'organizations', class: 'tenant', reason: 'The profile of one organization.' },
  {
    name: 'privacy_contacts',
    class: 'tenant',
    reason: 'The people one organization names.',
    member: [{ column: 'member_id', kind: 'contact', becomes: 'erased' }],
  },
  { name: 'legal_entities', class: 'tenant', reason: 'Companies of one organization.' },
  { name: 'sites', class: 'tenant', reason: 'Sites of one organization.' },
  { name: 'organization_domains', class: 'tenant', reason: 'What one organization claims, with what a check found.' },
  {
    name: 'verified_domains',
    class: 'global',
    reason: 'Read before any tenant is known, to find the one organization a domain belongs to; reached by named functions only.',
  },
];
