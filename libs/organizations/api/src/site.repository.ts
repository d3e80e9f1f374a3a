import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import { changedMeanwhile, type SiteInput, siteInUse, unknownReference } from '@smartpar/organizations/model';
import { isForeignKeyViolation, type TenantTransaction } from '@smartpar/platform/database';
import { SiteEntity } from './site.entity';

/** Sites as they are kept. */
@Injectable()
export class SiteRepository {
  /** All of them, by name. */
  list(tx: TenantTransaction): Promise<SiteEntity[]> {
    return tx.manager.find(SiteEntity, { where: { organizationId: tx.organizationId }, order: { name: 'asc', id: 'asc' } });
  }

  /** One of them, where it is there. */
  find(tx: TenantTransaction, id: string): Promise<SiteEntity | null> {
    return tx.manager.findOneBy(SiteEntity, { organizationId: tx.organizationId, id });
  }

  /** How many there are. */
  count(tx: TenantTransaction): Promise<number> {
    return tx.manager.countBy(SiteEntity, { organizationId: tx.organizationId });
  }

  /**
   * Keeps a new one.
   * @throws {DomainError} `site.unknown_legal_entity`
   */
  async add(tx: TenantTransaction, id: string, fields: SiteInput, entry: AuditEntry): Promise<void> {
    await tx.manager.insert(SiteEntity, { ...fields, organizationId: tx.organizationId, id, version: 1, createdAt: tx.at }).catch(sayUnknownEntity);
    await recordEntry(tx, entry);
  }

  /**
   * Puts one in place of what was read.
   * @throws {DomainError} `not_found`, `site.unknown_legal_entity`, or `organization.changed_meanwhile` when the version is no longer the one kept
   */
  async replace(tx: TenantTransaction, { id, version }: { id: string; version: number }, fields: SiteInput, entry: AuditEntry): Promise<void> {
    const { organizationId } = tx;
    const { affected } = await tx.manager.update(SiteEntity, { organizationId, id, version }, { ...fields, version: version + 1 }).catch(sayUnknownEntity);
    if (affected !== 1) throw (await this.find(tx, id)) === null ? notFound() : changedMeanwhile();
    await recordEntry(tx, entry);
  }

  /**
   * Removes one.
   * @throws {DomainError} `not_found`, or `site.in_use` while members belong to it
   */
  async remove(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    const { affected } = await tx.manager.delete(SiteEntity, { organizationId: tx.organizationId, id }).catch((error: unknown) => {
      throw isForeignKeyViolation(error) ? siteInUse() : error;
    });
    if (affected !== 1) throw notFound();
    await recordEntry(tx, entry);
  }
}

function sayUnknownEntity(error: unknown): never {
  if (!isForeignKeyViolation(error, 'sites_legal_entity')) throw error;
  throw unknownReference('legalEntityId', 'site.unknown_legal_entity', 'This legal entity is not in the list. Load the page again and choose one.');
}
