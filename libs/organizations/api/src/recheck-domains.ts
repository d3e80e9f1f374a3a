import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { Time } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { definePeriodic, type PeriodicJob } from '@smartpar/platform/jobs';
import { KeepDomainCheck } from './keep-domain-check';
import { LookForProof } from './look-for-proof';
import { OrganizationDomainRepository } from './organization-domain.repository';

/** Domains one process takes at a time. */
const ROUND_SIZE = 20;

/** How long whoever took a domain has it before another may: much longer than the longest look. */
const LEASE_MINUTES = 60;

interface TakenDomain {
  readonly organizationId: string;
  readonly domain: string;
}

/**
 * Looks again whether proved domains still are, each once a day. Taking some and keeping what was found are transactions of their own, with the
 * looking in between; what a process that died had taken is taken again when its lease is over.
 */
@Injectable()
export class RecheckDomains {
  constructor(
    private readonly database: Database,
    private readonly time: Time,
    private readonly domains: OrganizationDomainRepository,
    private readonly proofs: LookForProof,
    private readonly keep: KeepDomainCheck,
  ) {}

  /** When it is done: a little every ten minutes, so that no name server hears from us all at once. */
  jobs(): readonly PeriodicJob[] {
    return [definePeriodic('organizations.recheck-domains', '3-59/10 * * * *', async () => void (await this.run()))];
  }

  /**
   * Looks at everything that is due. One that fails keeps none of the others waiting; it is taken again when its lease is over.
   * @returns how many
   * @throws whatever went wrong first, once all have had their turn
   */
  async run(): Promise<number> {
    const failed: unknown[] = [];
    let looked = 0;
    for (;;) {
      const taken = await this.take();
      for (const one of taken) await this.recheck(one).catch((error: unknown) => failed.push(error));
      looked += taken.length;
      if (taken.length < ROUND_SIZE) break;
    }
    if (failed.length > 0) throw failed[0];
    return looked;
  }

  private take(): Promise<readonly TakenDomain[]> {
    const now = this.time.now();
    return this.database.global((tx) =>
      tx.query<TakenDomain>('select organization_id as "organizationId", domain from take_domains_to_check($1, $2, $3)', [
        now,
        now.add({ minutes: LEASE_MINUTES }),
        ROUND_SIZE,
      ]),
    );
  }

  /** Somebody may have checked it or given it up meanwhile: what counts is read again under the lock. */
  private async recheck({ organizationId, domain }: TakenDomain): Promise<void> {
    const actor = systemActor(organizationId, 'organizations.recheck-domains');
    const known = await this.database.tenant(actor, (tx) => this.domains.findByName(tx, domain));
    if (known === null || known.state !== 'verified' || known.provedBy === 'operator') return;
    const checks = await this.proofs.run(known);
    await this.database.tenant(actor, async (tx) => {
      const before = await this.domains.lock(tx, known.id);
      if (before !== null && before.state === 'verified') await this.keep.run(tx, before, checks);
    });
  }
}
