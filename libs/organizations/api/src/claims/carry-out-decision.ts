import { Injectable } from '@nestjs/common';
import { AbilityHolders } from '@smartpar/access/api';
import { systemActor } from '@smartpar/access/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { enqueueMails } from '@smartpar/platform/mail';
import { KeepDomainCheck } from '../keep-domain-check';
import { OrganizationDomainRepository } from '../organization-domain.repository';
import { AnswerObjection } from './answer-objection';
import { objectionEntry } from './claim-entries';
import { ClaimObjectionsRepository } from './claim-objections.repository';
import { disputeDecidedMail, disputeOpenedMail } from './dispute.mail';
import type { CaseRow } from './domain-case.repository';
import { DomainCases } from './domain-cases';
import { DomainDisputeRepository } from './domain-dispute.repository';
import { ESCALATE_WORK } from './work-kinds';

/** What disputes and objections that nobody answered do in the organizations they concern. */
@Injectable()
export class CarryOutDecision {
  constructor(
    private readonly database: Database,
    private readonly cases: DomainCases,
    private readonly disputes: DomainDisputeRepository,
    private readonly domains: OrganizationDomainRepository,
    private readonly keep: KeepDomainCheck,
    private readonly objections: ClaimObjectionsRepository,
    private readonly answers: AnswerObjection,
    private readonly holders: AbilityHolders,
  ) {}

  /** The holder of a domain hears that it is disputed. */
  async tellHolder(tx: TenantTransaction, caseId: string): Promise<void> {
    const known = await this.cases.lookUp(caseId);
    if (known === null || known.holderOrganizationId !== tx.organizationId) return;
    const entry = { action: 'domain-dispute.heard', target: { noun: 'domain-dispute', id: caseId }, facts: {} };
    const opened = await this.disputes.open(tx, { id: caseId, side: 'holder', domain: known.domain, words: null, salt: null }, entry);
    if (opened) await this.tell(tx, known);
  }

  /** What staff decided takes effect in the transaction's organization; planned once for each, and done once. */
  async run(tx: TenantTransaction, caseId: string): Promise<void> {
    const known = await this.cases.lookUp(caseId);
    if (known === null || known.decision === null || known.reason === null) return;
    if (known.kind === 'objection') {
      const decision = known.decision === 'leave-alone' ? 'accept' : 'refuse';
      return this.answers.byStaff(tx, caseId, { decision, words: known.reason });
    }
    if (known.decision === 'take-away' && known.holderOrganizationId === tx.organizationId) {
      const domain = await this.domains.lockByName(tx, known.domain);
      if (domain?.state === 'verified') await this.keep.takeAway(tx, domain);
    }
    const decision = known.decision === 'take-away' ? 'take-away' : 'keep';
    const entry = { action: 'domain-dispute.decided', target: { noun: 'domain-dispute', id: caseId }, facts: { decision } };
    if (await this.disputes.decide(tx, caseId, { decision, reason: known.reason }, entry)) await this.tell(tx, known);
  }

  /** Nobody answered an objection in time: SmartPAR's staff read the words, without the address. */
  async escalate(tx: TenantTransaction, objectionId: string): Promise<void> {
    const objection = await this.objections.lock(tx, objectionId);
    if (objection?.state !== 'open') return;
    await this.objections.handOver(tx, objectionId, objectionEntry('escalated', objectionId));
    const workforce = await this.cases.workforce();
    const wanted = {
      id: objectionId,
      kind: 'objection',
      domain: objection.domain,
      claimantOrganizationId: null,
      holderOrganizationId: tx.organizationId,
    } as const;
    await this.database.tenant(systemActor(workforce, ESCALATE_WORK), (own) => this.cases.open(own, { ...wanted, words: objection.words ?? '' }));
  }

  private async tell(tx: TenantTransaction, { id, domain, decision }: CaseRow): Promise<void> {
    const { organizationId } = tx;
    const readers = await this.holders.reachable(tx, 'organization-domain.verify');
    const mail = { organizationId, subjectId: id };
    const facts = { organizationId, domain };
    if (decision === null) {
      await enqueueMails(
        tx,
        disputeOpenedMail,
        readers.map(({ email, locale }) => ({ to: email, locale, facts, ...mail })),
      );
    } else {
      await enqueueMails(
        tx,
        disputeDecidedMail,
        readers.map(({ email, locale }) => ({ to: email, locale, facts: { ...facts, takenAway: decision === 'take-away' }, ...mail })),
      );
    }
  }
}
