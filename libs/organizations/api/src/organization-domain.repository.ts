import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { type BothChecks, type DomainStanding, outcomeOf, type ProofWay, standingAfter, wayOf } from '@smartpar/organizations/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { OrganizationDomainEntity } from './organization-domain.entity';

/** Hours after which a proof is looked at again. */
const HOURS_BETWEEN_CHECKS = 24;

/** What an operator vouches for is looked at by nobody. */
const NEVER = 'infinity';

/** How a domain stands from now on, and what was found. */
interface Stood {
  readonly before: OrganizationDomainEntity;
  readonly standing: DomainStanding;
  readonly checked: Partial<OrganizationDomainEntity>;
}

/** Claimed and verified domains as they are kept. */
@Injectable()
export class OrganizationDomainRepository {
  /** All of them, by name. */
  list(tx: TenantTransaction): Promise<OrganizationDomainEntity[]> {
    return tx.manager.find(OrganizationDomainEntity, { where: { organizationId: tx.organizationId }, order: { domain: 'asc' } });
  }

  /** One of them, where it is there. */
  find(tx: TenantTransaction, id: string): Promise<OrganizationDomainEntity | null> {
    return tx.manager.findOneBy(OrganizationDomainEntity, { organizationId: tx.organizationId, id });
  }

  /** The one of a name. @param domain in normal form */
  findByName(tx: TenantTransaction, domain: string): Promise<OrganizationDomainEntity | null> {
    return tx.manager.findOneBy(OrganizationDomainEntity, { organizationId: tx.organizationId, domain });
  }

  /**
   * One of them, with nobody else changing it until the transaction ends.
   * @param id as in the path
   */
  async lock(tx: TenantTransaction, id: string): Promise<OrganizationDomainEntity | null> {
    await tx.query('select id from organization_domains where organization_id = $1 and id = $2 for no key update', [tx.organizationId, id]);
    return this.find(tx, id);
  }

  /** The one of a name, with nobody else changing it until the transaction ends. @param domain in normal form */
  async lockByName(tx: TenantTransaction, domain: string): Promise<OrganizationDomainEntity | null> {
    await tx.query('select id from organization_domains where organization_id = $1 and domain = $2 for no key update', [tx.organizationId, domain]);
    return this.findByName(tx, domain);
  }

  /** How many there are. */
  count(tx: TenantTransaction): Promise<number> {
    return tx.manager.countBy(OrganizationDomainEntity, { organizationId: tx.organizationId });
  }

  /** Keeps a claim. */
  async claim(tx: TenantTransaction, claim: Pick<OrganizationDomainEntity, 'id' | 'domain' | 'proofValue'>, entry: AuditEntry): Promise<void> {
    await tx.manager.insert(OrganizationDomainEntity, { ...claim, ...UNTESTED, checkFound: [], organizationId: tx.organizationId, claimedAt: tx.at });
    await recordEntry(tx, entry);
  }

  /**
   * Keeps what a check found. A proved domain is taken for the transaction's organization, unless another one has it
   * already; one that is lost is let go, so that no question follows it.
   * @param entry its facts are completed with what was found
   * @returns how the proof stands now
   */
  async keepCheck(tx: TenantTransaction, before: OrganizationDomainEntity, checks: BothChecks, entry: AuditEntry): Promise<DomainStanding> {
    const outcome = outcomeOf(checks, before.provedBy);
    const held = outcome !== 'proved' || (await hold(tx, before.domain, nextCheck(tx, { provedBy: wayOf(checks) })));
    const standing = standingAfter(before, held ? outcome : 'held-elsewhere', wayOf(checks), tx.at);
    const checked = { checkedAt: tx.at, checkOutcome: held ? checks.record.outcome : ('held-elsewhere' as const), checkFound: [...checks.record.found] };
    const facts = { ...entry.facts, outcome: checked.checkOutcome, file: checks.file, from: before.state, to: standing.state };
    const told = { ...entry, facts: { ...facts, ...(standing.failingSince !== null && { failing: true }) } };
    await this.stand(tx, { before, standing, checked: { ...checked, fileOutcome: checks.file } }, told);
    if (standing.state === 'verified' && outcome !== 'proved') await hold(tx, before.domain, nextCheck(tx, standing));
    return standing;
  }

  /** An operator vouches for it, and nobody looks again. */
  async vouch(tx: TenantTransaction, before: OrganizationDomainEntity, entry: AuditEntry): Promise<void> {
    const way: ProofWay | null = (await hold(tx, before.domain, NEVER)) ? 'operator' : null;
    const standing = standingAfter(before, way === null ? 'held-elsewhere' : 'proved', way, tx.at);
    const outcome = way === null ? 'held-elsewhere' : 'proved';
    const told = { ...entry, facts: { ...entry.facts, outcome, from: before.state, to: standing.state } };
    await this.stand(tx, { before, standing, checked: { checkedAt: tx.at, checkOutcome: outcome, checkFound: [], fileOutcome: null } }, told);
  }

  /** Takes a proved domain from the organization by a decision of somebody else's; the organization may prove it anew. */
  async lose(tx: TenantTransaction, before: OrganizationDomainEntity, entry: AuditEntry): Promise<void> {
    await this.stand(tx, { before, standing: { ...before, state: 'lost', failingSince: null, lostAt: tx.at }, checked: {} }, entry);
  }

  /**
   * Gives a domain up.
   * @returns whether it was there
   */
  async release(tx: TenantTransaction, { id, domain }: Pick<OrganizationDomainEntity, 'id' | 'domain'>, entry: AuditEntry): Promise<boolean> {
    await letGo(tx, domain);
    const { affected } = await tx.manager.delete(OrganizationDomainEntity, { organizationId: tx.organizationId, id });
    if (affected !== 1) return false;
    await recordEntry(tx, entry);
    return true;
  }

  private async stand(tx: TenantTransaction, { before, standing, checked }: Stood, entry: AuditEntry): Promise<void> {
    const { state, provedBy, provedAt, failingSince, failures, lostAt } = standing;
    if (state !== 'verified') await letGo(tx, before.domain);
    const verifiedAt = state === 'verified' ? (before.verifiedAt ?? tx.at) : null;
    const kept = { state, provedBy, provedAt, failingSince, failures, lostAt, verifiedAt, ...checked };
    await tx.manager.update(OrganizationDomainEntity, { organizationId: tx.organizationId, id: before.id }, kept);
    await recordEntry(tx, entry);
  }
}

const UNTESTED = {
  state: 'claimed',
  checkedAt: null,
  checkOutcome: null,
  fileOutcome: null,
  verifiedAt: null,
  provedBy: null,
  provedAt: null,
  failingSince: null,
  failures: 0,
  lostAt: null,
} as const;

/** When a proof is looked at again. */
const nextCheck = ({ at }: TenantTransaction, { provedBy }: Pick<DomainStanding, 'provedBy'>): string =>
  provedBy === 'operator' ? NEVER : at.add({ hours: HOURS_BETWEEN_CHECKS }).toString();

/** Each proved domain belongs to one organization. @param checkAt when its proof is looked at again */
async function hold(tx: TenantTransaction, domain: string, checkAt: string): Promise<boolean> {
  const [row] = await tx.query<{ held: boolean }>('select keep_domain($1, $2, $3) as held', [domain, tx.at, checkAt]);
  return row?.held ?? false;
}

const letGo = (tx: TenantTransaction, domain: string): Promise<object[]> => tx.query('select let_domain_go($1)', [domain]);
