import { Injectable } from '@nestjs/common';
import type { Ability } from '@smartpar/access/model';
import type { DomainState } from '@smartpar/organizations/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** A domain the organization has claimed and not proved. */
export interface UnprovedDomain {
  readonly id: string;
  readonly domain: string;
  readonly state: Exclude<DomainState, 'verified'>;
  /** RFC 3339 in UTC */
  readonly claimedAt: string;
}

/** Finds the domains that wait for whoever may prove them. */
@Injectable()
export class UnprovedDomainsQuery {
  /** Longest waiting first, in one statement; none for those who may not prove a domain. */
  async within(tx: TenantTransaction, ability: Ability, most: number): Promise<readonly UnprovedDomain[]> {
    if (!ability.can('verify', 'organization-domain')) return [];
    const rows = await tx.query<Omit<UnprovedDomain, 'claimedAt'> & { readonly claimedAt: Date }>(
      `select id, domain, state, claimed_at as "claimedAt" from organization_domains
       where organization_id = $1 and state <> 'verified' order by claimed_at, id limit $2`,
      [tx.organizationId, most],
    );
    return rows.map((row) => ({ ...row, claimedAt: row.claimedAt.toISOString() }));
  }
}
