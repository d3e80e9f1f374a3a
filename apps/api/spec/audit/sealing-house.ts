import { setImmediate } from 'node:timers/promises';
import { systemActor } from '@smartpar/access/model';
import { recordEntries, SealedLogRepository, SealLog } from '@smartpar/audit/api';
import { newId } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { KeyRing } from '@smartpar/platform/http';
import { BareDatabase } from '../http/bare-database';

/** An entry and its place, as the owner of the database sees them. */
export interface SealedRow {
  readonly position: number;
  readonly id: string;
  readonly target: string;
}

/** A checkpoint, as the owner of the database sees it. */
export interface CheckpointRow {
  readonly number: number;
  readonly size: number;
  readonly note: string;
}

/** A log of one organization that is written and sealed over and over. */
export class SealingHouse {
  /** transaction of a writer that has not committed */
  held: string | null = null;

  private constructor(
    readonly bare: BareDatabase,
    readonly log = new SealedLogRepository(),
    readonly keys = KeyRing.parse(KeyRing.generate()),
    readonly organizationId = newId(),
  ) {}

  static async start(): Promise<SealingHouse> {
    return new SealingHouse(await BareDatabase.start());
  }

  /** Another organization in the same database. */
  neighbour(): SealingHouse {
    return new SealingHouse(this.bare, this.log, this.keys);
  }

  /** SmartPAR's own log. */
  platform(): SealingHouse {
    return new SealingHouse(this.bare, this.log, this.keys, this.bare.workforceId);
  }

  /** What seals, with other keys where they are given. */
  sealer(keys = this.keys, database = this.bare.database): SealLog {
    return new SealLog(database, keys, this.log);
  }

  /** Seals what can be sealed once nobody else is writing. */
  async seal(): Promise<number> {
    await this.calm();
    return this.sealer().run(this.organizationId);
  }

  /**
   * Waits for writers in other databases of the same server: transactions are counted over all of them, and sealing waits for each.
   * A writer of this log's own that is `held` open is not waited for.
   */
  async calm(): Promise<void> {
    const text = `select pg_snapshot_xmin(pg_current_snapshot()) > coalesce($1::xid8, (select xact_id from audit_entries where organization_id = $2 and xact_id < pg_snapshot_xmax(pg_current_snapshot()) order by xact_id desc limit 1), '0')
      or pg_snapshot_xmin(pg_current_snapshot()) = $1::xid8 as calm`;
    for (;;) {
      const [now] = await this.open((tx) => tx.query<{ calm: boolean }>(text, [this.held, this.organizationId]));
      if (now?.calm === true) return;
      await setImmediate();
    }
  }

  /** Writes some entries in one transaction. */
  write(...targets: readonly string[]): Promise<void> {
    return this.open((tx) => this.entries(tx, targets));
  }

  /** Works in a transaction of this organization. */
  open<T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    return this.bare.database.tenant(systemActor(this.organizationId, 'spec'), work);
  }

  entries(tx: TenantTransaction, targets: readonly string[]): Promise<void> {
    return recordEntries(
      tx,
      targets.map((id) => ({ action: 'site.opened', target: { noun: 'site', id }, facts: { rooms: 3 } })),
    );
  }

  /** What is sealed, in the order of the log. */
  sealed(): Promise<SealedRow[]> {
    return this.bare.rows<SealedRow>(
      this.organizationId,
      `select l.position::int, e.id, e.target_id as target from audit_leaves l join audit_entries e on e.organization_id = l.organization_id and e.id = l.entry_id
       where l.organization_id = '${this.organizationId}' order by l.position`,
    );
  }

  async targets(): Promise<readonly string[]> {
    return (await this.sealed()).map(({ target }) => target);
  }

  checkpoints(): Promise<CheckpointRow[]> {
    return this.bare.rows<CheckpointRow>(
      this.organizationId,
      `select number::int, size::int, note from audit_checkpoints where organization_id = '${this.organizationId}' order by number`,
    );
  }

  /** Does something to the database as its owner, past every wall. */
  async asOwner(text: string): Promise<void> {
    await this.bare.rows(this.organizationId, text);
  }

  stop(): Promise<void> {
    return this.bare.stop();
  }
}
