import { Injectable } from '@nestjs/common';
import { forceAfterTelling } from '@smartpar/organizations/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { planWork } from '@smartpar/platform/jobs';
import { enqueueMails } from '@smartpar/platform/mail';
import { OrganizationFactsQuery } from '../organization-facts';
import { AccountClaimRepository, type ClaimRow } from './account-claim.repository';
import { claimEntry } from './claim-entries';
import { ClaimNoticesRepository } from './claim-notices.repository';
import { type AccountReader, ClaimableAccounts } from './claimable-accounts';
import { claimToldMail } from './claim.mail';
import { factsOf } from './mail-facts';
import { TELL_WORK, FORCE_WORK } from './work-kinds';

/** Accounts told in one transaction. */
const STEP = 100;

interface Told extends AccountReader {
  readonly accountId: string;
}

/** Tells the holders of claimed accounts what will change, whom to ask and until when they may move: some in each transaction, each of them once. */
@Injectable()
export class TellOfClaim {
  constructor(
    private readonly claims: AccountClaimRepository,
    private readonly notices: ClaimNoticesRepository,
    private readonly accounts: ClaimableAccounts,
    private readonly facts: OrganizationFactsQuery,
  ) {}

  /** One step. It plans the next one in its own transaction, so that a broken one is begun again and none is done twice. */
  async run(tx: TenantTransaction, claimId: string): Promise<void> {
    const claim = await this.claims.lock(tx, claimId);
    if (claim === null || claim.state !== 'running' || claim.toldAt !== null) return;
    const ids = await this.accounts.page(tx, claim.domain, claim.toldUntil, STEP);
    const last = ids.at(-1);
    if (last !== undefined) await this.tell(tx, claim, ids, last);
    if (ids.length === STEP) return planWork(tx, { organizationId: tx.organizationId, kind: TELL_WORK, subjectId: claimId, dueAt: tx.at });
    const takesForceAt = forceAfterTelling(tx.at);
    await this.claims.toldAll(tx, claimId, takesForceAt, claimEntry('told', claimId));
    await planWork(tx, { organizationId: tx.organizationId, kind: FORCE_WORK, subjectId: claimId, dueAt: takesForceAt });
  }

  private async tell(tx: TenantTransaction, claim: ClaimRow, ids: readonly string[], until: string): Promise<void> {
    const leftAlone = await this.claims.leftAlone(tx, claim.domain, ids);
    const asked = ids.filter((accountId) => !leftAlone.has(accountId));
    const found = await Promise.all(asked.map(async (accountId) => ({ accountId, reader: await this.accounts.readerOf(tx, accountId) })));
    const told = found.flatMap<Told>(({ accountId, reader }) => (reader === null ? [] : [{ accountId, ...reader }]));
    const notBefore = forceAfterTelling(tx.at);
    const organization = await this.facts.within(tx);
    const accountIds = told.map(({ accountId }) => accountId);
    await this.claims.tell(tx, claim.id, { accountIds, until, notBefore }, claimEntry('accounts-told', claim.id, { accounts: told.length }));
    const notice = { claimId: claim.id, organizationName: organization.name, domain: claim.domain, takesForceAt: notBefore.toString() };
    await Promise.all(told.map(({ accountId }) => this.notices.add(tx, accountId, notice)));
    const facts = { ...factsOf(organization, claim), takesForceAt: notBefore.toString() };
    await enqueueMails(
      tx,
      claimToldMail,
      told.map(({ email, locale }) => ({ to: email, locale, facts, organizationId: tx.organizationId, subjectId: claim.id })),
    );
  }
}
