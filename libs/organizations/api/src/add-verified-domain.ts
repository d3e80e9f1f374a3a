import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { domainRefused, normalizeDomain } from '@smartpar/organizations/model';
import { Database } from '@smartpar/platform/database';
import { OrganizationDomainRepository } from './organization-domain.repository';

/** Gives an organization a domain without asking a name server; an operator's act, for demonstrations and restored installations. */
@Injectable()
export class AddVerifiedDomain {
  constructor(
    private readonly database: Database,
    private readonly domains: OrganizationDomainRepository,
  ) {}

  /**
   * @param typed the domain as people write it
   * @returns its identifier
   * @throws {DomainError} `domain.refused` for what is no domain
   */
  run(organizationId: string, typed: string): Promise<string> {
    const domain = normalizeDomain(typed);
    if (domain === null) throw domainRefused('malformed');
    const id = newId();
    const entryOf = (deed: string) => ({ action: `organization-domain.${deed}`, target: { noun: 'organization-domain', id }, facts: { byOperator: true } });
    return this.database.tenant(systemActor(organizationId, 'operate'), async (tx) => {
      await this.domains.claim(tx, { id, domain, proofValue: 'by-operator' }, entryOf('claimed'));
      const claimed = await this.domains.lock(tx, id);
      if (claimed !== null) await this.domains.vouch(tx, claimed, entryOf('checked'));
      return id;
    });
  }
}
