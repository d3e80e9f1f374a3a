import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { DomainSitesRepository } from './domain-sites.repository';
import { OrganizationDomainRepository } from './organization-domain.repository';

const OPERATION = 'organization-domain.place';

/** Says which sites the people of a domain belong to: sites may have different legal entities and contacts. */
@Injectable()
export class PlaceDomain {
  constructor(
    private readonly database: Database,
    private readonly domains: OrganizationDomainRepository,
    private readonly sites: DomainSitesRepository,
  ) {}

  /**
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `site.unknown`
   */
  run(actor: MemberActor, domainId: string, siteIds: readonly string[], key: string): Promise<void> {
    const fingerprint = fingerprintOf(OPERATION, domainId, [...siteIds]);
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint }, {});
      if (replayed) return;
      if ((await this.domains.lock(tx, domainId)) === null) throw notFound();
      const entry = { action: 'organization-domain.placed', target: { noun: 'organization-domain', id: domainId }, facts: { sites: new Set(siteIds).size } };
      await this.sites.replace(tx, domainId, siteIds, entry);
    });
  }
}
