import { Injectable } from '@nestjs/common';
import { CasePeople, type ReportedMember, type ToldOfCase } from '@smartpar/access/api';
import { MemberFactsQuery, MemberToStop } from '@smartpar/members/api';
import { OrganizationFactsQuery } from '@smartpar/organizations/api';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Cases learn from members whom they are about and who looks into them. */
@Injectable()
export class PeopleOfCases extends CasePeople {
  constructor(
    private readonly members: MemberFactsQuery,
    private readonly toStop: MemberToStop,
    private readonly organizations: OrganizationFactsQuery,
  ) {
    super();
  }

  override lock(tx: TenantTransaction, memberId: string): Promise<ReportedMember | null> {
    return this.toStop.lock(tx, memberId);
  }

  override find(tx: TenantTransaction, memberIds: readonly string[]): Promise<readonly ToldOfCase[]> {
    return this.members.find(tx, memberIds);
  }

  override async organizationName(tx: TenantTransaction): Promise<string> {
    return (await this.organizations.nameWithin(tx)) ?? '';
  }
}
