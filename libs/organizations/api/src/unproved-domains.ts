import { Injectable } from '@nestjs/common';
import type { Ability } from '@smartpar/access/model';
import type { DomainState } from '@smartpar/organizations/model';
import { type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { lostFrom } from './keep-domain-check';

/** A domain the organization has claimed and not proved, or whose proof is missing by now. */
export interface UnprovedDomain {
  readonly id: string;
  readonly domain: string;
  /** `failing` is still proved, and will not be for long */
  readonly state: Exclude<DomainState, 'verified'> | 'failing';
  /** RFC 3339 in UTC */
  readonly since: string;
  /** when a missing proof is lost; `null` for all others */
  readonly dueAt: string | null;
}

interface Row {
  readonly id: string;
  readonly domain: string;
  readonly state: DomainState;
  readonly claimedAt: Date;
  readonly lostAt: Date | null;
  readonly failingSince: Date | null;
}

/** Finds the domains that wait for whoever may prove them. */
@Injectable()
export class UnprovedDomainsQuery {
  /** Longest waiting first, in one statement; none for those who may not prove a domain. */
  async within(tx: TenantTransaction, ability: Ability, most: number): Promise<readonly UnprovedDomain[]> {
    if (!ability.can('verify', 'organization-domain')) return [];
    const rows = await tx.query<Row>(
      `select id, domain, state, claimed_at as "claimedAt", lost_at as "lostAt", failing_since as "failingSince" from organization_domains
       where organization_id = $1 and (state <> 'verified' or failing_since is not null) order by failing_since nulls last, claimed_at, id limit $2`,
      [tx.organizationId, most],
    );
    return rows.map(waiting);
  }
}

function waiting({ id, domain, state, claimedAt, lostAt, failingSince }: Row): UnprovedDomain {
  if (failingSince === null) return { id, domain, state: state === 'verified' ? 'failing' : state, since: (lostAt ?? claimedAt).toISOString(), dueAt: null };
  return { id, domain, state: 'failing', since: failingSince.toISOString(), dueAt: lostFrom(toInstant(failingSince)).toString() };
}
