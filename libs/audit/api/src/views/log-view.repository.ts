import { Injectable } from '@nestjs/common';
import type { Ability } from '@smartpar/access/model';
import type { AuditEntry, LogFilter } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import { type ConditionColumns, narrow, type TenantTransaction } from '@smartpar/platform/database';
import { recordEntry } from '../record-entry';

/** A view as it is kept. */
export interface StoredView {
  readonly id: string;
  readonly keptBy: string;
  readonly name: string;
  readonly filter: LogFilter;
  readonly shared: boolean;
}

/** What may change about a view. */
export type ViewPatch = Partial<Pick<StoredView, 'name' | 'filter' | 'shared'>>;

/** The columns the access file of views speaks of. */
const COLUMNS: ConditionColumns = { keptBy: { sql: 'kept_by', type: 'uuid' }, shared: { sql: 'shared', type: 'boolean' } };

const SELECT = 'select id, kept_by as "keptBy", name, filter, shared from audit_views where organization_id = $1';

/** Views of the log that members keep. */
@Injectable()
export class LogViewRepository {
  /** Those an ability lets read, by name. */
  list(tx: TenantTransaction, ability: Ability): Promise<StoredView[]> {
    const allowed = narrow({ ability, action: 'read', noun: 'audit-view', columns: COLUMNS, startParam: 2 });
    return tx.query<StoredView>(`${SELECT} and (${allowed.text}) order by lower(name), id`, [tx.organizationId, ...allowed.values]);
  }

  /** One of them. */
  async find(tx: TenantTransaction, id: string): Promise<StoredView | null> {
    const [found] = await tx.query<StoredView>(`${SELECT} and id = $2`, [tx.organizationId, id]);
    return found ?? null;
  }

  /** How many somebody keeps. */
  async count(tx: TenantTransaction, memberId: string): Promise<number> {
    const [found] = await tx.query<{ count: number }>('select count(*) from audit_views where organization_id = $1 and kept_by = $2', [
      tx.organizationId,
      memberId,
    ]);
    return found?.count ?? 0;
  }

  /** Keeps a new one. */
  async add(tx: TenantTransaction, { id, keptBy, name, filter, shared }: StoredView, entry: AuditEntry): Promise<void> {
    await tx.query('insert into audit_views (organization_id, id, kept_by, name, filter, shared, changed_at) values ($1, $2, $3, $4, $5, $6, $7)', [
      tx.organizationId,
      id,
      keptBy,
      name,
      JSON.stringify(filter),
      shared,
      tx.at,
    ]);
    await recordEntry(tx, entry);
  }

  /** Changes one; what is absent stays. @throws {DomainError} not_found */
  async change(tx: TenantTransaction, id: string, { name, filter, shared }: ViewPatch, entry: AuditEntry): Promise<void> {
    const changed = await tx.query(
      `update audit_views set name = coalesce($3, name), filter = coalesce($4::jsonb, filter), shared = coalesce($5, shared), changed_at = $6
       where organization_id = $1 and id = $2 returning id`,
      [tx.organizationId, id, name ?? null, filter === undefined ? null : JSON.stringify(filter), shared ?? null, tx.at],
    );
    if (changed.length === 0) throw notFound();
    await recordEntry(tx, entry);
  }

  /** Removes one. @throws {DomainError} not_found */
  async remove(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    const removed = await tx.query('delete from audit_views where organization_id = $1 and id = $2 returning id', [tx.organizationId, id]);
    if (removed.length === 0) throw notFound();
    await recordEntry(tx, entry);
  }
}
