import { Injectable } from '@nestjs/common';
import type { TenantTransaction, Transaction } from '@smartpar/platform/database';
import type { TreeHead } from './note/checkpoint-note';
import type { LogKey } from './note/log-key';
import type { CompleteNode } from './tree/growing-tree';
import type { NodeRun } from './tree/ranges';

/** Most entries sealed in one transaction. */
export const BATCH = 5000;

/** How far a log is sealed. */
export interface SealedUpTo {
  readonly number: number;
  readonly size: number;
  /** transactions before this one are sealed, in the count of the database the log was sealed in */
  readonly horizon: string;
  /** whether that count is the one of the database the log is in now; a restored log is in another */
  readonly counts: boolean;
}

/** A log of which nothing is sealed. */
export const NOTHING_SEALED: SealedUpTo = { number: 0, size: 0, horizon: '0', counts: false };

/** An entry that has just been sealed. */
export interface NewLeaf {
  readonly hash: Buffer;
  readonly horizon: string;
  readonly cluster: string | null;
}

/** A checkpoint to be kept. */
export interface NewCheckpoint extends TreeHead, Pick<NewLeaf, 'horizon' | 'cluster'> {
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
      `select number, size, horizon::text, coalesce(cluster = (select system_identifier::text from pg_control_system()), false) as counts
       from audit_checkpoints where organization_id = $1 order by number desc limit 1`,
      [tx.organizationId],
    );
    return last ?? NOTHING_SEALED;
  }

  /**
   * Seals what no running transaction can come before any more, in the order of transactions. Whoever commits late keeps everything after them
   * unsealed until then, so nobody is passed over.
   * @returns hashes in the order of the log; none where everything is sealed
   */
  append(tx: TenantTransaction, upTo: SealedUpTo): Promise<readonly NewLeaf[]> {
    const [text, values] = upTo.counts ? [appending(CONTINUED), [upTo.horizon]] : [appending(AFRESH), []];
    return tx.query<NewLeaf>(text, [tx.organizationId, upTo.size, ...values]);
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
  async addCheckpoint(tx: TenantTransaction, { number, size, root, note, horizon, cluster }: NewCheckpoint, keys: readonly LogKey[]): Promise<void> {
    const told = tx.query(
      `insert into audit_log_keys (organization_id, key_id, verifier_key, since)
       select $1, id, key, $2 from unnest($3::text[], $4::text[]) as signing (id, key) on conflict do nothing`,
      [tx.organizationId, tx.at, keys.map(({ id }) => id), keys.map(({ verifierKey }) => verifierKey)],
    );
    const kept = tx.query(
      `insert into audit_checkpoints (organization_id, number, size, root, note, sealed_at, horizon, cluster) values ($1, $2, $3, $4, $5, $6, $7::xid8, $8)`,
      [tx.organizationId, number, size, root, note, tx.at, horizon, cluster],
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

/** Which entries a batch looks among, and which database its horizon counts in. */
interface Batch {
  readonly due: string;
  readonly cluster: string;
}

/** What follows what is sealed: transactions that are over, from where sealing stopped. */
const CONTINUED: Batch = { due: 'e.xact_id >= $3::xid8 and e.xact_id < clock.xmin', cluster: '(select cluster from clock)' };

/**
 * A log that was never sealed, or was restored: numbers of transactions that this database has yet to reach are of its former life. Where a batch
 * was cut off there may be more of those, so no horizon counts yet.
 */
const AFRESH: Batch = {
  due: '(e.xact_id < clock.xmin or e.xact_id >= clock.xmax)',
  cluster: `case when count(*) < ${BATCH} then (select cluster from clock) end`,
};

/** Where a batch was cut off, the next begins with its last transaction. */
const appending = ({ due, cluster }: Batch): string => `
  with clock as (
    select pg_snapshot_xmin(pg_current_snapshot()) as xmin, pg_snapshot_xmax(pg_current_snapshot()) as xmax,
      (select system_identifier::text from pg_control_system()) as cluster
  ), due as (
    select e.id, e.xact_id, e.canonical from audit_entries e, clock
    where e.organization_id = $1 and ${due}
      and not exists (select from audit_leaves l where l.organization_id = $1 and l.entry_id = e.id)
    order by e.xact_id, e.id limit ${BATCH}
  ), cut as (
    select case when count(*) < ${BATCH} then (select xmin from clock) else max(due.xact_id::text::numeric)::text::xid8 end as horizon,
      ${cluster} as cluster
    from due
  ), sealed as (
    insert into audit_leaves (organization_id, position, entry_id, hash)
    select $1, $2 + row_number() over (order by xact_id, id) - 1, id, sha256('\\x00'::bytea || canonical) from due
    returning position, hash
  )
  select sealed.hash, cut.horizon::text, cut.cluster from sealed, cut order by sealed.position`;
