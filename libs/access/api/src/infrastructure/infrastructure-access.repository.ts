import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { AccessToTell } from './access-to-tell';

/** Access to the machines or the database themselves. */
@Injectable()
export class InfrastructureAccessRepository {
  /** Writes one down; it never changes afterwards. */
  async add(tx: TenantTransaction, access: AccessToTell & { readonly salt: string }, entry: AuditEntry): Promise<void> {
    await tx.query(
      `insert into infrastructure_accesses (organization_id, id, kind, started_at, ended_at, words, salt, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tx.organizationId, access.id, access.kind, access.from, access.until, access.words, access.salt, tx.at],
    );
    await recordEntry(tx, entry);
  }
}
