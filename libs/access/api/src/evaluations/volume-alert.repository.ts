import { Injectable } from '@nestjs/common';
import { type Role, type SettleVolumeAlert, volumeAlertSettled, type VolumeAlertState } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { beginningOf } from './look-volume.repository';

/** An alert about to be kept. */
export interface NewVolumeAlert {
  readonly id: string;
  readonly memberId: string;
  readonly day: string;
  /** 1 for the first of a day */
  readonly step: number;
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

/** What came of days on which somebody looked unusually often. */
@Injectable()
export class VolumeAlertRepository {
  /** Keeps an alert, with the roles of that day's last look. @returns whether nobody else made it first */
  async add(tx: TenantTransaction, { id, memberId, day, step, looks, past }: NewVolumeAlert, entry: AuditEntry): Promise<boolean> {
    const added = await tx.query(
      `insert into volume_alerts (organization_id, id, member_id, day, by_roles, looks, told, past, at, step)
       select $1::uuid, $2::uuid, $3::uuid, $4::date, coalesce((
         select r.by_roles from reveals r join organizations z on z.organization_id = r.organization_id
         where r.organization_id = $1 and r.by_member_id = $3 and r.at >= ${beginningOf('$4::date')} and r.at < ${beginningOf('$4::date + 1')}
         order by r.at desc limit 1), '{}'), $5::integer, $5, $6::integer[], $7::timestamptz, $8::integer
       on conflict on constraint volume_alerts_once do nothing returning id`,
      [tx.organizationId, id, memberId, day, looks, past, tx.at, step],
    );
    if (added.length === 0) return false;
    await recordEntry(tx, entry);
    return true;
  }

  /** Says how often somebody looked by now, while nobody has settled the alert. */
  async recount(tx: TenantTransaction, id: string, looks: number, entry: AuditEntry): Promise<void> {
    const grown = await tx.query<{ id: string }>(
      `update volume_alerts set looks = $3 where organization_id = $1 and id = $2 and state = 'open' and looks < $3 returning id`,
      [tx.organizationId, id, looks],
    );
    if (grown.length > 0) await recordEntry(tx, entry);
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
