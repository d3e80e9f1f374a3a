import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { StopClaim } from './claims/stop-claim';
import { OrganizationDomainRepository } from './organization-domain.repository';

const OPERATION = 'organization-domain.release';

/** Gives a domain up: questions of people who use it no longer find this organization by it. */
@Injectable()
export class ReleaseDomain {
  constructor(
    private readonly database: Database,
    private readonly domains: OrganizationDomainRepository,
    private readonly claims: StopClaim,
  ) {}

  /**
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`
   */
  run(actor: MemberActor, domainId: string, key: string): Promise<void> {
    const fingerprint = fingerprintOf(OPERATION, actor.organizationId, domainId);
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint }, { id: domainId });
      if (replayed) return;
      const before = await this.domains.lock(tx, domainId);
      const entry = { action: 'organization-domain.released', target: { noun: 'organization-domain', id: domainId }, facts: { from: before?.state ?? null } };
      if (before === null || !(await this.domains.release(tx, before, entry))) throw notFound();
      await this.claims.byDomain(tx, before.domain, 'domain-released');
    });
  }
}
