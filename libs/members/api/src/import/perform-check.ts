import { Injectable } from '@nestjs/common';
import { CountedReads } from '@smartpar/access/api';
import { MAX_IMPORT_LINES } from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { LRUCache } from 'lru-cache';
import { addressLines, hasFurtherValues, LineCheck } from './check-lines';
import { ImportFileRepository } from './import-file.repository';
import type { ImportRow } from './import-row';
import { type FileLine, ImportSession } from './import-session';
import { IMPORT_WORK, planStep } from './import-work';
import { ImportDecisionRepository } from './import-decision.repository';
import { ImportRepository } from './import.repository';
import { inSlices } from './in-slices';
import { StagedLineRepository } from './staged-line.repository';
import { type Importer, StillMayImport } from './still-may-import';
import { UnreadableFile } from './unreadable-file';

/** How many lines one step checks. */
const STEP = 1000;

/** How many files are held open between two steps. */
const OPEN_FILES = 4;

/**
 * Checks a file, some lines at a step, each step in a transaction of its own that plans the next: whoever is broken off begins again where the
 * last one ended. The file stays open in this process in between; another process passes over what was read.
 */
@Injectable()
export class PerformCheck {
  private readonly open = new LRUCache<string, ImportSession>({ max: OPEN_FILES });

  constructor(
    private readonly database: Database,
    private readonly imports: ImportRepository,
    private readonly decisions: ImportDecisionRepository,
    private readonly files: ImportFileRepository,
    private readonly staged: StagedLineRepository,
    private readonly still: StillMayImport,
    private readonly reads: CountedReads,
  ) {}

  /** Does one step, and plans the next. */
  async step(tx: TenantTransaction, importId: string): Promise<void> {
    const row = await this.imports.lock(tx, importId);
    if (row.state !== 'checking') return;
    const importer = await this.still.importerOf(tx.organizationId, row);
    if (importer === null) return this.decisions.stop(tx, importId, stopped(row));
    if (row.readLine === 0) await this.staged.clear(tx, importId);
    try {
      await this.checkNext(tx, row, importer);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      await this.staged.clear(tx, importId);
      await this.imports.refuseFile(tx, importId, error);
    }
  }

  private async checkNext(tx: TenantTransaction, row: ImportRow, importer: Importer): Promise<void> {
    const { session, lines } = await this.read(tx, row);
    if (row.lines + lines.length > MAX_IMPORT_LINES) throw new UnreadableFile('too_many_lines', null);
    if (lines.length > 0 || !session.ended) await this.check(tx, row, importer, lines, session);
    if (!session.ended) {
      this.open.set(keyOf(row), session);
      await planStep(tx, IMPORT_WORK.check, row.id);
    } else if (row.lines + lines.length === 0) throw new UnreadableFile('no_lines', null);
    else await this.imports.checked(tx, row.id);
  }

  /** The next lines, read where the last step that was kept ended. */
  private async read(tx: TenantTransaction, row: ImportRow): Promise<{ readonly session: ImportSession; readonly lines: readonly FileLine[] }> {
    const { id, encoding, delimiter } = row;
    if (encoding === null || delimiter === null) throw new Error('A check knows how the file is written.');
    const before = this.open.get(keyOf(row));
    this.open.delete(keyOf(row));
    const goesOn = before?.line === row.readLine && row.readLine > 0;
    const session = goesOn ? before : new ImportSession({ encoding, delimiter });
    const readChunk = (position: number) => this.files.chunk(tx, id, position);
    await session.passTo(row.readLine, readChunk);
    return { session, lines: await session.take(STEP, readChunk) };
  }

  private async check(tx: TenantTransaction, row: ImportRow, importer: Importer, lines: readonly FileLine[], at: ImportSession): Promise<void> {
    const columns = row.columns ?? [];
    const addressed = await inSlices(lines, (slice) => addressLines(slice, columns));
    const first = new Map(addressed.toReversed().flatMap(({ address, number }) => (address === null ? [] : [[address, number] as const])));
    const [sites, matches, before] = await Promise.all([
      this.staged.sites(tx),
      this.staged.matches(tx, [...first.keys()]),
      this.staged.take(tx, row.id, first),
    ]);
    const check = new LineCheck({ columns, sites, matches, before, sight: importer.sight, ownersToo: importer.ownersToo });
    const found = await inSlices(addressed, (slice) => [check.run(slice)]);
    const [stagedLines, faults] = [found.flatMap((part) => part.lines), found.flatMap((part) => part.faults)];
    // the attributes of an entry stand in no order
    const placed = at.format === 'ldif' ? faults.map((fault) => ({ ...fault, column: null })) : faults;
    const further = lines.filter((line) => hasFurtherValues(line, columns)).length;
    await this.staged.add(tx, row.id, { lines: stagedLines, faults: placed }, { line: at.line, bytes: at.bytes, further });
    // That an address is a member's is told by what its line would do.
    if (importer.sight['user.contact.email.work'] !== 'shown') await this.reads.count(tx, { kind: 'import', of: matches.map(({ id }) => id) });
  }
}

const keyOf = ({ id, checks }: ImportRow): string => `${id} ${checks}`;

/** The entry of an import whose importer lost the right to it. */
export const stopped = ({ id, appliedLines }: ImportRow) => ({
  action: 'member-import.stopped',
  target: { noun: 'member-import', id },
  facts: { applied: appliedLines },
});
