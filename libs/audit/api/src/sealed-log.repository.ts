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
  /** as the last checkpoint says; `null` where there is none */
  readonly root: Buffer | null;
}

/** A log of which nothing is sealed. */
const NOTHING_SEALED: SealedUpTo = { number: 0, size: 0, root: null };

/** A checkpoint to be kept. */
export interface NewCheckpoint extends TreeHead {
  readonly number: number;
  readonly note: string;
}

/**
 * What is sealed, and sealing. Nothing here locks an entry or waits for whoever writes one. That it happens is no entry of the log, or sealing it
 * would never come to an end; what was sealed, when and by which key stands in its checkpoints.
 */
@Injectable()
export class SealedLogRepository {
  /** Logs in which there is something to seal. */
  async thatGrew(tx: Transaction): Promise<readonly string[]> {
    return (await tx.query<{ id: string }>('select id from audit_logs_that_grew() order by id')).map(({ id }) => id);
  }

  /** Makes this transaction the one that seals. @returns `false` where another is at it */
  async claim(tx: TenantTransaction): Promise<boolean> {
    const [claimed] = await tx.query<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtextextended('audit-log ' || $1, 0)) as mine`, [
      tx.organizationId,
    ]);
    return claimed?.mine ?? false;
  }

  /** How far the log is sealed. */
  async sealedUpTo(tx: TenantTransaction): Promise<SealedUpTo> {
    const text = 'select number, size, root from audit_checkpoints where organization_id = $1 order by number desc limit 1';
    return (await tx.query<SealedUpTo>(text, [tx.organizationId]))[0] ?? NOTHING_SEALED;
  }

  /**
   * Seals what no running transaction can come before any more, in the order of transactions. Whoever commits late keeps everything after them
   * unsealed until then, so nobody is passed over.
   * @param size of the log so far
   * @returns hashes in the order of the log; none where everything is sealed
   */
  async append(tx: TenantTransaction, size: number): Promise<readonly Buffer[]> {
    const rows = await tx.query<{ hash: Buffer }>('select hash from seal_audit_entries($1, $2)', [size, BATCH]);
    return rows.map(({ hash }) => hash);
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
  async addCheckpoint(tx: TenantTransaction, { number, size, root, note }: NewCheckpoint, keys: readonly LogKey[]): Promise<void> {
    const told = tx.query(
      `insert into audit_log_keys (organization_id, key_id, verifier_key, since)
       select $1, id, key, $2 from unnest($3::text[], $4::text[]) as signing (id, key) on conflict do nothing`,
      [tx.organizationId, tx.at, keys.map(({ id }) => id), keys.map(({ verifierKey }) => verifierKey)],
    );
    const kept = tx.query('insert into audit_checkpoints (organization_id, number, size, root, note, sealed_at) values ($1, $2, $3, $4, $5, $6)', [
      tx.organizationId,
      number,
      size,
      root,
      note,
      tx.at,
    ]);
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
