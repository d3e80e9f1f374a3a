import { Injectable } from '@nestjs/common';
import { MemberFactsQuery, MembershipLines, type NamedOrganization, OrganizationNames } from '@smartpar/members/api';
import { KnownMembers, NameListeners, OrganizationFactsQuery } from '@smartpar/organizations/api';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Members learn the name of their organization from its profile. */
@Injectable()
export class NamedByFacts extends OrganizationNames {
  constructor(private readonly facts: OrganizationFactsQuery) {
    super();
  }

  override within(tx: TenantTransaction): Promise<NamedOrganization> {
    return this.facts.within(tx);
  }
}

/** Organizations learn from members who may be named as a contact. */
@Injectable()
export class KnownMembersByFacts extends KnownMembers {
  constructor(private readonly members: MemberFactsQuery) {
    super();
  }

  override activeOf(tx: TenantTransaction, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.members.activeOf(tx, memberIds);
  }
}

/** Members' own lists follow a new name of their organization. */
@Injectable()
export class NamesFollowed extends NameListeners {
  constructor(private readonly lines: MembershipLines) {
    super();
  }

  override renamed(tx: TenantTransaction): Promise<void> {
    return this.lines.renamed(tx);
  }
}
