import { Injectable } from '@nestjs/common';
import type { Role } from '@smartpar/access/model';
import type { AuditActorKind, AuditFact, RecordedEntry } from '@smartpar/audit/model';
import { type Page, pageOfRows, type Temporal } from '@smartpar/kernel';
import { Database, keyset, type TenantTransaction, toInstant } from '@smartpar/platform/database';
import type { PageWanted } from './audit-entry.repository';
import { firstIdSince } from './entry-id';
import { rootOfRuns, runsOf, type Range } from './tree/ranges';
import { SealedLogRepository } from './sealed-log.repository';

/** A checkpoint as it is read back. */
export interface StoredCheckpoint {
  readonly number: number;
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly sealedAt: Date;
}

/** A key that signed, as it is read back. */
export interface StoredKey {
  readonly key: string;
  readonly since: Date;
}

/** A place in the log and what stands there; nothing where the entry is gone. */
export interface Place {
  readonly position: number;
  readonly leaf: Buffer;
  readonly entry: RecordedEntry | null;
}

const CHECKPOINT = 'number, size, root, note, sealed_at as "sealedAt"';
const ENTRY = 'e.id, e.at, e.actor_kind, e.actor_id, e.actor_roles, e.action, e.target_noun, e.target_id, e.facts';

/** Reads what is sealed. */
@Injectable()
export class SealedLogReader {
  constructor(
    private readonly database: Database,
    private readonly log: SealedLogRepository,
  ) {}

  /** The newest checkpoint. */
  async newest(organizationId: string): Promise<StoredCheckpoint | null> {
    const text = `select ${CHECKPOINT} from audit_checkpoints where organization_id = $1 order by number desc limit 1`;
    const [found] = await this.database.readTenant<StoredCheckpoint>(organizationId, { text, values: [organizationId] });
    return found ?? null;
  }

  /** A page of checkpoints, newest first. */
  async checkpoints(organizationId: string, { size, after }: PageWanted): Promise<Page<StoredCheckpoint>> {
    const key = keyset({ columns: [{ sql: 'number', direction: 'desc', type: 'integer' }], after, startParam: 3 });
    const text = `select ${CHECKPOINT} from audit_checkpoints where organization_id = $1 and ${key.where} order by ${key.orderBy} limit $2`;
    const rows = await this.database.readTenant<StoredCheckpoint>(organizationId, { text, values: [organizationId, size + 1, ...key.values] });
    return pageOfRows(rows, size, ({ number }) => [String(number)]);
  }

  /** Checkpoints of more than so many and up to so many entries, the oldest first. */
  checkpointsOver(organizationId: string, { from, to }: Range): Promise<StoredCheckpoint[]> {
    const text = `select ${CHECKPOINT} from audit_checkpoints where organization_id = $1 and size > $2 and size <= $3 order by size`;
    return this.database.readTenant<StoredCheckpoint>(organizationId, { text, values: [organizationId, from, to] });
  }

  /** Keys that have signed, the newest first. */
  keys(organizationId: string): Promise<StoredKey[]> {
    const text = 'select verifier_key as key, since from audit_log_keys where organization_id = $1 order by since desc, key_id';
    return this.database.readTenant<StoredKey>(organizationId, { text, values: [organizationId] });
  }

  /** Where an entry stands. @returns `undefined` for no such entry, a `null` position for one that is not sealed yet */
  async placeOf(organizationId: string, entryId: string): Promise<{ readonly position: number | null; readonly leaf: Buffer | null } | undefined> {
    // An entry that was trimmed still has its place.
    const text = `select l.position, l.hash as leaf from (select 1) one left join audit_leaves l on l.organization_id = $1 and l.entry_id = $2
      where l.entry_id is not null or exists (select from audit_entries e where e.organization_id = $1 and e.id = $2)`;
    const [found] = await this.database.readTenant<{ position: number | null; leaf: Buffer | null }>(organizationId, {
      text,
      values: [organizationId, entryId],
    });
    return found;
  }

