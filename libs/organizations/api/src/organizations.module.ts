import { Module } from '@nestjs/common';
import { AddVerifiedDomain } from './add-verified-domain';
import { ChangeOrganization } from './change-organization';
import { CheckDomain } from './check-domain';
import { ClaimDomain } from './claim-domain';
import { CreateOrganization } from './create-organization';
import { DnsDomainProofs, DomainProofs } from './domain-proofs';
import { EnsureInstallation } from './ensure-installation';
import { InstallationRepository } from './installation.repository';
import { KeepLegalEntities } from './keep-legal-entities';
import { KeepSites } from './keep-sites';
import { LegalEntityController } from './legal-entity.controller';
import { LegalEntityRepository } from './legal-entity.repository';
import { NamePrivacyContact } from './name-privacy-contact';
import { OrganizationController } from './organization.controller';
import { OrganizationDomainController } from './organization-domain.controller';
import { OrganizationDomainRepository } from './organization-domain.repository';
import { OrganizationFactsQuery } from './organization-facts';
import { OrganizationMatches } from './organization-matches';
import { OrganizationRepository } from './organization.repository';
import { PrivacyContactController } from './privacy-contact.controller';
import { PrivacyContactRepository } from './privacy-contact.repository';
import { ReleaseDomain } from './release-domain';
import { SiteController } from './site.controller';
import { SiteRepository } from './site.repository';
import { UnnamedContactQuery } from './unnamed-contact';
import { UnprovedDomainsQuery } from './unproved-domains';

/** Organizations. It needs `Database`, `Time`, `KnownMembers` and `NameListeners` from global modules. */
@Module({
  controllers: [OrganizationController, PrivacyContactController, SiteController, LegalEntityController, OrganizationDomainController],
  providers: [
    OrganizationRepository,
    PrivacyContactRepository,
    LegalEntityRepository,
    SiteRepository,
    OrganizationDomainRepository,
    InstallationRepository,
    OrganizationFactsQuery,
    OrganizationMatches,
    UnnamedContactQuery,
    UnprovedDomainsQuery,
    CreateOrganization,
    EnsureInstallation,
    ChangeOrganization,
    NamePrivacyContact,
    KeepLegalEntities,
    KeepSites,
    ClaimDomain,
    CheckDomain,
    ReleaseDomain,
    AddVerifiedDomain,
    { provide: DomainProofs, useFactory: () => new DnsDomainProofs() },
  ],
  exports: [
    OrganizationFactsQuery,
    OrganizationMatches,
    UnnamedContactQuery,
    UnprovedDomainsQuery,
    CreateOrganization,
    EnsureInstallation,
    AddVerifiedDomain,
    KeepLegalEntities,
    KeepSites,
    NamePrivacyContact,
  ],
})
export class OrganizationsModule {}
