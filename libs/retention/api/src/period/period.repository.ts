import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { FIRST_MEMBER_DAYS, periodChanged, type RetentionPeriod } from '@smartpar/retention/model';

const FIRST: RetentionPeriod = { version: 0, memberDays: FIRST_MEMBER_DAYS };

const CHANGE = `
  insert into retention_periods as p (organization_id, version, member_days, changed_at)
  select $1, $2::integer + 1, $3, $4 where $2 = 0 or exists (select from retention_periods o where o.organization_id = $1)
  on conflict (organization_id) do update set version = p.version + 1, member_days = excluded.member_days, changed_at = excluded.changed_at
  where p.version = $2 returning version`;

/** For how long an organization keeps the data of those who left. */
@Injectable()
export class PeriodRepository {
  async read(tx: TenantTransaction): Promise<RetentionPeriod> {
    const [kept] = await tx.query<RetentionPeriod>('select version, member_days as "memberDays" from retention_periods where organization_id = $1', [
      tx.organizationId,
    ]);
    return kept ?? FIRST;
  }

  /** @throws {DomainError} `retention_period.changed_meanwhile` */
  async change(tx: TenantTransaction, { version, memberDays }: RetentionPeriod, entry: AuditEntry): Promise<void> {
    const changed = await tx.query(CHANGE, [tx.organizationId, version, memberDays, tx.at]);
    if (changed.length !== 1) throw periodChanged();
    await recordEntry(tx, entry);
  }
}
