import { Injectable } from '@nestjs/common';
import { GrantPeople, type Labels, type Reachable, type ToLabel } from '@smartpar/access/api';
import type { Ability, GrantScope, ScopeGiven } from '@smartpar/access/model';
import { GrantMembersQuery } from '@smartpar/members/api';
import { OrganizationFactsQuery } from '@smartpar/organizations/api';
import type { TenantTransaction } from '@smartpar/platform/database';
import { ConcernedMembersQuery } from '@smartpar/requests/api';

/** Grants learn of whom they are, and whom to tell, from members, from the inbox and from the organization's profile. */
@Injectable()
export class PeopleOfGrants extends GrantPeople {
  constructor(
    private readonly members: GrantMembersQuery,
    private readonly requests: ConcernedMembersQuery,
    private readonly organizations: OrganizationFactsQuery,
  ) {
    super();
  }

  override async resolve(tx: TenantTransaction, scope: ScopeGiven): Promise<GrantScope | null> {
    if (scope.kind !== 'request') return this.members.resolve(tx, scope);
    const members = await this.requests.of(tx, scope.id);
    return members === null || members.length === 0 ? null : { ...scope, members };
  }

  override async labels(tx: TenantTransaction, ids: ToLabel): Promise<Labels> {
    const [{ numbers, names }, references] = await Promise.all([this.members.labels(tx, ids), this.requests.references(tx, ids.requests)]);
    return { numbers, names: new Map([...names, ...references]) };
  }

  override readableRequests(tx: TenantTransaction, ability: Ability, requestIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.requests.readable(tx, ability, requestIds);
  }

  override complainedOf(tx: TenantTransaction, requestIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.requests.complainedOf(tx, requestIds);
  }

  override reachable(tx: TenantTransaction, memberIds: readonly string[]): Promise<readonly Reachable[]> {
    return this.members.reachable(tx, memberIds);
  }

  override isInGroup(tx: TenantTransaction, groupId: string, memberId: string): Promise<boolean | null> {
    return this.members.isInGroup(tx, groupId, memberId);
  }

  override async organizationName(tx: TenantTransaction): Promise<string> {
    return (await this.organizations.nameWithin(tx)) ?? '';
  }
}
