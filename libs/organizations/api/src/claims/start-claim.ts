import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { newId, notFound } from '@smartpar/kernel';
import { claimRunning, forceAfterTelling, mayActOnAccounts, nobodyToClaim, proofMissing } from '@smartpar/organizations/model';
import { Database, isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { planWork } from '@smartpar/platform/jobs';
import { OrganizationDomainRepository } from '../organization-domain.repository';
import { AccountClaimRepository } from './account-claim.repository';
import { claimEntry } from './claim-entries';
import { ClaimableAccounts } from './claimable-accounts';
import { TELL_WORK } from './work-kinds';

const OPERATION = 'account-claim.start';

/** Starts a claim of the accounts that use a proved domain: from now on their holders are told, and nothing else happens for two weeks. */
@Injectable()
export class StartClaim {
  constructor(
    private readonly database: Database,
    private readonly domains: OrganizationDomainRepository,
    private readonly claims: AccountClaimRepository,
    private readonly accounts: ClaimableAccounts,
  ) {}

  /**
   * @param key the act's idempotency key
   * @returns its id
   * @throws {DomainError} `not_found`, `account_claim.proof_missing`, `account_claim.running`, `account_claim.nobody`
   */
  async run(actor: MemberActor, domainId: string, key: string): Promise<string> {
    const fingerprint = fingerprintOf(OPERATION, actor.organizationId, domainId);
    try {
      return await this.database.tenant(actor, async (tx) => {
        const { replayed, reference } = await once(tx, { key, operation: OPERATION, fingerprint }, { id: newId() });
        if (!replayed) await this.start(tx, domainId, reference.id);
        return reference.id;
      });
    } catch (error) {
      throw isUniqueViolation(error, 'account_claims_one_runs') ? claimRunning() : error;
    }
  }

  private async start(tx: TenantTransaction, domainId: string, id: string): Promise<void> {
    const domain = await this.domains.lock(tx, domainId);
    if (domain === null) throw notFound();
    if (!mayActOnAccounts(domain, tx.at)) throw proofMissing();
    const { accounts, members } = await this.accounts.count(tx, domain.domain);
    if (accounts - members < 1) throw nobodyToClaim();
    const claim = { id, domain: domain.domain, takesForceAt: forceAfterTelling(tx.at) };
    await this.claims.start(tx, claim, claimEntry('started', id, { domainId, accounts: accounts - members }));
    await planWork(tx, { organizationId: tx.organizationId, kind: TELL_WORK, subjectId: id, dueAt: tx.at });
  }
}
