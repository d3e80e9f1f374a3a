import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { KeyRing } from '@smartpar/platform/http';
import { checkpointNote, originOf } from './note/checkpoint-note';
import { logKey, type LogKey } from './note/log-key';
import { BATCH, SealedLogRepository } from './sealed-log.repository';
import { GrowingTree } from './tree/growing-tree';
import { runsOf } from './tree/ranges';

/**
 * Seals what has been written into a log: each entry gets its place and hash, and a signed checkpoint says how many there are and what their root
 * is. Any number of processes may try; one at a time does it, and a batch is kept whole or not at all.
 */
@Injectable()
export class SealLog {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly log: SealedLogRepository,
  ) {}

  /**
   * Seals everything that can be sealed by now.
   * @returns how many entries were
   */
  async run(organizationId: string): Promise<number> {
    for (let total = 0; ;) {
      const { sealed, more } = await this.database.tenant(systemActor(organizationId, 'seal-log'), (tx) => this.batch(tx));
      total += sealed;
      if (!more) return total;
    }
  }

  /** Seals every log that has grown. Where one cannot be sealed the others still are, and then it is told. */
  async runAll(): Promise<void> {
    const faults: unknown[] = [];
    const grown = await this.database.global((tx) => this.log.thatGrew(tx));
    for (const id of grown) await this.run(id).catch((fault: unknown) => faults.push(fault));
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} logs could not be sealed.`);
  }

  /** The keys that sign the checkpoints of a log now, the newest first. */
  keysOf(organizationId: string): readonly LogKey[] {
    const origin = originOf(organizationId);
    return this.keys.secretsFor(origin).map((secret) => logKey(origin, secret));
  }

  private async batch(tx: TenantTransaction): Promise<Batch> {
    if (!(await this.log.claim(tx))) return NOTHING;
    const { organizationId } = tx;
    const upTo = await this.log.sealedUpTo(tx);
    const leaves = await this.log.append(tx, upTo.size);
    if (leaves.length === 0) return NOTHING;
    const runs = runsOf({ from: 0, to: upTo.size });
    const tree = new GrowingTree(upTo.size, runs, await this.log.hashesOf(tx, organizationId, runs));
    // Nothing is signed over a tree that somebody changed: its last checkpoint would no longer be a part of the next.
    if (upTo.root?.equals(tree.root()) === false) throw new Error(`The log of ${organizationId} has another root than checkpoint ${upTo.number} says.`);
    await this.log.addNodes(
      tx,
      leaves.flatMap((leaf) => tree.add(leaf)),
    );
    const head = { size: tree.size, root: tree.root() };
    const keys = this.keysOf(organizationId);
    const note = checkpointNote(originOf(organizationId), head, keys);
    await this.log.addCheckpoint(tx, { ...head, note, number: upTo.number + 1 }, keys);
    return { sealed: leaves.length, more: leaves.length === BATCH };
  }
}

/** What a transaction sealed, and whether another one would find more. */
interface Batch {
  readonly sealed: number;
  readonly more: boolean;
}

const NOTHING: Batch = { sealed: 0, more: false };
