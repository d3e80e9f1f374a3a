import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Who decides in whose place, from when until when. */
export interface DeputyRow {
  readonly id: string;
  readonly memberId: string;
  readonly deputyMemberId: string;
  readonly from: Date;
  readonly until: Date;
}

/** A naming of a deputy about to be kept. */
export interface NewDeputy {
  readonly id: string;
  readonly memberId: string;
  readonly deputyMemberId: string;
  readonly from: TenantTransaction['at'];
  readonly until: TenantTransaction['at'];
}

const COLUMNS = 'd.id, d.member_id as "memberId", d.deputy_member_id as "deputyMemberId", d.starts_at as "from", d.ends_at as until';

/** Deputies. */
@Injectable()
export class DeputyRepository {
  /** Those a member named or stands in for, now or later, soonest first. */
  around(tx: TenantTransaction, memberId: string): Promise<readonly DeputyRow[]> {
    return tx.query<DeputyRow>(
      `select ${COLUMNS} from deputies d
       where d.organization_id = $1 and (d.member_id = $2 or d.deputy_member_id = $2) and d.ends_at > $3 and d.ended_at is null order by d.starts_at, d.id`,
      [tx.organizationId, memberId, tx.at],
    );
  }

  /** Keeps one. */
  async add(tx: TenantTransaction, { id, memberId, deputyMemberId, from, until }: NewDeputy, entry: AuditEntry): Promise<void> {
    await tx.query('insert into deputies (organization_id, id, member_id, deputy_member_id, starts_at, ends_at) values ($1, $2, $3, $4, $5, $6)', [
      tx.organizationId,
      id,
      memberId,
      deputyMemberId,
      from,
      until,
    ]);
    await recordEntry(tx, entry);
  }

  /** Ends one that a member named. @returns whether there was one */
  async end(tx: TenantTransaction, id: string, memberId: string, entry: AuditEntry): Promise<boolean> {
    const ended = await tx.query(
      'update deputies set ended_at = $4 where organization_id = $1 and id = $2 and member_id = $3 and ended_at is null returning id',
      [tx.organizationId, id, memberId, tx.at],
    );
    if (ended.length === 0) return false;
    await recordEntry(tx, entry);
    return true;
  }
}
