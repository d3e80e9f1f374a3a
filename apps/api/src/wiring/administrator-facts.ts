import { Injectable } from '@nestjs/common';
import { MemberFactsQuery } from '@smartpar/members/api';
import { OrganizationFactsQuery } from '@smartpar/organizations/api';
import type { TenantTransaction } from '@smartpar/platform/database';
import { type Administrator, Administrators, type SiteResponsibility } from '@smartpar/requests/api';

/** Requests learn who administers an account from the organization's profile and the member's site. */
@Injectable()
export class AdministratorFacts extends Administrators {
  constructor(
    private readonly organizations: OrganizationFactsQuery,
    private readonly members: MemberFactsQuery,
  ) {
    super();
  }

  override within(tx: TenantTransaction): Promise<Administrator> {
    return this.organizations.within(tx);
  }

  override atSiteOf(tx: TenantTransaction, memberId: string): Promise<SiteResponsibility | null> {
    return this.members.atSiteOf(tx, memberId);
  }
}
