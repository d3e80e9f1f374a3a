import { Injectable } from '@nestjs/common';
import type { EvaluationKind, EvaluationReceipt, EvaluationRole } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** A month for which there is no receipt yet. */
export interface OpenMonth {
  /** its first day */
  readonly month: string;
  readonly from: Date;
  readonly until: Date;
}

/** A receipt about to be kept. */
export interface NewReceipt {
  readonly id: string;
  /** its first day */
  readonly month: string;
  readonly until: Date;
  readonly runs: number;
  /** as it was signed */
  readonly receipt: string;
  readonly note: string;
}

/** A receipt as it is kept. */
export interface ReceiptRow extends Omit<NewReceipt, 'until'> {
  readonly madeAt: Date;
}

interface CountedRow {
  readonly day: string;
  readonly kind: EvaluationKind;
  readonly system: boolean;
  readonly roles: readonly EvaluationRole[];
  readonly runs: number;
  readonly people: number;
  readonly alerts: number;
}

interface RulesRow {
  readonly since: Date | null;
  readonly needed: boolean;
  readonly reference: string | null;
  readonly validUntil: string | null;
}

const NOTHING_SAID: RulesRow = { since: null, needed: false, reference: null, validUntil: null };

/** Monthly receipts of all evaluations. */
@Injectable()
export class ReceiptRepository {
  /**
   * The first month that is over where the organization is and has no receipt: the one after the last receipt, or else the month that ended last,
   * if the organization was there in it. It begins where the last receipt ended, so that nothing falls out or counts twice where the organization
   * has moved to another time zone meanwhile.
   */
  async openMonth(tx: TenantTransaction): Promise<OpenMonth | null> {
    const [row] = await tx.query<OpenMonth>(
      `with z as (select o.time_zone, o.created_at, date_trunc('month', $2::timestamptz at time zone o.time_zone) as now from organizations o where o.organization_id = $1),
       next as (
         select z.*, coalesce(l.month + interval '1 month', z.now - interval '1 month') as month, l.until as joins from z left join lateral (
           select e.month, e.until from evaluation_receipts e where e.organization_id = $1 order by e.month desc limit 1) l on true),
       open as (select n.*, (n.month + interval '1 month') at time zone n.time_zone as until from next n)
       select o.month::date as month, coalesce(o.joins, o.month at time zone o.time_zone) as from, o.until from open o
       where o.month < o.now and o.created_at < o.until`,
      [tx.organizationId, tx.at],
    );
    return row ?? null;
  }

  /** What was evaluated in a month, counted by day, kind and role. */
  counted(tx: TenantTransaction, { from, until }: OpenMonth): Promise<EvaluationReceipt['evaluations']> {
    return tx.query<CountedRow>(
      `select to_char(e.at at time zone o.time_zone, 'YYYY-MM-DD') as day, e.kind, e.by_system as system, e.by_roles as roles,
         count(*)::int as runs, sum(e.people)::int as people, sum(e.findings)::int as alerts
       from evaluations e join organizations o on o.organization_id = e.organization_id
       where e.organization_id = $1 and e.at >= $2 and e.at < $3 group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
      [tx.organizationId, from, until],
    ) as Promise<EvaluationReceipt['evaluations']>; // as: the rows are those of the contract, which alone may be written to
  }

  /** What was said about agreements at the beginning of a month, and each change in it. */
  async rules(tx: TenantTransaction, { from, until }: OpenMonth): Promise<EvaluationReceipt['rules']> {
    const rows = await tx.query<RulesRow>(
      `select r.changed_at as since, r.needed, r.reference, r.valid_until as "validUntil" from evaluation_rules r
       where r.organization_id = $1 and r.changed_at < $3 and r.version >= coalesce(
         (select max(b.version) from evaluation_rules b where b.organization_id = $1 and b.changed_at < $2), 1)
       order by r.version`,
      [tx.organizationId, from, until],
    );
    const since = rows[0]?.since ?? null;
    const atFirst = since !== null && since < from ? [] : [NOTHING_SAID];
    return [...atFirst, ...rows].map(({ since, ...row }) => ({ since: since?.toISOString() ?? null, ...row }));
  }

  /** Keeps a receipt. @returns whether there was none for that month */
  async add(tx: TenantTransaction, { id, month, until, runs, receipt, note }: NewReceipt, entry: AuditEntry): Promise<boolean> {
    const added = await tx.query(
      `insert into evaluation_receipts (organization_id, id, month, made_at, runs, receipt, note, until) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict on constraint evaluation_receipts_once do nothing returning id`,
      [tx.organizationId, id, month, tx.at, runs, receipt, note, until],
    );
    if (added.length === 0) return false;
    await recordEntry(tx, entry);
    return true;
  }

  /** The verifier keys that signed checkpoints of the organization's log, the newest first. */
  async keys(tx: TenantTransaction): Promise<readonly string[]> {
    const rows = await tx.query<{ key: string }>('select verifier_key as key from audit_log_keys where organization_id = $1 order by since desc', [
      tx.organizationId,
    ]);
    return rows.map(({ key }) => key);
  }

  /** One receipt. */
  async find(tx: TenantTransaction, id: string): Promise<ReceiptRow | null> {
    const [row] = await tx.query<ReceiptRow>(`select ${RECEIPT_COLUMNS}, receipt, note from evaluation_receipts where organization_id = $1 and id = $2`, [
      tx.organizationId,
      id,
    ]);
    return row ?? null;
  }
}

/** Columns of a receipt in a list. */
export const RECEIPT_COLUMNS = 'id, month, made_at as "madeAt", runs';
