import { Injectable } from '@nestjs/common';
import { type AdmittingAuditor, type ExternalAuditor, type ExternalAuditors, LONGEST_AUDIT_DAYS } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { AUDITOR_END } from './auditor-end';

interface AuditorRow extends Omit<ExternalAuditor, 'since'> {
  readonly since: Date;
}

/** Whoever holds the role of an auditor for the whole organization, as SQL on `r` and `m`. */
const FROM = `member_roles r cross join lateral (
    select k.* from members k where k.organization_id = r.organization_id and k.id = r.member_id offset 0) m
  where r.organization_id = $1 and r.role = 'auditor' and m.status <> 'de-identified'`;

const UNTIL_A_DAY = `m.worker_type <> 'employee' and m.worker_until is not null`;

/** The end that is planned for a member. @param memberId SQL of who it is @param kind parameter with the kind of work */
const planned = (memberId: string, kind: string): string =>
  `select from due_work d where d.organization_id = $1 and d.subject_id = ${memberId} and d.kind = ${kind}`;

/** When the last day of somebody is over, where the organization is. @param day SQL of the day */
const behind = (day: string): string => `((${day} + 1)::timestamp at time zone (select o.time_zone from organizations o where o.organization_id = $1))`;

/** Who checks from outside. */
@Injectable()
export class AuditorRows {
  /** All of them, the first to go first. */
  async list(tx: TenantTransaction): Promise<ExternalAuditors> {
    const rows = await tx.query<AuditorRow>(
      `select m.id as "memberId", m.number, m.status, r.granted_at as since, m.worker_until as until, ${behind('m.worker_until')} <= $2 as over
       from ${FROM} and ${UNTIL_A_DAY} order by m.worker_until, m.number limit 200`,
      [tx.organizationId, tx.at],
    );
    return { items: rows.map((row) => ({ ...row, since: row.since.toISOString() })) };
  }

  /** Tells whether somebody is one of them, or was let in as one and works as something else by now. */
  async isAuditor(tx: TenantTransaction, memberId: string): Promise<boolean> {
    const text = `select from ${FROM} and m.id = $2 and (${UNTIL_A_DAY} or exists (${planned('m.id', '$3')}))`;
    return (await tx.query(text, [tx.organizationId, memberId, AUDITOR_END])).length > 0;
  }

  /** Tells whether somebody was let in for longer than up to this moment. */
  async endsLater(tx: TenantTransaction, memberId: string): Promise<boolean> {
    return (await tx.query(`${planned('$2', '$3')} and d.due_at > $4`, [tx.organizationId, memberId, AUDITOR_END, tx.at])).length > 0;
  }

  /** Tells whether somebody holds anything but the role of an auditor for the whole organization: another role, one of its own, or one for a part of it. */
  async holdsOthers(tx: TenantTransaction, memberId: string): Promise<boolean> {
    const text = `select from member_roles r where r.organization_id = $1 and r.member_id = $2 and r.role <> 'auditor'
      union all select from role_assignments a where a.organization_id = $1 and a.member_id = $2 limit 1`;
    return (await tx.query(text, [tx.organizationId, memberId])).length > 0;
  }

  /** Which day it is, when it is over where the organization is, and when the last day is over that anybody can be let in for now. */
  async endOf(tx: TenantTransaction, { until, days }: AdmittingAuditor): Promise<{ readonly day: string; readonly ends: Date; readonly last: Date }> {
    const today = `($3::timestamptz at time zone (select o.time_zone from organizations o where o.organization_id = $1))::date`;
    const [row] = await tx.query<{ day: string; ends: Date; last: Date }>(
      `select d.day, ${behind('d.day')} as ends, ${behind(`(${today} + $5::int)`)} as last from (select coalesce($2::date, ${today} + $4::int) as day) d`,
      [tx.organizationId, until ?? null, tx.at, days ?? null, LONGEST_AUDIT_DAYS],
    );
    if (row === undefined) throw new Error('A day always ends.');
    return row;
  }
}
