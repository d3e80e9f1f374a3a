import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { type DomainCheck, stateAfterCheck } from '@smartpar/organizations/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { OrganizationDomainEntity } from './organization-domain.entity';

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

  /**
   * One of them, with nobody else changing it until the transaction ends.
   * @param id as in the path
   */
  async lock(tx: TenantTransaction, id: string): Promise<OrganizationDomainEntity | null> {
    await tx.query('select id from organization_domains where organization_id = $1 and id = $2 for no key update', [tx.organizationId, id]);
    return this.find(tx, id);
  }

  /** How many there are. */
  count(tx: TenantTransaction): Promise<number> {
    return tx.manager.countBy(OrganizationDomainEntity, { organizationId: tx.organizationId });
  }

  /** Keeps a claim. */
  async claim(tx: TenantTransaction, claim: Pick<OrganizationDomainEntity, 'id' | 'domain' | 'proofValue'>, entry: AuditEntry): Promise<void> {
    const untested = { state: 'claimed', checkedAt: null, checkOutcome: null, checkFound: [], verifiedAt: null } as const;
    await tx.manager.insert(OrganizationDomainEntity, { ...claim, ...untested, checkFound: [], organizationId: tx.organizationId, claimedAt: tx.at });
    await recordEntry(tx, entry);
  }

  /**
   * Keeps what a check found. A proved domain is taken for the transaction's organization, unless another one has it
   * already; one that is no longer verified is let go, so that no question follows it.
   * @param entry its facts are completed with the outcome
   */
  async keepCheck(tx: TenantTransaction, before: OrganizationDomainEntity, check: DomainCheck, entry: AuditEntry): Promise<void> {
    const { domain, id } = before;
    const outcome = check.outcome === 'proved' && !(await hold(tx, domain)) ? 'held-elsewhere' : check.outcome;
    const state = stateAfterCheck(before.state, outcome);
    if (state !== 'verified') await letGo(tx, domain);
    const verifiedAt = state === 'verified' ? (before.verifiedAt ?? tx.at) : null;
    await tx.manager.update(
      OrganizationDomainEntity,
      { organizationId: tx.organizationId, id },
      { state, checkedAt: tx.at, checkOutcome: outcome, checkFound: [...check.found], verifiedAt },
    );
    await recordEntry(tx, { ...entry, facts: { ...entry.facts, outcome, from: before.state, to: state } });
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
}

/** Each proved domain belongs to one organization. */
async function hold(tx: TenantTransaction, domain: string): Promise<boolean> {
  const [row] = await tx.query<{ held: boolean }>('select hold_domain($1, $2) as held', [domain, tx.at]);
  return row?.held ?? false;
}

const letGo = (tx: TenantTransaction, domain: string): Promise<object[]> => tx.query('select let_domain_go($1)', [domain]);
