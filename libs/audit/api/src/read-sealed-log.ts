import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import {
  beyondTheLog,
  type CheckpointLine,
  type ConsistencyProof,
  type ConsistencyQuery,
  type InclusionProof,
  notSealedYet,
  type SealedLog,
} from '@smartpar/audit/model';
import { notFound, type Page } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import type { PageWanted } from './audit-entry.repository';
import { SealLog } from './seal-log';
import { SealedLogReader, type StoredCheckpoint } from './sealed-log-reader.repository';
import { consistencyRanges, inclusionRanges, type Range } from './tree/ranges';

/** An organization reads how its log is sealed, and has it proved. */
@Injectable()
export class ReadSealedLog {
  constructor(
    private readonly database: Database,
    private readonly reader: SealedLogReader,
    private readonly seal: SealLog,
  ) {}

  /** The newest checkpoint and the keys checkpoints are checked by. */
  async newest(organizationId: string): Promise<SealedLog> {
    const [checkpoint, told] = await Promise.all([this.reader.newest(organizationId), this.reader.keys(organizationId)]);
    const known = new Set(told.map(({ key }) => key));
    const coming = this.seal.keysOf(organizationId).flatMap(({ verifierKey }) => (known.has(verifierKey) ? [] : [{ key: verifierKey, since: null }]));
    return { checkpoint: checkpoint && present(checkpoint), keys: [...coming, ...told.map(({ key, since }) => ({ key, since: since.toISOString() }))] };
  }

  /** Checkpoints, newest first. */
  async checkpoints(organizationId: string, wanted: PageWanted): Promise<Page<CheckpointLine>> {
    const { items, next } = await this.reader.checkpoints(organizationId, wanted);
    return { items: items.map(present), next };
  }

  /**
   * Proves that an entry is in the log.
   * @param size of the tree; that of the newest checkpoint where absent
   * @throws {DomainError} `not_found`, `audit.not_sealed_yet` or `audit.beyond_the_log`
   */
  async inclusion(actor: MemberActor, entryId: string, size?: number): Promise<InclusionProof> {
    const place = await this.reader.placeOf(actor.organizationId, entryId);
    if (place === undefined) throw notFound();
    const tree = await this.sizeWithin(actor.organizationId, size);
    if (place.position === null || place.leaf === null || place.position >= tree) throw notSealedYet();
    const path = await this.path(actor, inclusionRanges(place.position, tree));
    return { position: place.position, size: tree, leaf: place.leaf.toString('base64'), path };
  }

  /**
   * Proves that nothing was changed between two sizes of the log.
   * @throws {DomainError} `audit.beyond_the_log`
   */
  async consistency(actor: MemberActor, { from, to }: ConsistencyQuery): Promise<ConsistencyProof> {
    const tree = await this.sizeWithin(actor.organizationId, to);
    if (from > tree) throw beyondTheLog();
    return { from, to: tree, path: await this.path(actor, consistencyRanges(from, tree)) };
  }

  private async sizeWithin(organizationId: string, asked: number | undefined): Promise<number> {
    const sealed = (await this.reader.newest(organizationId))?.size ?? 0;
    if (asked !== undefined && asked > sealed) throw beyondTheLog();
    return asked ?? sealed;
  }

  private async path(actor: MemberActor, ranges: readonly Range[]): Promise<string[]> {
    if (ranges.length === 0) return [];
    const roots = await this.database.tenant(actor, (tx) => this.reader.rootsOf(tx, ranges));
    return roots.map((root) => root.toString('base64'));
  }
}

const present = ({ number, size, root, note, sealedAt }: StoredCheckpoint): CheckpointLine => ({
  number,
  size,
  root: root.toString('base64'),
  note,
  sealedAt: sealedAt.toISOString(),
});
