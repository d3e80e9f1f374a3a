import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { memberChangedMeanwhile, type WorkerType } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** As what somebody works, and their last day. */
export interface Worker {
  readonly type: WorkerType;
  /** `2026-11-26`; `null` for none */
  readonly until: string | null;
}

/** As what members work, and until when. */
@Injectable()
export class WorkerRepository {
  /** As what a member works now. */
  async find(tx: TenantTransaction, memberId: string): Promise<Worker | null> {
    const [row] = await tx.query<Worker>('select worker_type as type, worker_until as until from members where organization_id = $1 and id = $2', [
      tx.organizationId,
      memberId,
    ]);
    return row ?? null;
  }

  /** @throws {DomainError} `member.changed_meanwhile` */
  async change(tx: TenantTransaction, { memberId, version }: { memberId: string; version: number }, { type, until }: Worker, entry: AuditEntry): Promise<void> {
    const changed = await tx.query(
      `update members set worker_type = $4, worker_until = $5, version = version + 1 where organization_id = $1 and id = $2 and version = $3 returning id`,
      [tx.organizationId, memberId, version, type, until],
    );
    if (changed.length !== 1) throw memberChangedMeanwhile();
    await recordEntry(tx, entry);
  }
}
