import { Injectable } from '@nestjs/common';
import { MemberMatches } from '@smartpar/members/api';
import { OrganizationMatches } from '@smartpar/organizations/api';
import type { Transaction } from '@smartpar/platform/database';
import { Matches } from '@smartpar/requests/api';
import type { Membership, OrganizationName } from '@smartpar/requests/model';

/** Requests learn whom an address belongs to from proved domains and from members. */
@Injectable()
export class QuestionMatches extends Matches {
  constructor(
    private readonly organizations: OrganizationMatches,
    private readonly members: MemberMatches,
  ) {
    super();
  }

  override organizationOfDomain(tx: Transaction, domain: string): Promise<OrganizationName | null> {
    return this.organizations.organizationOfDomain(tx, domain);
  }

  override membershipsOf(tx: Transaction, address: string): Promise<readonly Membership[]> {
    return this.members.membershipsOf(tx, address);
  }

  override directUsers(tx: Transaction): Promise<OrganizationName> {
    return this.organizations.directUsers(tx);
  }
}
