import { Injectable } from '@nestjs/common';
import { MemberFactsQuery } from '@smartpar/members/api';
import { OrganizationFactsQuery, SitesOfDomainQuery } from '@smartpar/organizations/api';
import type { TenantTransaction } from '@smartpar/platform/database';
import { type Administrator, Administrators, type ChosenSite, type SiteResponsibility, type SiteToChoose } from '@smartpar/requests/api';

/** Requests learn who administers an account from the organization's profile and the member's site. */
@Injectable()
export class AdministratorFacts extends Administrators {
  constructor(
    private readonly organizations: OrganizationFactsQuery,
    private readonly members: MemberFactsQuery,
    private readonly sites: SitesOfDomainQuery,
  ) {
    super();
  }

  override within(tx: TenantTransaction): Promise<Administrator> {
    return this.organizations.within(tx);
  }

  override sitesOfDomain(tx: TenantTransaction, domain: string): Promise<readonly SiteToChoose[]> {
    return this.sites.of(tx, domain);
  }

  override async site(tx: TenantTransaction, siteId: string): Promise<ChosenSite | null> {
    const found = await this.sites.find(tx, siteId);
    if (found === null) return null;
    const { name, legalEntity, country, subdivision, contact } = found;
    const named = contact === null ? null : { memberId: null, languages: [], ...contact };
    return { siteId, name, legalEntity, place: { country, subdivision }, contact: named };
  }

  override atSiteOf(tx: TenantTransaction, memberId: string): Promise<SiteResponsibility | null> {
    return this.members.atSiteOf(tx, memberId);
  }
}
