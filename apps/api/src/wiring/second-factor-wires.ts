import { Injectable } from '@nestjs/common';
import { AddressDomains, MemberAccounts, type MemberToReset } from '@smartpar/identity/api';
import { MemberAccountQuery } from '@smartpar/members/api';
import { OrganizationFactsQuery, OrganizationMatches } from '@smartpar/organizations/api';
import { domainOf } from '@smartpar/platform/contract';
import type { TenantTransaction, Transaction } from '@smartpar/platform/database';

/** Sign-in learns from members whose second factor is to be reset. */
@Injectable()
export class MembersToReset extends MemberAccounts {
  constructor(
    private readonly members: MemberAccountQuery,
    private readonly organizations: OrganizationFactsQuery,
  ) {
    super();
  }

  override byNumber(tx: TenantTransaction, memberNumber: string): Promise<MemberToReset | null> {
    return this.members.byNumber(tx, memberNumber);
  }

  override async organizationName(tx: TenantTransaction): Promise<string> {
    return (await this.organizations.within(tx)).name;
  }
}

/** Sign-in learns from proved domains which addresses an organization could read. */
@Injectable()
export class DomainsOfAddresses extends AddressDomains {
  constructor(private readonly organizations: OrganizationMatches) {
    super();
  }

  override async organizationOf(tx: Transaction, address: string): Promise<string | null> {
    return (await this.organizations.organizationOfDomain(tx, domainOf(address)))?.organizationId ?? null;
  }
}
