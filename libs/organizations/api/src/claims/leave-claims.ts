import { Injectable } from '@nestjs/common';
import { domainOf } from '@smartpar/platform/contract';
import type { AccountTransaction, TenantTransaction } from '@smartpar/platform/database';
import { planWork } from '@smartpar/platform/jobs';
import { AccountClaimRepository } from './account-claim.repository';
import { claimEntry, objectionEntry } from './claim-entries';
import { ClaimNoticesRepository } from './claim-notices.repository';
import { ClaimObjectionsRepository } from './claim-objections.repository';
import { ClaimableAccounts } from './claimable-accounts';
import { LEFT_WORK } from './work-kinds';

/** Takes accounts out of claims once they have another address. */
@Injectable()
export class LeaveClaims {
  constructor(
    private readonly claims: AccountClaimRepository,
    private readonly notices: ClaimNoticesRepository,
    private readonly objections: ClaimObjectionsRepository,
    private readonly accounts: ClaimableAccounts,
  ) {}

  /** In the transaction that gives the account its new address: its holder sees it at once, and the organizations follow by work planned in it. */
  async moved(tx: AccountTransaction, { from, to }: { readonly from: string; readonly to: string }): Promise<void> {
    const domain = domainOf(from);
    if (domain === domainOf(to)) return;
    for (const organizationId of await this.notices.left(tx, domain))
      await planWork(tx, { organizationId, kind: LEFT_WORK, subjectId: tx.accountId, dueAt: tx.at });
  }

  /** In the organization that claims. */
  async follow(tx: TenantTransaction, accountId: string): Promise<void> {
    for (const { id: claimId, domain } of await this.claims.openOf(tx, accountId)) {
      if (await this.accounts.uses(tx, domain, accountId)) continue;
      await this.claims.change(tx, { claimId, accountId, event: 'move' }, claimEntry('account-settled', claimId, { came: 'move' }));
      const objection = await this.objections.latestOf(tx, claimId, accountId);
      if (objection?.state === 'open' || objection?.state === 'with-staff')
        await this.objections.settle(tx, objection.id, { state: 'settled', answer: null }, objectionEntry('settled', objection.id));
    }
  }
}
