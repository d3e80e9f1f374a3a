import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { ReplyTemplateEntity } from './reply-template.entity';

/** What may change about a template. */
export type TemplatePatch = Partial<Pick<ReplyTemplateEntity, 'title' | 'language' | 'text' | 'kind'>>;

/** Texts an organization keeps for its answers. */
@Injectable()
export class ReplyTemplateRepository {
  /** All of them, by title. */
  list(tx: TenantTransaction): Promise<readonly ReplyTemplateEntity[]> {
    return tx.manager.find(ReplyTemplateEntity, { where: { organizationId: tx.organizationId }, order: { title: 'asc', id: 'asc' } });
  }

  /** How many there are. */
  count(tx: TenantTransaction): Promise<number> {
    return tx.manager.countBy(ReplyTemplateEntity, { organizationId: tx.organizationId });
  }

  /** One of them. */
  find(tx: TenantTransaction, id: string): Promise<ReplyTemplateEntity | null> {
    return tx.manager.findOneBy(ReplyTemplateEntity, { organizationId: tx.organizationId, id });
  }

  /** Keeps a new one. */
  async add(tx: TenantTransaction, template: ReplyTemplateEntity, entry: AuditEntry): Promise<void> {
    await tx.manager.insert(ReplyTemplateEntity, template);
    await recordEntry(tx, entry);
  }

  /** Changes one. @throws {DomainError} not_found */
  async change(tx: TenantTransaction, id: string, patch: TemplatePatch, entry: AuditEntry): Promise<void> {
    const { affected } = await tx.manager.update(ReplyTemplateEntity, { organizationId: tx.organizationId, id }, { ...patch, changedAt: tx.at });
    if (affected !== 1) throw notFound();
    await recordEntry(tx, entry);
  }

  /** Removes one. @throws {DomainError} not_found */
  async remove(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    const { affected } = await tx.manager.delete(ReplyTemplateEntity, { organizationId: tx.organizationId, id });
    if (affected !== 1) throw notFound();
    await recordEntry(tx, entry);
  }
}
