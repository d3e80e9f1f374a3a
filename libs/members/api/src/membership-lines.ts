import { Injectable } from '@nestjs/common';
import type { MemberStatus } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { AccountMemberships } from './account-memberships';
import { type NamedOrganization, OrganizationNames } from './organization-names';

/** A member who signs in, and how they stand. */
export interface Linked {
  readonly memberId: string;
  readonly accountId: string;
  readonly status: MemberStatus;
}

const LINKED = `select id as "memberId", account_id as "accountId", status from members where organization_id = $1 and account_id is not null`;

/** Tells accounts what changed about their memberships, in the transaction that changes it. */
@Injectable()
export class MembershipLines {
  constructor(
    private readonly memberships: AccountMemberships,
    private readonly organizations: OrganizationNames,
  ) {}

  /** After a member was linked to an account or changed state. A member without an account has nobody to tell. */
  async memberChanged(tx: TenantTransaction, memberId: string): Promise<void> {
    await this.tell(tx, await tx.query<Linked>(`${LINKED} and id = $2`, [tx.organizationId, memberId]));
  }

  /** The same, for whoever knows what stands in the line already. */
  keep(tx: TenantTransaction, { accountId, ...line }: Linked, { name, kind }: NamedOrganization): Promise<void> {
    return this.memberships.keep(tx, accountId, { organizationId: tx.organizationId, organizationName: name, kind, ...line });
  }

  /** After the organization got another name. */
  async renamed(tx: TenantTransaction): Promise<void> {
    await this.tell(tx, await tx.query<Linked>(LINKED, [tx.organizationId]));
  }

  private async tell(tx: TenantTransaction, linked: readonly Linked[]): Promise<void> {
    if (linked.length === 0) return;
    const organization = await this.organizations.within(tx);
    for (const line of linked) await this.keep(tx, line, organization);
  }
}
