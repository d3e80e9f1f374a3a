import { Injectable } from '@nestjs/common';
import type { TenantTransaction, Transaction } from '@smartpar/platform/database';
import type { TreeHead } from './note/checkpoint-note';
import type { LogKey } from './note/log-key';
import type { CompleteNode } from './tree/growing-tree';
import type { NodeRun } from './tree/ranges';

/** Most entries sealed in one transaction. */
export const BATCH = 5000;

/** Before every entry there is. */
const NO_ENTRY = '00000000-0000-0000-0000-000000000000';

/** Up to where a log is sealed, in the count of transactions of one database. */
export interface Horizon {
  /** everything of earlier transactions is sealed */
  readonly horizon: string;
  /** and of this one everything up to this entry */
  readonly horizonEntry: string;
  /** the database whose count it is; `null` where there is more of a former one to seal */
  readonly cluster: string | null;
  /** up to this transaction some entries are sealed already that come again, since a former database counted them so; `null` for none */
  readonly overlap: string | null;
}

/** How far a log is sealed. */
export interface SealedUpTo extends Horizon {
  readonly number: number;
  readonly size: number;
  /** whether the count is the one of the database the log is in now; a restored log is in another */
  readonly counts: boolean;
}

/** A log of which nothing is sealed. */
export const NOTHING_SEALED: SealedUpTo = { number: 0, size: 0, horizon: '0', horizonEntry: NO_ENTRY, cluster: null, overlap: null, counts: false };

/** An entry that has just been sealed, and how far the log is sealed by all of them. */
export interface NewLeaf extends Horizon {
  readonly hash: Buffer;
}

/** A checkpoint to be kept. */
export interface NewCheckpoint extends TreeHead, Horizon {
  readonly number: number;
  readonly note: string;
}

/**
 * What is sealed, and sealing. Nothing here locks an entry or waits for whoever writes one. That it happens is no entry of the log, or sealing it
 * would never come to an end; what was sealed, when and by which key stands in its checkpoints.
 */
