import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { notFound, type Page } from '@smartpar/kernel';
import { type AccountClaim, type AccountsOfDomain, type ClaimedMembersQuery, type ClaimedState, mayActOnAccounts } from '@smartpar/organizations/model';
import { cursorOf, Database, keyset, type TenantTransaction } from '@smartpar/platform/database';
import { OrganizationDomainRepository } from '../organization-domain.repository';
import { AccountClaimRepository, type ClaimRow } from './account-claim.repository';
import { ClaimableAccounts } from './claimable-accounts';

/** A member a claim made, by number. */
interface JoinedRow {
  readonly memberId: string;
  readonly number: number;
  readonly joinedAt: Date;
}

/** Shows claims in counts, and the members they made by their numbers: who was told, moved or objected is nobody's business. */
@Injectable()
export class ReadClaims {
  constructor(
    private readonly database: Database,
    private readonly domains: OrganizationDomainRepository,
    private readonly claims: AccountClaimRepository,
    private readonly accounts: ClaimableAccounts,
  ) {}

  /** How many accounts use a domain, and the latest claim. @throws {DomainError} `not_found` */
  ofDomain(actor: MemberActor, domainId: string): Promise<AccountsOfDomain> {
    return this.database.tenant(actor, async (tx) => {
      const domain = await this.domains.find(tx, domainId);
      if (domain === null) throw notFound();
      const [counts, latest] = await Promise.all([this.accounts.count(tx, domain.domain), this.claims.latest(tx, domain.domain)]);
      const mayStart = mayActOnAccounts(domain, tx.at) && latest?.state !== 'running' && counts.accounts > counts.members;
      return { domainId, domain: domain.domain, ...counts, mayStart, claim: latest === null ? null : await this.present(tx, latest) };
    });
  }

  /** @throws {DomainError} `not_found` */
  one(actor: MemberActor, claimId: string): Promise<AccountClaim> {
    return this.database.tenant(actor, async (tx) => {
      const claim = await this.claims.find(tx, claimId);
      if (claim === null) throw notFound();
      return this.present(tx, claim);
    });
  }

  /** @throws {DomainError} `not_found`, `page.cursor_invalid` */
  members(
    actor: MemberActor,
    claimId: string,
    { size, after }: ClaimedMembersQuery,
  ): Promise<Page<{ memberId: string; memberNumber: string; joinedAt: string }>> {
    const page = keyset({ columns: [{ sql: 'a.member_id', direction: 'asc', type: 'uuid' }], after, startParam: 4 });
    return this.database.tenant(actor, async (tx) => {
      if ((await this.claims.find(tx, claimId)) === null) throw notFound();
      const rows = await tx.query<JoinedRow>(
        `select m.id as "memberId", m.number, a.changed_at as "joinedAt" from claimed_accounts a
         cross join lateral (select k.id, k.number from members k where k.organization_id = $1 and k.id = a.member_id offset 0) m
         where a.organization_id = $1 and a.claim_id = $2 and a.state = 'joined' and ${page.where} order by ${page.orderBy} limit $3::integer + 1`,
        [tx.organizationId, claimId, size, ...page.values],
      );
      const items = rows.slice(0, size);
      const last = items.at(-1);
      return { items: items.map(presentJoined), next: rows.length > size && last !== undefined ? cursorOf([last.memberId]) : null };
    });
  }

  private async present(tx: TenantTransaction, claim: ClaimRow): Promise<AccountClaim> {
    const [counts, domain] = await Promise.all([this.claims.counts(tx, claim.id), this.domains.findByName(tx, claim.domain)]);
    const of = (state: ClaimedState): number => counts.get(state) ?? 0;
    return {
      ...{ id: claim.id, domain: claim.domain, state: claim.state, stoppedBecause: claim.stoppedBecause },
      startedAt: claim.startedAt.toISOString(),
      takesForceAt: claim.takesForceAt.toISOString(),
      toldAt: claim.toldAt?.toISOString() ?? null,
      endedAt: claim.endedAt?.toISOString() ?? null,
      waitsForProof: claim.state === 'running' && (domain === null || !mayActOnAccounts(domain, tx.at)),
      counts: {
        ...{ told: of('told'), stays: of('stays'), objected: of('objected'), moved: of('moved') },
        ...{ keptOut: of('kept-out'), joined: of('joined'), stopped: of('stopped') },
      },
    };
  }
}

const presentJoined = ({ memberId, number, joinedAt }: JoinedRow) => ({ memberId, memberNumber: `M-${number}`, joinedAt: joinedAt.toISOString() });
