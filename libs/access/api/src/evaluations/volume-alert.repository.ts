import { Injectable } from '@nestjs/common';
import { PAST_DAYS, type Role, type SettleVolumeAlert, volumeAlertSettled, type VolumeAlertState } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** How often somebody looked on one day. */
export interface DayOfLooks {
  readonly memberId: string;
  readonly day: string;
  readonly looks: number;
  /** an alert was made for this day already */
  readonly told: boolean;
}

/** An alert about to be kept. */
export interface NewVolumeAlert {
  readonly id: string;
  readonly memberId: string;
  readonly day: string;
  readonly looks: number;
  readonly past: readonly number[];
}

/** An alert as it is kept. */
export interface VolumeAlertRow {
  readonly id: string;
  readonly memberId: string;
  readonly memberNumber: string;
  readonly day: string;
  readonly roles: readonly Role[];
  readonly looks: number;
  readonly past: readonly number[];
  readonly at: Date;
  readonly state: VolumeAlertState;
  readonly settledBy: string | null;
  readonly settledByNumber: string | null;
  readonly settledAt: Date | null;
  readonly words: string | null;
}

/** Columns of an alert `a` of a member `m`, settled by `s`. */
export const ALERT_COLUMNS = `a.id, a.member_id as "memberId", 'M-' || m.number as "memberNumber", a.day, a.by_roles as roles, a.looks, a.past, a.at, a.state,
  a.settled_by as "settledBy", 'M-' || s.number as "settledByNumber", a.settled_at as "settledAt", a.words`;

/** Where an alert `a` comes from. */
export const ALERT_SOURCE = `volume_alerts a
  cross join lateral (select k.number from members k where k.organization_id = a.organization_id and k.id = a.member_id offset 0) m
  left join lateral (select k.number from members k where k.organization_id = a.organization_id and k.id = a.settled_by offset 0) s on true`;

const beginningOf = (day: string): string => `((${day})::timestamp at time zone z.time_zone)`;

/** How often people look, and what came of days on which that was unusual. */
@Injectable()
export class VolumeAlertRepository {
  /**
   * How often each person looked on each day since the day before somebody last asked; a week back at most. The days are those of the place where
   * the organization is.
   */
  looks(tx: TenantTransaction): Promise<DayOfLooks[]> {
    return tx.query<DayOfLooks>(
      `with z as (select o.time_zone, ($2::timestamptz at time zone o.time_zone)::date as today from organizations o where o.organization_id = $1),
       asked as (select greatest(coalesce((max(e.at) at time zone z.time_zone)::date - 1, z.today - 1), z.today - 7) as since
         from z left join evaluations e on e.organization_id = $1 and e.kind = 'look-volume' group by z.time_zone, z.today),
       counted as (
         select r.by_member_id, (r.at at time zone z.time_zone)::date as day, count(*)::int as looks
         from z cross join asked join reveals r on r.organization_id = $1 and r.at >= ${beginningOf('asked.since')} and r.by_member_id is not null
         group by 1, 2)
       select c.by_member_id as "memberId", c.day, c.looks,
         exists (select from volume_alerts v where v.organization_id = $1 and v.member_id = c.by_member_id and v.day = c.day) as told
       from counted c order by c.day, c.by_member_id`,
      [tx.organizationId, tx.at],
    );
  }

  /** Looks of somebody on each of the days before one, oldest first; 0 where there were none. */
  async past(tx: TenantTransaction, memberId: string, day: string): Promise<readonly number[]> {
    const rows = await tx.query<{ looks: number }>(
      `with z as (select o.time_zone from organizations o where o.organization_id = $1),
       counted as (
         select (r.at at time zone z.time_zone)::date as day, count(*)::int as looks from z join reveals r on r.organization_id = $1
           and r.at >= ${beginningOf(`$3::date - ${PAST_DAYS}`)} and r.at < ${beginningOf('$3::date')} and r.by_member_id = $2
         group by 1)
       select coalesce(c.looks, 0) as looks from generate_series(1, ${PAST_DAYS}) as back (days)
       left join counted c on c.day = $3::date - back.days order by back.days desc`,
      [tx.organizationId, memberId, day],
    );
    return rows.map(({ looks }) => looks);
  }

  /** Keeps an alert, with the roles of that day's last look. @returns whether there was none for that day */
  async add(tx: TenantTransaction, { id, memberId, day, looks, past }: NewVolumeAlert, entry: AuditEntry): Promise<boolean> {
    const added = await tx.query(
      `insert into volume_alerts (organization_id, id, member_id, day, by_roles, looks, past, at)
       select $1::uuid, $2::uuid, $3::uuid, $4::date, coalesce((
         select r.by_roles from reveals r join organizations z on z.organization_id = r.organization_id
         where r.organization_id = $1 and r.by_member_id = $3 and r.at >= ${beginningOf('$4::date')} and r.at < ${beginningOf('$4::date + 1')}
         order by r.at desc limit 1), '{}'), $5::integer, $6::integer[], $7::timestamptz
       on conflict on constraint volume_alerts_once do nothing returning id`,
      [tx.organizationId, id, memberId, day, looks, past, tx.at],
    );
    if (added.length === 0) return false;
    await recordEntry(tx, entry);
    return true;
  }

  /** An alert that nobody else settles until the transaction ends. */
  async lock(tx: TenantTransaction, id: string): Promise<VolumeAlertRow | null> {
    await tx.query('select from volume_alerts where organization_id = $1 and id = $2 for update', [tx.organizationId, id]);
    return this.find(tx, id);
  }

  /** One alert. */
  async find(tx: TenantTransaction, id: string): Promise<VolumeAlertRow | null> {
    const [row] = await tx.query<VolumeAlertRow>(`select ${ALERT_COLUMNS} from ${ALERT_SOURCE} where a.organization_id = $1 and a.id = $2`, [
      tx.organizationId,
      id,
    ]);
    return row ?? null;
  }

  /** Tells whether somebody was reported at or after a moment. */
  async wasReported(tx: TenantTransaction, memberId: string, since: Date): Promise<boolean> {
    const found = await tx.query('select from violations where organization_id = $1 and member_id = $2 and reported_at >= $3 limit 1', [
      tx.organizationId,
      memberId,
      since,
    ]);
    return found.length > 0;
  }

  /** Settles an alert that is locked. @throws {DomainError} `volume_alert.settled` */
  async settle(tx: TenantTransaction, id: string, { by, outcome, words, salt }: Settlement, entry: AuditEntry): Promise<void> {
    const settled = await tx.query<{ id: string }>(
      `update volume_alerts set state = $3, settled_by = $4, settled_at = $5, words = $6, salt = $7
       where organization_id = $1 and id = $2 and state = 'open' returning id`,
      [tx.organizationId, id, outcome, by, tx.at, words, salt],
    );
    if (settled.length === 0) throw volumeAlertSettled();
    await recordEntry(tx, entry);
  }
}

/** What came of an alert. */
export interface Settlement extends SettleVolumeAlert {
  readonly by: string;
  readonly salt: string;
}
