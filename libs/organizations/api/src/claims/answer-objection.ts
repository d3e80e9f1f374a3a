import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { DAYS_AFTER_REFUSAL, type ObjectionAnswer, objectionAnswered, type OpenObjection } from '@smartpar/organizations/model';
import { Database, type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { planWork } from '@smartpar/platform/jobs';
import { enqueueMail } from '@smartpar/platform/mail';
import { OrganizationFactsQuery } from '../organization-facts';
import { AccountClaimRepository } from './account-claim.repository';
import { claimEntry, objectionEntry } from './claim-entries';
import { ClaimNoticesRepository } from './claim-notices.repository';
import { ClaimObjectionsRepository, type ObjectionRow } from './claim-objections.repository';
import { ClaimableAccounts } from './claimable-accounts';
import { objectionAnsweredMail } from './claim.mail';
import { factsOf } from './mail-facts';
import { FORCE_WORK } from './work-kinds';

const OPERATION = 'claim-objection.answer';

/** Most objections listed at once; the others come when these are answered. */
const MOST_LISTED = 200;

/** An answer, and who gave it. */
interface Given extends ObjectionAnswer {
  readonly byStaff: boolean;
}

/** Answers what people say against a claim: their account is left alone, or the claim goes on and they have a week more to move. */
@Injectable()
export class AnswerObjection {
  constructor(
    private readonly database: Database,
    private readonly claims: AccountClaimRepository,
    private readonly notices: ClaimNoticesRepository,
    private readonly objections: ClaimObjectionsRepository,
    private readonly accounts: ClaimableAccounts,
    private readonly facts: OrganizationFactsQuery,
  ) {}

  /** Those that wait for an answer, soonest date first. */
  async waiting(actor: MemberActor): Promise<OpenObjection[]> {
    const rows = await this.database.tenant(actor, (tx) => this.objections.waiting(tx, MOST_LISTED));
    return rows.map(({ id, claimId, domain, address, words, madeAt, answerBy }) => ({
      ...{ id, claimId, domain, address: address ?? '', words: words ?? '' },
      ...{ madeAt: madeAt.toISOString(), answerBy: answerBy.toISOString() },
    }));
  }

  /**
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `claim_objection.answered`
   */
  run(actor: MemberActor, objectionId: string, answer: ObjectionAnswer, key: string): Promise<void> {
    const fingerprint = fingerprintOf(OPERATION, objectionId, answer);
    return this.database.tenant(actor, async (tx) => {
      if ((await once(tx, { key, operation: OPERATION, fingerprint }, { id: objectionId })).replayed) return;
      const objection = await this.objections.lock(tx, objectionId);
      if (objection === null) throw notFound();
      if (objection.state !== 'open') throw objectionAnswered();
      await this.settle(tx, objection, { ...answer, byStaff: false });
    });
  }

  /** SmartPAR's staff have decided it. */
  async byStaff(tx: TenantTransaction, objectionId: string, answer: ObjectionAnswer): Promise<void> {
    const objection = await this.objections.lock(tx, objectionId);
    if (objection?.state === 'with-staff') await this.settle(tx, objection, { ...answer, byStaff: true });
  }

  private async settle(tx: TenantTransaction, { id, claimId, accountId }: ObjectionRow, { decision, words, byStaff }: Given): Promise<void> {
    const accepted = decision === 'accept';
    const until = tx.at.add({ hours: DAYS_AFTER_REFUSAL * 24 });
    await this.objections.settle(tx, id, { state: accepted ? 'accepted' : 'refused', answer: words }, objectionEntry('answered', id, { accepted, byStaff }));
    const event = accepted ? 'objection-accepted' : 'objection-refused';
    const change = { claimId, accountId, event, ...(!accepted && { notBefore: until }) } as const;
    const state = await this.claims.change(tx, change, claimEntry('account-settled', claimId, { came: event }));
    const claim = await this.claims.find(tx, claimId);
    if (state === null || claim === null) return;
    await this.notices.follow(tx, accountId, claimId, state, accepted ? null : until.toString());
    const [reader, organization] = await Promise.all([this.accounts.readerOf(tx, accountId), this.facts.within(tx)]);
    const lastDay = accepted ? tx.at : later(until, toInstant(claim.takesForceAt));
    const facts = { ...factsOf(organization, claim), accepted, byStaff, until: lastDay.toString() };
    await enqueueMail(tx, objectionAnsweredMail, {
      to: reader?.email ?? null,
      locale: reader?.locale ?? 'en',
      facts,
      organizationId: tx.organizationId,
      subjectId: id,
    });
    if (!accepted) await planWork(tx, { organizationId: tx.organizationId, kind: FORCE_WORK, subjectId: claimId, dueAt: lastDay });
  }
}

const later = <T extends { readonly epochMilliseconds: number }>(one: T, other: T): T => (one.epochMilliseconds > other.epochMilliseconds ? one : other);
