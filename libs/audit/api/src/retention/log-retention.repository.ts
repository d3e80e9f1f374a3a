import { Injectable } from '@nestjs/common';
import type { AuditEntry } from '@smartpar/audit/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { recordEntry } from '../record-entry';

/** How long entries are kept, as it is stored. */
export interface StoredRetention {
  readonly months: number | null;
  readonly trimmed: number;
  readonly trimmedAt: Date | null;
}

/** What a trim took away. */
export interface Trimmed {
  /** places at the beginning of the log that have no entry any more */
  readonly size: number;
  /** entries that were there and are gone */
  readonly entries: number;
}

const SELECT = `
  select (select months from audit_retention where organization_id = $1) as months, coalesce(last.size, 0)::bigint as trimmed, last.trimmed_at as "trimmedAt"
  from (select 1) one left join lateral (select size, trimmed_at from audit_trims where organization_id = $1 order by size desc limit 1) last on true`;

/** How long an organization keeps its log, and trimming it. */
@Injectable()
export class LogRetentionRepository {
  constructor(private readonly database: Database) {}

  /** What is said, and what was trimmed by now. */
  async read(organizationId: string): Promise<StoredRetention> {
    const [found] = await this.database.readTenant<StoredRetention>(organizationId, { text: SELECT, values: [organizationId] });
    return found ?? { months: null, trimmed: 0, trimmedAt: null };
  }

  /** For how many months entries are kept now; `null` for good. */
  async monthsOf(tx: TenantTransaction): Promise<number | null> {
    const [said] = await tx.query<{ months: number | null }>('select months from audit_retention where organization_id = $1', [tx.organizationId]);
    return said?.months ?? null;
  }

  /** Says how long. */
  async set(tx: TenantTransaction, months: number | null, entry: AuditEntry): Promise<void> {
    await tx.query(
      `insert into audit_retention (organization_id, months, changed_at) values ($1, $2, $3)
       on conflict (organization_id) do update set months = excluded.months, changed_at = excluded.changed_at`,
      [tx.organizationId, months, tx.at],
    );
    await recordEntry(tx, entry);
  }

  /**
   * Takes entries away that are older than the organization keeps them, from the beginning of the log on, up to the first that is not. That it
   * happened is an entry of the log itself, by which the checking program tells a trim from a loss.
   * @returns `null` where there was nothing to take
   */
  async trim(tx: TenantTransaction, most: number, entryOf: (trimmed: Trimmed) => AuditEntry): Promise<Trimmed | null> {
    const [trimmed] = await tx.query<Trimmed>('select size, entries from trim_audit_entries($1, $2)', [tx.at, most]);
    if (trimmed === undefined) return null;
    await recordEntry(tx, entryOf(trimmed));
    return trimmed;
  }
}