@Injectable()
export class SealedLogRepository {
  /** Makes this transaction the one that seals. @returns `false` where another is at it */
  async claim(tx: TenantTransaction): Promise<boolean> {
    const [claimed] = await tx.query<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtextextended('audit-log ' || $1, 0)) as mine`, [
      tx.organizationId,
    ]);
    return claimed?.mine ?? false;
  }

  /** How far the log is sealed. */
  async sealedUpTo(tx: TenantTransaction): Promise<SealedUpTo> {
    const [last] = await tx.query<SealedUpTo>(
      `select number, size, horizon::text, horizon_entry as "horizonEntry", cluster, overlap::text,
         horizon_entry is not null and coalesce(cluster = (select system_identifier::text from pg_control_system()), false) as counts
       from audit_checkpoints where organization_id = $1 order by number desc limit 1`,
      [tx.organizationId],
    );
    return last ?? NOTHING_SEALED;
  }

  /**
   * Seals what no running transaction can come before any more, in the order of transactions. Whoever commits late keeps everything after them
   * unsealed until then, so nobody is passed over. What a former database counted beyond what this one has reached is sealed first.
   * @returns hashes in the order of the log; none where everything is sealed
   */
  async append(tx: TenantTransaction, upTo: SealedUpTo): Promise<readonly NewLeaf[]> {
    const place = [tx.organizationId, upTo.size];
    if (upTo.counts) return tx.query<NewLeaf>(CONTINUED, [...place, upTo.horizon, upTo.horizonEntry, upTo.overlap]);
    const former = upTo.size > 0 || (await this.reachesBeyond(tx)) ? await tx.query<NewLeaf>(FORMER, place) : [];
    if (former.length > 0) return former;
    return tx.query<NewLeaf>(CONTINUED, [...place, '0', NO_ENTRY, await this.lastTransaction(tx, upTo)]);
  }

  private async reachesBeyond(tx: TenantTransaction): Promise<boolean> {
    const [last] = await tx.query<{ beyond: boolean }>(
      `select xact_id >= pg_snapshot_xmax(pg_current_snapshot()) as beyond from audit_entries where organization_id = $1 order by xact_id desc limit 1`,
      [tx.organizationId],
    );
    return last?.beyond ?? false;
  }

  /** The last transaction of a log that was sealed before; `null` where nothing was. */
  private async lastTransaction(tx: TenantTransaction, { size }: SealedUpTo): Promise<string | null> {
    if (size === 0) return null;
    const text = 'select xact_id::text as last from audit_entries where organization_id = $1 order by xact_id desc limit 1';
    return (await tx.query<{ last: string }>(text, [tx.organizationId]))[0]?.last ?? null;
  }

  /** Keeps nodes that became complete. */
  async addNodes(tx: TenantTransaction, nodes: readonly CompleteNode[]): Promise<void> {
    if (nodes.length === 0) return;
    await tx.query(
      `insert into audit_nodes (organization_id, level, position, hash)
       select $1, level, position, hash from unnest($2::smallint[], $3::bigint[], $4::bytea[]) as node (level, position, hash)`,
      [tx.organizationId, nodes.map(({ level }) => level), nodes.map(({ position }) => position), nodes.map(({ hash }) => hash)],
    );
  }

  /** Keeps a checkpoint, and the public halves of the keys that signed it. */
  async addCheckpoint(
    tx: TenantTransaction,
    { number, size, root, note, horizon, horizonEntry, cluster, overlap }: NewCheckpoint,
    keys: readonly LogKey[],
  ): Promise<void> {
    const told = tx.query(
      `insert into audit_log_keys (organization_id, key_id, verifier_key, since)
       select $1, id, key, $2 from unnest($3::text[], $4::text[]) as signing (id, key) on conflict do nothing`,
      [tx.organizationId, tx.at, keys.map(({ id }) => id), keys.map(({ verifierKey }) => verifierKey)],
    );
    const kept = tx.query(
      `insert into audit_checkpoints (organization_id, number, size, root, note, sealed_at, horizon, horizon_entry, cluster, overlap)
       values ($1, $2, $3, $4, $5, $6, $7::xid8, $8, $9, $10::xid8)`,
      [tx.organizationId, number, size, root, note, tx.at, horizon, horizonEntry, cluster, overlap],
    );
    await Promise.all([told, kept]);
  }

  /** Hashes of stored nodes, run by run. */
  hashesOf(tx: Transaction, organizationId: string, runs: readonly NodeRun[]): Promise<readonly (readonly Buffer[])[]> {
    return Promise.all(
      runs.map(async ({ level, from, to }) => {
        const [text, values] = level === 0 ? [SELECT_LEAVES, []] : [SELECT_NODES, [level]];
        const rows = await tx.query<{ hash: Buffer }>(text, [organizationId, from, to, ...values]);
        return rows.map(({ hash }) => hash);
      }),
    );
  }
}

const SELECT_LEAVES = 'select hash from audit_leaves where organization_id = $1 and position >= $2 and position < $3 order by position';
const SELECT_NODES = 'select hash from audit_nodes where organization_id = $1 and position >= $2 and position < $3 and level = $4 order by position';

const UNSEALED = 'not exists (select from audit_leaves l where l.organization_id = $1 and l.entry_id = e.id)';

/** A batch: which entries it looks among, and how far the log is sealed with it. */
interface Batch {
  readonly due: string;
  readonly upTo: string;
}

/** @returns the statement that seals a batch */
const sealing = ({ due, upTo }: Batch): string => `
  with clock as (
    select pg_snapshot_xmin(pg_current_snapshot()) as xmin, pg_snapshot_xmax(pg_current_snapshot()) as xmax
  ), due as (
    select e.id, e.xact_id, e.canonical from audit_entries e, clock
    where e.organization_id = $1 and ${due}
    order by e.xact_id, e.id limit ${BATCH}
  ), sealed as (
    insert into audit_leaves (organization_id, position, entry_id, hash)
    select $1, $2 + row_number() over (order by xact_id, id) - 1, id, sha256('\\x00'::bytea || canonical) from due
    returning position, hash
  ), up_to as (${upTo})
  select sealed.hash, up_to.* from sealed, up_to order by sealed.position`;

/**
 * What follows what is sealed: transactions that are over. It looks nobody up: to the planner a log that grows fast is empty, and it would compare
 * each entry with all. Where a batch is cut off, the next begins behind its last entry.
 */
const CONTINUED = sealing({
  due: `(e.xact_id, e.id) > ($3::xid8, $4::uuid) and e.xact_id < clock.xmin and ($5::xid8 is null or e.xact_id > $5::xid8 or ${UNSEALED})`,
  upTo: `
    select coalesce(last.xact_id, clock.xmin)::text as horizon, coalesce(last.id, '${NO_ENTRY}') as "horizonEntry",
      (select system_identifier::text from pg_control_system()) as cluster, $5::xid8::text as overlap
    from clock left join (select xact_id, id from due order by xact_id desc, id desc offset 0 limit 1) last on (select count(*) from due) = ${BATCH}`,
});

/** What a former database counted beyond what this one has reached. */
const FORMER = sealing({
  due: `e.xact_id >= clock.xmax and ${UNSEALED}`,
  upTo: `select '0' as horizon, '${NO_ENTRY}'::uuid as "horizonEntry", null as cluster, null as overlap`,
});
