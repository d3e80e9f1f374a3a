import { Module } from '@nestjs/common';
import { AccessModule } from '@smartpar/access/api';
import { AddVerifiedDomain } from './add-verified-domain';
import { ChangeOrganization } from './change-organization';
import { CheckDomain } from './check-domain';
import { ClaimDomain } from './claim-domain';
import { AccountClaimController } from './claims/account-claim.controller';
import { AccountClaimRepository } from './claims/account-claim.repository';
import { AnswerObjection } from './claims/answer-objection';
import { CarryOutDecision } from './claims/carry-out-decision';
import { ClaimNoticesRepository } from './claims/claim-notices.repository';
import { ClaimObjectionsRepository } from './claims/claim-objections.repository';
import { ClaimsWork } from './claims/claims-work';
import { DomainCaseRepository } from './claims/domain-case.repository';
import { DomainCases } from './claims/domain-cases';
import { DomainDisputeController } from './claims/domain-dispute.controller';
import { DomainDisputeRepository } from './claims/domain-dispute.repository';
import { LeaveClaims } from './claims/leave-claims';
import { OpenDispute } from './claims/open-dispute';
import { OwnClaimController } from './claims/own-claim.controller';
import { OwnClaims } from './claims/own-claims';
import { PutClaimInForce } from './claims/put-claim-in-force';
import { ReadClaims } from './claims/read-claims';
import { StartClaim } from './claims/start-claim';
import { StopClaim } from './claims/stop-claim';
import { TellOfClaim } from './claims/tell-of-claim';
import { TellOfObjection } from './claims/tell-of-objection';
import { WaitingClaimsQuery } from './claims/waiting-claims';
import { CreateOrganization } from './create-organization';
import { DomainFiles, HttpsDomainFiles } from './domain-files';
import { DnsDomainProofs, DomainProofs } from './domain-proofs';
import { DomainSitesRepository } from './domain-sites.repository';
import { EnsureInstallation } from './ensure-installation';
import { InstallationRepository } from './installation.repository';
import { KeepDomainCheck } from './keep-domain-check';
import { KeepLegalEntities } from './keep-legal-entities';
import { KeepSites } from './keep-sites';
import { LegalEntityController } from './legal-entity.controller';
import { LegalEntityRepository } from './legal-entity.repository';
import { LookForProof } from './look-for-proof';
import { NamePrivacyContact } from './name-privacy-contact';
import { OrganizationController } from './organization.controller';
import { OrganizationDomainController } from './organization-domain.controller';
import { OrganizationDomainRepository } from './organization-domain.repository';
import { OrganizationFactsQuery } from './organization-facts';
import { OrganizationMatches } from './organization-matches';
import { OrganizationRepository } from './organization.repository';
import { PlaceDomain } from './place-domain';
import { PrivacyContactController } from './privacy-contact.controller';
import { PrivacyContactRepository } from './privacy-contact.repository';
import { ProvedDomainsQuery } from './proved-domains';
import { ReadDomains } from './read-domains';
import { RecheckDomains } from './recheck-domains';
import { ReleaseDomain } from './release-domain';
import { SiteController } from './site.controller';
import { SiteRepository } from './site.repository';
import { SitesOfDomainQuery } from './sites-of-domain';
import { UnnamedContactQuery } from './unnamed-contact';
import { UnprovedDomainsQuery } from './unproved-domains';

/** Claims of accounts and disputes about domains. */
const CLAIMS = [
  AccountClaimRepository,
  ClaimNoticesRepository,
  ClaimObjectionsRepository,
  DomainDisputeRepository,
  DomainCaseRepository,
  ReadClaims,
  StartClaim,
  StopClaim,
  TellOfClaim,
  TellOfObjection,
  PutClaimInForce,
  LeaveClaims,
  OwnClaims,
  AnswerObjection,
  DomainCases,
  OpenDispute,
  CarryOutDecision,
  ClaimsWork,
  WaitingClaimsQuery,
];

/**
 * Organizations. It needs `Database`, `Time`, `KnownMembers`, `NameListeners`, `ClaimableAccounts` and `ClaimedMembers` from
 * global modules.
 */
@Module({
  imports: [AccessModule],
  controllers: [
    OrganizationController,
    PrivacyContactController,
    SiteController,
    LegalEntityController,
    OrganizationDomainController,
    AccountClaimController,
    OwnClaimController,
    DomainDisputeController,
  ],
  providers: [
    OrganizationRepository,
    PrivacyContactRepository,
    LegalEntityRepository,
    SiteRepository,
    OrganizationDomainRepository,
    DomainSitesRepository,
    InstallationRepository,
    OrganizationFactsQuery,
    OrganizationMatches,
    UnnamedContactQuery,
    UnprovedDomainsQuery,
    SitesOfDomainQuery,
    ProvedDomainsQuery,
    CreateOrganization,
    EnsureInstallation,
    ChangeOrganization,
    NamePrivacyContact,
    KeepLegalEntities,
    KeepSites,
    ClaimDomain,
    ReadDomains,
    LookForProof,
    KeepDomainCheck,
    CheckDomain,
    RecheckDomains,
    PlaceDomain,
    ReleaseDomain,
    AddVerifiedDomain,
    ...CLAIMS,
    { provide: DomainProofs, useFactory: () => new DnsDomainProofs() },
    { provide: DomainFiles, useFactory: () => new HttpsDomainFiles() },
  ],
  exports: [
    OrganizationFactsQuery,
    OrganizationMatches,
    UnnamedContactQuery,
    UnprovedDomainsQuery,
    SitesOfDomainQuery,
    ProvedDomainsQuery,
    CreateOrganization,
    EnsureInstallation,
    AddVerifiedDomain,
    RecheckDomains,
    ClaimsWork,
    WaitingClaimsQuery,
    LeaveClaims,
    StartClaim,
    KeepLegalEntities,
    KeepSites,
    NamePrivacyContact,
  ],
})
export class OrganizationsModule {}
