import { Injectable } from '@nestjs/common';
import type { ExternalAuditor, ExternalAuditors } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';

interface AuditorRow extends Omit<ExternalAuditor, 'since'> {
  readonly since: Date;
}

/** Contractors with a last day who hold the role of an auditor for the whole organization, as SQL on `r` and `m`. */
const FROM = `member_roles r cross join lateral (
    select k.* from members k where k.organization_id = r.organization_id and k.id = r.member_id offset 0) m
  where r.organization_id = $1 and r.role = 'auditor' and m.worker_type <> 'employee' and m.worker_until is not null and m.status <> 'de-identified'`;

/** When the last day of somebody is over, where the organization is. @param day SQL of the day */
const behind = (day: string): string => `((${day} + 1)::timestamp at time zone (select o.time_zone from organizations o where o.organization_id = $1))`;

/** Who checks from outside. */
@Injectable()
export class AuditorRows {
  /** All of them, the first to go first. */
  async list(tx: TenantTransaction): Promise<ExternalAuditors> {
    const rows = await tx.query<AuditorRow>(
      `select m.id as "memberId", m.number, m.status, r.granted_at as since, m.worker_until as until, ${behind('m.worker_until')} <= $2 as over
       from ${FROM} order by m.worker_until, m.number limit 200`,
      [tx.organizationId, tx.at],
    );
    return { items: rows.map((row) => ({ ...row, since: row.since.toISOString() })) };
  }

  /** Tells whether somebody is one of them. */
  async isAuditor(tx: TenantTransaction, memberId: string): Promise<boolean> {
    return (await tx.query(`select from ${FROM} and m.id = $2`, [tx.organizationId, memberId])).length > 0;
  }

  /** When a day is over where the organization is, and when the last day is over that anybody can be let in for now. */
  async endOf(tx: TenantTransaction, day: string, days: number): Promise<{ readonly ends: Date; readonly last: Date }> {
    const today = `($3::timestamptz at time zone (select o.time_zone from organizations o where o.organization_id = $1))::date`;
    const [row] = await tx.query<{ ends: Date; last: Date }>(`select ${behind('$2::date')} as ends, ${behind(`(${today} + $4::int)`)} as last`, [
      tx.organizationId,
      day,
      tx.at,
      days,
    ]);
    if (row === undefined) throw new Error('A day always ends.');
    return row;
  }
}
