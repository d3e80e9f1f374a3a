import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import { changedMeanwhile, type LegalEntityInput, legalEntityInUse } from '@smartpar/organizations/model';
import { isForeignKeyViolation, type TenantTransaction } from '@smartpar/platform/database';
import { LegalEntityEntity } from './legal-entity.entity';

/** Legal entities as they are kept. */
@Injectable()
export class LegalEntityRepository {
  /** All of them, by name. */
  list(tx: TenantTransaction): Promise<LegalEntityEntity[]> {
    return tx.manager.find(LegalEntityEntity, { where: { organizationId: tx.organizationId }, order: { name: 'asc', id: 'asc' } });
  }

  /** One of them, where it is there. */
  find(tx: TenantTransaction, id: string): Promise<LegalEntityEntity | null> {
    return tx.manager.findOneBy(LegalEntityEntity, { organizationId: tx.organizationId, id });
  }

  /** How many there are. */
  count(tx: TenantTransaction): Promise<number> {
    return tx.manager.countBy(LegalEntityEntity, { organizationId: tx.organizationId });
  }

  /** Keeps a new one. */
  async add(tx: TenantTransaction, id: string, fields: LegalEntityInput, entry: AuditEntry): Promise<void> {
    await tx.manager.insert(LegalEntityEntity, { ...fields, organizationId: tx.organizationId, id, version: 1, createdAt: tx.at });
    await recordEntry(tx, entry);
  }

  /**
   * Puts one in place of what was read.
   * @throws {DomainError} `not_found`, or `organization.changed_meanwhile` when the version is no longer the one kept
   */
  async replace(tx: TenantTransaction, { id, version }: { id: string; version: number }, fields: LegalEntityInput, entry: AuditEntry): Promise<void> {
    const { organizationId } = tx;
    const { affected } = await tx.manager.update(LegalEntityEntity, { organizationId, id, version }, { ...fields, version: version + 1 });
    if (affected !== 1) throw (await this.find(tx, id)) === null ? notFound() : changedMeanwhile();
    await recordEntry(tx, entry);
  }

  /**
   * Removes one.
   * @throws {DomainError} `not_found`, or `legal_entity.in_use` while sites are under it
   */
  async remove(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    const { affected } = await tx.manager.delete(LegalEntityEntity, { organizationId: tx.organizationId, id }).catch((error: unknown) => {
      throw isForeignKeyViolation(error, 'sites_legal_entity') ? legalEntityInUse() : error;
    });
    if (affected !== 1) throw notFound();
    await recordEntry(tx, entry);
  }
}
