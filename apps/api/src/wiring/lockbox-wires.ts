import { Injectable } from '@nestjs/common';
import { LockboxPeople, type ScopedMember, type ScopedWish, type Told } from '@smartpar/access/api';
import type { LockboxScope, LockboxScopeNamed } from '@smartpar/access/model';
import { MemberFactsQuery, ScopedMembersQuery } from '@smartpar/members/api';
import { OrganizationFactsQuery } from '@smartpar/organizations/api';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Lockboxes learn whom they are about, and whom to tell, from members and from the organization's profile. */
@Injectable()
export class PeopleOfLockboxes extends LockboxPeople {
  constructor(
    private readonly members: MemberFactsQuery,
    private readonly scoped: ScopedMembersQuery,
    private readonly organizations: OrganizationFactsQuery,
  ) {
    super();
  }

  override resolve(tx: TenantTransaction, named: LockboxScopeNamed): Promise<LockboxScope> {
    return this.scoped.resolve(tx, named);
  }

  override within(tx: TenantTransaction, scope: LockboxScope, wish: ScopedWish): Promise<readonly ScopedMember[]> {
    return this.scoped.within(tx, scope, wish);
  }

  override async reachable(tx: TenantTransaction, memberIds: readonly string[]): Promise<readonly Told[]> {
    return (await this.members.find(tx, memberIds)).filter(({ active }) => active);
  }

  override organizationName(tx: TenantTransaction): Promise<string | null> {
    return this.organizations.nameWithin(tx);
  }
}
