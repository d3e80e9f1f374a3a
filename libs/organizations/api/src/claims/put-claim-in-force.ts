import { Injectable } from '@nestjs/common';
import { mayActOnAccounts } from '@smartpar/organizations/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { planWork } from '@smartpar/platform/jobs';
import { enqueueMail } from '@smartpar/platform/mail';
import { OrganizationDomainRepository } from '../organization-domain.repository';
import { OrganizationFactsQuery } from '../organization-facts';
import { AccountClaimRepository, type ClaimRow } from './account-claim.repository';
import { claimEntry } from './claim-entries';
import { ClaimNoticesRepository } from './claim-notices.repository';
import { ClaimableAccounts, ClaimedMembers, type JoiningAccount } from './claimable-accounts';
import { claimInForceMail } from './claim.mail';
import { factsOf } from './mail-facts';
import { FORCE_WORK } from './work-kinds';

/** Accounts that join in one transaction. */
const STEP = 50;

/** Hours until a claim whose proof is missing is looked at again. */
const WAIT_HOURS = 12;

/**
 * Puts a claim in force: whoever neither moved nor objected becomes a member, from now on. What they asked, used and what was looked at before stays where
 * it was. Nobody joins by a domain whose proof is missing at that moment.
 */
@Injectable()
export class PutClaimInForce {
  constructor(
    private readonly domains: OrganizationDomainRepository,
    private readonly claims: AccountClaimRepository,
    private readonly notices: ClaimNoticesRepository,
    private readonly accounts: ClaimableAccounts,
    private readonly members: ClaimedMembers,
    private readonly facts: OrganizationFactsQuery,
  ) {}

  /** One step; the next one is planned in the same transaction. It may come again after the end, for somebody whose objection was refused. */
  async run(tx: TenantTransaction, claimId: string): Promise<void> {
    const known = await this.claims.find(tx, claimId);
    // The domain is locked first, as by whoever checks it: what they find out counts here or there.
    const domain = known === null ? null : await this.domains.lockByName(tx, known.domain);
    const claim = await this.claims.lock(tx, claimId);
    if (claim === null || claim.state === 'stopped' || claim.toldAt === null) return;
    const again = (hours: number) => planWork(tx, { organizationId: tx.organizationId, kind: FORCE_WORK, subjectId: claimId, dueAt: tx.at.add({ hours }) });
    // Whoever still waited when the domain was lost is out of the claim: there is nothing to wait for.
    if (domain?.state !== 'verified') return;
    if (!mayActOnAccounts(domain, tx.at)) return again(WAIT_HOURS);
    const ids = await this.claims.some(tx, claimId, 'take-force', STEP);
    await this.join(tx, claim, ids);
    if (ids.length === STEP) return again(0);
    if (claim.state === 'running') await this.claims.inForce(tx, claimId, claimEntry('put-in-force', claimId));
  }

  private async join(tx: TenantTransaction, claim: ClaimRow, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const joining: JoiningAccount[] = [];
    for (const accountId of ids) {
      const [reader, uses] = await Promise.all([this.accounts.readerOf(tx, accountId), this.accounts.uses(tx, claim.domain, accountId)]);
      if (reader !== null && uses) joining.push({ accountId, ...reader });
      else await this.settle(tx, claim, accountId, 'move');
    }
    const members = await this.members.join(tx, joining);
    const facts = factsOf(await this.facts.within(tx), claim);
    for (const { accountId, email, locale } of joining) {
      const memberId = members.get(accountId);
      if (memberId === undefined) {
        await this.settle(tx, claim, accountId, 'stop');
        continue;
      }
      await this.settle(tx, claim, accountId, 'take-force', memberId);
      await enqueueMail(tx, claimInForceMail, { to: email, locale, facts, organizationId: tx.organizationId, subjectId: claim.id });
    }
  }

  private async settle(
    tx: TenantTransaction,
    { id: claimId }: ClaimRow,
    accountId: string,
    event: 'move' | 'stop' | 'take-force',
    memberId?: string,
  ): Promise<void> {
    const facts = { came: event, ...(memberId !== undefined && { memberId }) };
    const state = await this.claims.change(
      tx,
      { claimId, accountId, event, ...(memberId !== undefined && { memberId }) },
      claimEntry('account-settled', claimId, facts),
    );
    if (state !== null) await this.notices.follow(tx, accountId, claimId, state);
  }
}
