import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { Injectable } from '@nestjs/common';
import { changedMeanwhile } from '@smartpar/organizations/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { OrganizationEntity } from './organization.entity';

/** What may change about an organization's profile. */
export type OrganizationPatch = Partial<Pick<OrganizationEntity, 'name' | 'country' | 'subdivision' | 'timeZone' | 'defaultLocale' | 'decideWithinHours'>>;

/** Organizations as they are kept. */
@Injectable()
export class OrganizationRepository {
  /** The organization the transaction is in, where it is there already. */
  find(tx: TenantTransaction): Promise<OrganizationEntity | null> {
    return tx.manager.findOneBy(OrganizationEntity, { organizationId: tx.organizationId });
  }

  /** Keeps a new organization: the one the transaction is in. */
  async add(tx: TenantTransaction, organization: OrganizationEntity, entry: AuditEntry): Promise<void> {
    await tx.manager.insert(OrganizationEntity, organization);
    await recordEntry(tx, entry);
  }

  /**
   * Changes the profile.
   * @param version the version the change was made on
   * @throws {DomainError} `organization.changed_meanwhile` when that is no longer the version kept
   */
  async change(tx: TenantTransaction, version: number, patch: OrganizationPatch, entry: AuditEntry): Promise<void> {
    const { affected } = await tx.manager.update(OrganizationEntity, { organizationId: tx.organizationId, version }, { ...patch, version: version + 1 });
    if (affected !== 1) throw changedMeanwhile();
    await recordEntry(tx, entry);
  }
}
