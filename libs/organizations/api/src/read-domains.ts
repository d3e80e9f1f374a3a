import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import type { OrganizationDomainDocument } from '@smartpar/organizations/model';
import { Database } from '@smartpar/platform/database';
import { DomainSitesRepository } from './domain-sites.repository';
import { OrganizationDomainRepository } from './organization-domain.repository';
import { presentDomain } from './present-domain';

/** Shows the domains of an organization. */
@Injectable()
export class ReadDomains {
  constructor(
    private readonly database: Database,
    private readonly domains: OrganizationDomainRepository,
    private readonly sites: DomainSitesRepository,
  ) {}

  /** All of them, by name. */
  all(actor: MemberActor): Promise<OrganizationDomainDocument[]> {
    return this.database.tenant(actor, async (tx) => {
      const [domains, sites] = await Promise.all([this.domains.list(tx), this.sites.all(tx)]);
      return domains.map((domain) => presentDomain(domain, sites.get(domain.id) ?? []));
    });
  }

  /** @throws {DomainError} `not_found` */
  one(actor: MemberActor, domainId: string): Promise<OrganizationDomainDocument> {
    return this.database.tenant(actor, async (tx) => {
      const [domain, sites] = await Promise.all([this.domains.find(tx, domainId), this.sites.all(tx)]);
      if (domain === null) throw notFound();
      return presentDomain(domain, sites.get(domainId) ?? []);
    });
  }
}
