import { Injectable } from '@nestjs/common';
import { type AdmittingAuditor, type ExternalAuditor, type ExternalAuditors, LONGEST_AUDIT_DAYS } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { AUDITOR_END } from './auditor-end';

interface AuditorRow extends Omit<ExternalAuditor, 'since'> {
  readonly since: Date;
}

/** Everything anybody holds as an auditor, as SQL on `h` and `m`: of the whole organization, or of one place of it, as a review may have left it. */
const HELD = `(
    select r.organization_id, r.member_id, r.granted_at as since, true as whole from member_roles r where r.organization_id = $1 and r.role = 'auditor'
    union all
    select a.organization_id, a.member_id, a.assigned_at, false from role_assignments a where a.organization_id = $1 and a.built_in = 'auditor') h
  cross join lateral (select k.* from members k where k.organization_id = h.organization_id and k.id = h.member_id offset 0) m`;

/** Whoever holds it like that checks from outside. Others may check at one place alone: of them only the end that is planned tells it. */
const UNTIL_A_DAY = `h.whole and m.status <> 'de-identified' and m.worker_type <> 'employee' and m.worker_until is not null`;

/** The end that is planned for a member. @param memberId SQL of who it is @param kind parameter with the kind of work */
const planned = (memberId: string, kind: string): string =>
  `select from due_work d where d.organization_id = $1 and d.subject_id = ${memberId} and d.kind = ${kind}`;

const TIME_ZONE = '(select o.time_zone from organizations o where o.organization_id = $1)';

/** When the last day of somebody is over, where the organization is. @param day SQL of the day */
const behind = (day: string): string => `((${day} + 1)::timestamp at time zone ${TIME_ZONE})`;

/** Who checks from outside. */
@Injectable()
export class AuditorRows {
  /** All of them, the first to go first. */
  async list(tx: TenantTransaction): Promise<ExternalAuditors> {
    const rows = await tx.query<AuditorRow>(
      `select x.*, ${behind('x.until')} <= $2 as over from (
         select m.id as "memberId", m.number, m.status, min(h.since) as since, coalesce(p.day, m.worker_until) as until
         from ${HELD}
         cross join lateral (select (max(d.due_at) at time zone ${TIME_ZONE})::date - 1 as day
           from due_work d where d.organization_id = $1 and d.subject_id = m.id and d.kind = $3) p
         where p.day is not null or (${UNTIL_A_DAY})
         group by m.id, m.number, m.status, p.day, m.worker_until) x
       order by x.until, x.number limit 200`,
      [tx.organizationId, tx.at, AUDITOR_END],
    );
    return { items: rows.map((row) => ({ ...row, since: row.since.toISOString() })) };
  }

  /** Tells whether somebody is one of them, or was let in as one and works as something else by now. */
  async isAuditor(tx: TenantTransaction, memberId: string): Promise<boolean> {
    const text = `${planned('$2', '$3')} union all select from ${HELD} where h.member_id = $2 and ${UNTIL_A_DAY} limit 1`;
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
