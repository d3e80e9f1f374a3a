import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { notFound, Time } from '@smartpar/kernel';
import { tooSoonToCheck } from '@smartpar/organizations/model';
import { Database } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { KeepDomainCheck } from './keep-domain-check';
import { LookForProof } from './look-for-proof';
import type { OrganizationDomainEntity } from './organization-domain.entity';
import { OrganizationDomainRepository } from './organization-domain.repository';

const OPERATION = 'organization-domain.check';

/** Checks whether the proof of a domain is published. No transaction is open while a name server or a web server is asked. */
@Injectable()
export class CheckDomain {
  constructor(
    private readonly database: Database,
    private readonly time: Time,
    private readonly domains: OrganizationDomainRepository,
    private readonly proofs: LookForProof,
    private readonly keep: KeepDomainCheck,
  ) {}

  /**
   * @param key the act's idempotency key
   * @returns the domain as it is after the check
   * @throws {DomainError} `not_found`, `domain.checked_just_now`
   */
  async run(actor: MemberActor, domainId: string, key: string): Promise<OrganizationDomainEntity> {
    const { replayed, claimed } = await this.begin(actor, domainId, key);
    if (replayed) return claimed;
    const checks = await this.proofs.run(claimed);
    return this.database.tenant(actor, async (tx) => {
      const before = await this.domains.lock(tx, domainId);
      if (before === null) throw notFound();
      await this.keep.run(tx, before, checks);
      return (await this.domains.find(tx, domainId)) ?? before;
    });
  }

  private begin(actor: MemberActor, domainId: string, key: string): Promise<{ replayed: boolean; claimed: OrganizationDomainEntity }> {
    const fingerprint = fingerprintOf(OPERATION, actor.organizationId, domainId);
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint }, { id: domainId });
      const claimed = await this.domains.find(tx, domainId);
      if (claimed === null) throw notFound();
      const tooSoon = replayed ? null : tooSoonToCheck(claimed.checkedAt, this.time.now());
      if (tooSoon !== null) throw tooSoon;
      return { replayed, claimed };
    });
  }
}