  /** Roots of subtrees, in the order they are asked for. */
  rootsOf(tx: TenantTransaction, ranges: readonly Range[]): Promise<readonly Buffer[]> {
    return Promise.all(ranges.map(async (range) => rootOfRuns(await this.log.hashesOf(tx, tx.organizationId, runsOf(range)))));
  }

  /** Places of the log, in order. */
  async places(organizationId: string, { from, to }: Range): Promise<readonly Place[]> {
    const text = `select l.position, l.hash as leaf, ${ENTRY} from audit_leaves l
      left join audit_entries e on e.organization_id = l.organization_id and e.id = l.entry_id
      where l.organization_id = $1 and l.position >= $2 and l.position < $3 order by l.position`;
    const rows = await this.database.readTenant<PlaceRow>(organizationId, { text, values: [organizationId, from, to] });
    return rows.map((row) => ({ position: row.position, leaf: row.leaf, entry: row.id === null ? null : entryOf(organizationId, { ...row, id: row.id }) }));
  }

  /** The places of what happened in a period, from the first to behind the last; `null` where nothing did that is sealed. */
  async placesWithin(organizationId: string, from: Temporal.Instant, until: Temporal.Instant): Promise<Range | null> {
    const text = `select min(l.position) as "from", max(l.position) + 1 as "to" from audit_entries e
      join audit_leaves l on l.organization_id = e.organization_id and l.entry_id = e.id
      where e.organization_id = $1 and e.sealed and e.id >= $2 and e.id < $3`;
    const values = [organizationId, firstIdSince(from), firstIdSince(until)];
    const [found] = await this.database.readTenant<{ from: number | null; to: number | null }>(organizationId, { text, values });
    return found === undefined || found.from === null || found.to === null ? null : { from: found.from, to: found.to };
  }

  /** Places of the log without what stands there, in order. */
  async hashes(organizationId: string, { from, to }: Range): Promise<readonly Place[]> {
    const text = 'select position, hash as leaf from audit_leaves where organization_id = $1 and position >= $2 and position < $3 order by position';
    const rows = await this.database.readTenant<Pick<Place, 'position' | 'leaf'>>(organizationId, { text, values: [organizationId, from, to] });
    return rows.map(({ position, leaf }) => ({ position, leaf, entry: null }));
  }

  /** Entries that are not among the first so many of the sealed ones, in the order of their ids. */
  async unsealed(organizationId: string, size: number, page: { readonly after: string; readonly limit: number }): Promise<readonly RecordedEntry[]> {
    const text = `select ${ENTRY} from audit_entries e where e.organization_id = $1 and e.id > $3
      and not exists (select from audit_leaves l where l.organization_id = $1 and l.entry_id = e.id and l.position < $2)
      order by e.id limit $4`;
    const rows = await this.database.readTenant<EntryRow>(organizationId, { text, values: [organizationId, size, page.after, page.limit] });
    return rows.map((row) => entryOf(organizationId, row));
  }
}

interface EntryRow {
  readonly id: string;
  readonly at: Date;
  readonly actor_kind: AuditActorKind;
  readonly actor_id: string | null;
  readonly actor_roles: readonly Role[];
  readonly action: string;
  readonly target_noun: string;
  readonly target_id: string;
  readonly facts: Readonly<Record<string, AuditFact>>;
}

interface PlaceRow extends Omit<EntryRow, 'id'> {
  readonly position: number;
  readonly leaf: Buffer;
  readonly id: string | null;
}

/** What is shown of an entry, not the bytes kept beside it: whoever changed either would be found out by its hash. */
const entryOf = (organizationId: string, row: EntryRow): RecordedEntry => ({
  id: row.id,
  organizationId,
  at: toInstant(row.at),
  actor: { kind: row.actor_kind, id: row.actor_id, roles: row.actor_roles },
  action: row.action,
  target: { noun: row.target_noun, id: row.target_id },
  facts: row.facts,
});
