import type { TableDeclaration } from '@smartpar/platform/database';
import { LegalEntityEntity } from './legal-entity.entity';
import { CreateOrganizations20261123001000 } from './migrations/20261123001000-create-organizations';
import { CreateSites20261123001010 } from './migrations/20261123001010-create-sites';
import { CreateOrganizationDomains20261123001020 } from './migrations/20261123001020-create-organization-domains';
import { SetDecidingTime20261126143100 } from './migrations/20261126143100-set-deciding-time';
import { ProveDomainsTwoWays20261126153000 } from './migrations/20261126153000-prove-domains-two-ways';
import { CreateAccountClaims20261126153100 } from './migrations/20261126153100-create-account-claims';
import { CreateDomainSites20261126153200 } from './migrations/20261126153200-create-domain-sites';
import { CreateDomainDisputes20261126153300 } from './migrations/20261126153300-create-domain-disputes';
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
  ProveDomainsTwoWays20261126153000,
  CreateAccountClaims20261126153100,
  CreateDomainSites20261126153200,
  CreateDomainDisputes20261126153300,
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
  { name: 'domain_sites', class: 'tenant', reason: 'Which sites a domain of one organization serves.' },
  {
    name: 'account_claims',
    class: 'tenant',
    reason: 'Claims one organization makes of the accounts that use its domain.',
    member: [{ column: 'started_by_member_id', kind: 'acts', becomes: 'kept', why: 'accountability' }],
  },
  {
    name: 'claimed_accounts',
    class: 'tenant',
    reason: 'What became of each account in a claim of one organization; it is shown in counts only.',
    member: [{ column: 'member_id', kind: 'departure', becomes: 'emptied', columns: { member_id: null }, why: 'statistics' }],
  },
  { name: 'claim_objections', class: 'tenant', reason: 'What people said to one organization against its claim.' },
  { name: 'claim_notices', class: 'account', reason: 'What the holder of one account is told of claims, before and without belonging to whoever claims.' },
  { name: 'domain_disputes', class: 'tenant', reason: 'Disputes about domains as one of the two sides sees them.' },
  {
    name: 'domain_cases',
    class: 'tenant',
    reason: 'What SmartPAR\u2019s staff decide about domains: rows of its workforce, about other organizations.',
    member: [{ column: 'decided_by_member_id', kind: 'acts', becomes: 'kept', why: 'accountability' }],
  },
  {
    name: 'verified_domains',
    class: 'global',
    reason: 'Read before any tenant is known, to find the one organization a domain belongs to; reached by named functions only.',
  },
];
