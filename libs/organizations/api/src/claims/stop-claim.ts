import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { claimOver, type StopReason } from '@smartpar/organizations/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { cancelWaitingWork, planWork } from '@smartpar/platform/jobs';
import { enqueueMail } from '@smartpar/platform/mail';
import { OrganizationFactsQuery } from '../organization-facts';
import { AccountClaimRepository } from './account-claim.repository';
import { claimEntry, objectionEntry } from './claim-entries';
import { ClaimNoticesRepository } from './claim-notices.repository';
import { ClaimObjectionsRepository } from './claim-objections.repository';
import { ClaimableAccounts } from './claimable-accounts';
import { claimStoppedMail } from './claim.mail';
import { factsOf } from './mail-facts';
import { TELL_WORK, FORCE_WORK, STOPPED_WORK } from './work-kinds';

const OPERATION = 'account-claim.stop';

/** Accounts told in one transaction. */
const STEP = 100;

/** Stops a claim before it takes force: nothing changes for anybody, and everybody who was told hears so. */
@Injectable()
export class StopClaim {
  constructor(
    private readonly database: Database,
    private readonly claims: AccountClaimRepository,
    private readonly notices: ClaimNoticesRepository,
    private readonly objections: ClaimObjectionsRepository,
    private readonly accounts: ClaimableAccounts,
    private readonly facts: OrganizationFactsQuery,
  ) {}

  /**
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `account_claim.over`
   */
  run(actor: MemberActor, claimId: string, key: string): Promise<void> {
    const fingerprint = fingerprintOf(OPERATION, actor.organizationId, claimId);
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint }, { id: claimId });
      if (replayed) return;
      const claim = await this.claims.lock(tx, claimId);
      if (claim === null) throw notFound();
      if (claim.state !== 'running') throw claimOver();
      await this.end(tx, claimId, 'by-organization');
    });
  }

  /**
   * The domain counts no longer: what runs by it stops in the transaction that finds out. Whoever still waits in a claim that has taken force, after an
   * objection, is out of it as well: a proof that comes back later would put them in without anybody telling them anew.
   */
  async byDomain(tx: TenantTransaction, domain: string, reason: StopReason): Promise<void> {
    for (const { id, state } of await this.claims.lockOpen(tx, domain)) await (state === 'running' ? this.end(tx, id, reason) : this.callOff(tx, id));
  }

  /** One step of telling: the next few holders hear that nothing changes. */
  async tell(tx: TenantTransaction, claimId: string): Promise<void> {
    const claim = await this.claims.lock(tx, claimId);
    if (claim === null) return;
    const ids = await this.claims.some(tx, claimId, 'stop', STEP);
    const facts = factsOf(await this.facts.within(tx), claim);
    for (const accountId of ids) {
      await this.claims.change(tx, { claimId, accountId, event: 'stop' }, claimEntry('account-settled', claimId, { came: 'stop' }));
      await this.notices.follow(tx, accountId, claimId, 'stopped');
      await this.settleObjection(tx, claimId, accountId);
      const reader = await this.accounts.readerOf(tx, accountId);
      if (reader === null) continue;
      await enqueueMail(tx, claimStoppedMail, { to: reader.email, locale: reader.locale, facts, organizationId: tx.organizationId, subjectId: claimId });
    }
    if (ids.length === STEP) await planWork(tx, { organizationId: tx.organizationId, kind: STOPPED_WORK, subjectId: claimId, dueAt: tx.at });
  }

  private async end(tx: TenantTransaction, claimId: string, reason: StopReason): Promise<void> {
    await this.claims.stop(tx, claimId, reason, claimEntry('stopped', claimId, { because: reason }));
    await this.callOff(tx, claimId);
  }

  /** Nobody is told or joins any more, and whoever still waits hears that nothing changes. */
  private async callOff(tx: TenantTransaction, claimId: string): Promise<void> {
    const { organizationId } = tx;
    for (const kind of [TELL_WORK, FORCE_WORK]) await cancelWaitingWork(tx, { organizationId, subjectId: claimId, kind });
    await planWork(tx, { organizationId, kind: STOPPED_WORK, subjectId: claimId, dueAt: tx.at });
  }

  private async settleObjection(tx: TenantTransaction, claimId: string, accountId: string): Promise<void> {
    const objection = await this.objections.latestOf(tx, claimId, accountId);
    if (objection === null || (objection.state !== 'open' && objection.state !== 'with-staff')) return;
    await this.objections.settle(tx, objection.id, { state: 'settled', answer: null }, objectionEntry('settled', objection.id));
  }
}
