import { Injectable } from '@nestjs/common';
import { type MemberActor, systemActor } from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { newId, notFound } from '@smartpar/kernel';
import { disputeOpen, type DomainDispute, nothingToDispute } from '@smartpar/organizations/model';
import { Database, isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { planWork } from '@smartpar/platform/jobs';
import { OrganizationDomainRepository } from '../organization-domain.repository';
import { DomainCases } from './domain-cases';
import { type DisputeRow, DomainDisputeRepository } from './domain-dispute.repository';
import { HAND_IN_WORK, TELL_HOLDER_WORK } from './work-kinds';

const OPERATION = 'domain-dispute.open';

/** Most disputes shown; older ones stand in the log. */
const MOST_LISTED = 100;

/**
 * Disputes a domain another organization has proved. Only who has published a proof of their own may: that nothing is known of anybody else's domains. The
 * staff's case lies in another organization, so it is opened by work that may be done twice and counts once.
 */
@Injectable()
export class OpenDispute {
  constructor(
    private readonly database: Database,
    private readonly domains: OrganizationDomainRepository,
    private readonly disputes: DomainDisputeRepository,
    private readonly cases: DomainCases,
  ) {}

  /** Newest first. */
  async all(actor: MemberActor): Promise<DomainDispute[]> {
    return (await this.database.tenant(actor, (tx) => this.disputes.all(tx, MOST_LISTED))).map(present);
  }

  /**
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `domain_dispute.nothing`, `domain_dispute.open`
   */
  async run(actor: MemberActor, domainId: string, words: string, key: string): Promise<DomainDispute> {
    const fingerprint = fingerprintOf(OPERATION, domainId, words);
    try {
      return await this.database.tenant(actor, async (tx) => {
        const { replayed, reference } = await once(tx, { key, operation: OPERATION, fingerprint }, { id: newId() });
        if (!replayed) await this.open(tx, domainId, reference.id, words);
        const dispute = await this.disputes.find(tx, reference.id);
        if (dispute === null) throw notFound();
        return present(dispute);
      });
    } catch (error) {
      throw isUniqueViolation(error, 'domain_disputes_one_open') ? disputeOpen() : error;
    }
  }

  /** Hands it to the staff. Where nobody holds the domain any more, there is nothing to decide. */
  async handIn(tx: TenantTransaction, id: string): Promise<void> {
    const dispute = await this.disputes.find(tx, id);
    if (dispute === null || dispute.side !== 'claimant' || dispute.decision !== null) return;
    const [held] = await tx.query<{ holder: string | null }>('select organization_of_domain($1) as holder', [dispute.domain]);
    const holder = held?.holder ?? null;
    if (holder === null || holder === tx.organizationId) {
      await this.disputes.decide(tx, id, { decision: 'free', reason: null }, entryOf('decided', id, { decision: 'free' }));
      return;
    }
    const workforce = await this.cases.workforce();
    const { domain, words } = dispute;
    const { organizationId } = tx;
    await this.database.tenant(systemActor(workforce, HAND_IN_WORK), async (own) => {
      const opened = await this.cases.open(own, {
        id,
        kind: 'domain',
        domain,
        claimantOrganizationId: organizationId,
        holderOrganizationId: holder,
        words: words ?? '',
      });
      if (opened) await planWork(own, { organizationId: holder, kind: TELL_HOLDER_WORK, subjectId: id, dueAt: own.at });
    });
  }

  private async open(tx: TenantTransaction, domainId: string, id: string, words: string): Promise<void> {
    const domain = await this.domains.lock(tx, domainId);
    if (domain === null) throw notFound();
    if (domain.checkOutcome !== 'held-elsewhere') throw nothingToDispute();
    const salt = newSalt();
    const entry = entryOf('opened', id, { domainId, words: saltedHash(words, salt) });
    await this.disputes.open(tx, { id, side: 'claimant', domain: domain.domain, words, salt }, entry);
    await planWork(tx, { organizationId: tx.organizationId, kind: HAND_IN_WORK, subjectId: id, dueAt: tx.at });
  }
}

const entryOf = (deed: string, id: string, facts: Readonly<Record<string, string>>) => ({
  action: `domain-dispute.${deed}`,
  target: { noun: 'domain-dispute', id },
  facts,
});

const present = ({ openedAt, decidedAt, ...row }: DisputeRow): DomainDispute => ({
  ...row,
  openedAt: openedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});
