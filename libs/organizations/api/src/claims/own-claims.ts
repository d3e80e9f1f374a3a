import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { newId, notFound } from '@smartpar/kernel';
import { choiceMade, DAYS_TO_ANSWER, type OwnClaim } from '@smartpar/organizations/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { planWork } from '@smartpar/platform/jobs';
import { OrganizationFactsQuery } from '../organization-facts';
import { AccountClaimRepository } from './account-claim.repository';
import { claimEntry, objectionEntry } from './claim-entries';
import { type ClaimNotice, ClaimNoticesRepository } from './claim-notices.repository';
import { ClaimObjectionsRepository, type ObjectionRow } from './claim-objections.repository';
import { ClaimableAccounts } from './claimable-accounts';
import { TellOfObjection } from './tell-of-objection';
import { ESCALATE_WORK } from './work-kinds';

/** Whoever is signed in, and their act. */
export interface OwnAct {
  readonly accountId: string;
  readonly key: string;
}

/**
 * What the holder of an account sees of claims and chooses about them, before they belong to whoever claims. What is chosen is kept in the organization that
 * claims, found through the account's own list: a claim of other accounts is not there.
 */
@Injectable()
export class OwnClaims {
  constructor(
    private readonly database: Database,
    private readonly claims: AccountClaimRepository,
    private readonly notices: ClaimNoticesRepository,
    private readonly objections: ClaimObjectionsRepository,
    private readonly accounts: ClaimableAccounts,
    private readonly facts: OrganizationFactsQuery,
    private readonly tell: TellOfObjection,
  ) {}

  /** Newest first. */
  async all(accountId: string): Promise<OwnClaim[]> {
    const notices = await this.database.account(accountId, (tx) => this.notices.all(tx));
    return Promise.all(notices.map((notice) => this.present(accountId, notice)));
  }

  /** It is an account for work. @throws {DomainError} `not_found`, `account_claim.choice_made` */
  stay(act: OwnAct, claimId: string): Promise<void> {
    return this.choose(act, claimId, 'account-claim.stay', async (tx) => {
      const state = await this.claims.change(
        tx,
        { claimId, accountId: act.accountId, event: 'stay' },
        claimEntry('account-settled', claimId, { came: 'stay' }),
      );
      if (state === null) throw choiceMade();
      await this.notices.follow(tx, act.accountId, claimId, state);
    });
  }

  /** "This is my own address": goes to whoever answers for the organization, with the address. @throws {DomainError} `not_found`, `account_claim.choice_made` */
  object({ accountId, key }: OwnAct, claimId: string, words: string): Promise<void> {
    return this.choose({ accountId, key }, claimId, 'account-claim.object', async (tx, { domain }) => {
      const reader = await this.accounts.readerOf(tx, accountId);
      if (reader === null) throw notFound();
      const known = await this.objections.latestOf(tx, claimId, accountId);
      const state =
        known === null
          ? await this.claims.change(tx, { claimId, accountId, event: 'object' }, claimEntry('account-settled', claimId, { came: 'object' }))
          : null;
      if (state === null) throw choiceMade();
      await this.notices.follow(tx, accountId, claimId, state);
      const [id, salt, answerBy] = [newId(), newSalt(), tx.at.add({ hours: DAYS_TO_ANSWER * 24 })];
      const entry = objectionEntry('made', id, { claimId, words: saltedHash(words, salt) });
      await this.objections.add(tx, { id, claimId, accountId, address: reader.email, words, salt, answerBy }, entry);
      await planWork(tx, { organizationId: tx.organizationId, kind: ESCALATE_WORK, subjectId: id, dueAt: answerBy });
      await this.tell.run(tx, { id, domain, answerBy: answerBy.toString() });
    });
  }

  private async choose(
    { accountId, key }: OwnAct,
    claimId: string,
    operation: string,
    work: (tx: TenantTransaction, notice: ClaimNotice) => Promise<void>,
  ): Promise<void> {
    const notice = await this.database.account(accountId, (tx) => this.notices.find(tx, claimId));
    if (notice === null) throw notFound();
    await this.database.tenant(systemActor(notice.organizationId, 'account-holder'), async (tx) => {
      // The key counts for the account, though what is chosen is kept with the organization.
      const attempt = { key: `${accountId} ${key}`, operation, fingerprint: fingerprintOf(operation, accountId, claimId) };
      if (!(await once(tx, attempt, {})).replayed) await work(tx, notice);
    });
  }

  private async present(accountId: string, notice: ClaimNotice): Promise<OwnClaim> {
    const { claimId, organizationId, organizationName, domain, state, toldAt, takesForceAt } = notice;
    const actor = systemActor(organizationId, 'account-holder');
    const { contact, objection } = await this.database.tenant(actor, async (tx) => ({
      contact: (await this.facts.within(tx)).contact,
      objection: await this.objections.latestOf(tx, claimId, accountId),
    }));
    return {
      ...{ id: claimId, organization: organizationName, domain, state, toldAt: toldAt.toISOString(), takesForceAt: takesForceAt.toISOString() },
      contact: contact === null ? null : { name: contact.name, email: contact.email },
      objection: objection === null ? null : presentOwn(objection),
    };
  }
}

const presentOwn = ({ state, madeAt, answerBy, answer }: ObjectionRow): OwnClaim['objection'] => ({
  state,
  madeAt: madeAt.toISOString(),
  answerBy: answerBy.toISOString(),
  answer,
});
