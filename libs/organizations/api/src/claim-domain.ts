import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { newId, notFound } from '@smartpar/kernel';
import { domainClaimedAlready, domainRefused, MAX_DOMAINS, normalizeDomain, refusalOf, tooManyOf } from '@smartpar/organizations/model';
import { Database, isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import type { OrganizationDomainEntity } from './organization-domain.entity';
import { OrganizationDomainRepository } from './organization-domain.repository';
import { isPublicSuffix } from './public-suffixes';

const OPERATION = 'organization-domain.claim';

/** Bytes of the value that has to be published; nobody can publish it by chance. */
const PROOF_BYTES = 20;

/** Records that an organization says a domain is its own, and gives it the value that will prove it. */
@Injectable()
export class ClaimDomain {
  constructor(
    private readonly database: Database,
    private readonly domains: OrganizationDomainRepository,
  ) {}

  /**
   * @param typed the domain as people write it
   * @param key the act's idempotency key
   * @throws {DomainError} `domain.refused`, `domain.claimed_already`, `domain.too_many`
   */
  async run(actor: MemberActor, typed: string, key: string): Promise<OrganizationDomainEntity> {
    const domain = acceptable(typed);
    const fingerprint = fingerprintOf(OPERATION, actor.organizationId, domain);
    try {
      return await this.database.tenant(actor, async (tx) => {
        const { replayed, reference } = await once(tx, { key, operation: OPERATION, fingerprint }, { id: newId() });
        if (!replayed) await this.claim(tx, reference.id, domain);
        const claimed = await this.domains.find(tx, reference.id);
        if (claimed === null) throw notFound();
        return claimed;
      });
    } catch (error) {
      throw isUniqueViolation(error, 'organization_domains_once') ? domainClaimedAlready() : error;
    }
  }

  private async claim(tx: TenantTransaction, id: string, domain: string): Promise<void> {
    if ((await this.domains.count(tx)) >= MAX_DOMAINS) throw tooManyOf('domain', MAX_DOMAINS);
    const entry = { action: 'organization-domain.claimed', target: { noun: 'organization-domain', id }, facts: {} };
    await this.domains.claim(tx, { id, domain, proofValue: randomBytes(PROOF_BYTES).toString('hex') }, entry);
  }
}

function acceptable(typed: string): string {
  const domain = normalizeDomain(typed);
  if (domain === null) throw domainRefused('malformed');
  const refusal = refusalOf(domain);
  if (refusal !== null) throw domainRefused(refusal);
  if (isPublicSuffix(domain)) throw domainRefused('public-suffix');
  return domain;
}
