import { createHash, type Hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type MemberActor, systemActor } from '@smartpar/access/model';
import { newId, notFound } from '@smartpar/kernel';
import {
  anotherImportOpen,
  emptyFile,
  fileIncomplete,
  fileTooLarge,
  IMPORT_KEPT_DAYS,
  MAX_IMPORT_BYTES,
  type MemberImport,
  noLines,
  notAFile,
} from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { type ArrivingFile, fingerprintOf, keyReused, once } from '@smartpar/platform/http';
import { FilePieces, type Piece } from './file-pieces';
import { FileGuess, type GuessedEncoding } from './file-guess';
import { guessDelimiter, readBeginning } from './file-beginning';
import { ImportFileRepository } from './import-file.repository';
import { type ImportRow, presentImport } from './import-row';
import { IMPORT_WORK, keepFile, planStep } from './import-work';
import { ImportRepository } from './import.repository';

const OPERATION = 'member-import.receive';

/** After how long a file that stopped arriving makes room for another, in seconds. */
const STALE_SECONDS = 120;

/** Takes a file as it arrives and keeps it piece by piece; what was answered for is kept whatever happens. */
@Injectable()
export class ReceiveImport {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportRepository,
    private readonly files: ImportFileRepository,
  ) {}

  /** @throws {DomainError} `member-import.another_open`, `.too_large`, `.empty`, `.no_lines`, `.spreadsheet`, `.not_text`, `.no_file`, `.incomplete` */
  async run(actor: MemberActor, file: ArrivingFile | null, key: string): Promise<MemberImport> {
    if (file === null) throw notAFile();
    if (file.announced === 0) throw emptyFile();
    if (file.announced !== null && file.announced > MAX_IMPORT_BYTES) throw fileTooLarge();
    const { importId, before } = await this.begin(actor, file, key);
    if (before !== null) return presentImport(await sameFile(file, before), actor);
    try {
      return await this.receive(actor, importId, file);
    } catch (error) {
      await this.database.tenant(systemActor(actor.organizationId, OPERATION), async (tx) => {
        await this.imports.drop(tx, importId);
        await keepFile(tx, importId);
      });
      throw error;
    }
  }

  /** Makes room, unless the same act made it before. */
  private begin(actor: MemberActor, { announced }: ArrivingFile, key: string): Promise<{ importId: string; before: ImportRow | null }> {
    const attempt = { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, announced) };
    return this.database.tenant(actor, async (tx) => {
      const { replayed, reference } = await once(tx, attempt, { importId: newId() });
      await this.imports.dropStale(tx, tx.at.subtract({ seconds: STALE_SECONDS }));
      const before = replayed ? await this.imports.find(tx, reference.importId) : null;
      if (before?.state === 'receiving') throw anotherImportOpen();
      if (before === null) await this.open(tx, actor, reference.importId);
      return { importId: reference.importId, before };
    });
  }

  private async open(tx: TenantTransaction, { memberId, accountId }: MemberActor, id: string): Promise<void> {
    const forgottenAt = tx.at.add({ hours: 1 });
    await this.imports.open(tx, { id, memberId, accountId, forgottenAt });
    await planStep(tx, IMPORT_WORK.forget, id, forgottenAt);
  }

  private async receive(actor: MemberActor, importId: string, file: ArrivingFile): Promise<MemberImport> {
    const arrival = new Arrival();
    for await (const piece of new FilePieces(file.pieces)) {
      arrival.take(piece);
      await this.database.tenant(actor, async (tx) => {
        await this.imports.touch(tx, importId, arrival.bytes);
        await this.files.add(tx, importId, piece.chunks);
      });
    }
    if (file.announced !== null && arrival.bytes !== file.announced) throw fileIncomplete();
    const guess = arrival.end();
    await this.requireLines(actor.organizationId, importId, guess);
    return this.database.tenant(actor, async (tx) => {
      const forgottenAt = tx.at.add({ hours: IMPORT_KEPT_DAYS * 24 });
      await keepFile(tx, importId);
      await this.imports.received(tx, importId, { ...guess, bytes: arrival.bytes, hash: arrival.hash.digest(), forgottenAt });
      await planStep(tx, IMPORT_WORK.forget, importId, forgottenAt);
      const row = await this.imports.find(tx, importId);
      if (row === null) throw notFound();
      return presentImport(row, actor);
    });
  }

  /** @throws {DomainError} `member-import.no_lines` where there are headings at most */
  private async requireLines(organizationId: string, importId: string, { encoding }: GuessedEncoding): Promise<void> {
    const beginning = await this.files.beginning(organizationId, importId);
    const { problem } = await readBeginning(beginning, encoding, await guessDelimiter(beginning, encoding));
    if (beginning.whole && problem?.code === 'no_lines') throw noLines();
  }
}

/** What is learned of a file while it arrives. */
class Arrival {
  readonly hash: Hash = createHash('sha256');
  private readonly guess = new FileGuess();
  bytes = 0;

  /** @throws {DomainError} where it is too large, or no file of text */
  take({ beginning, all, chunks }: Piece): void {
    if (all > MAX_IMPORT_BYTES) throw fileTooLarge();
    if (beginning !== null) this.guess.begin(beginning);
    this.bytes = all;
    for (const { bytes } of chunks) {
      this.hash.update(bytes);
      this.guess.feed(bytes);
    }
  }

  /** @throws {DomainError} `member-import.empty` */
  end(): GuessedEncoding {
    if (this.bytes === 0) throw emptyFile();
    return this.guess.end();
  }
}

/** Reads a file that was sent before under the same key. @throws {DomainError} 422 where it is another one */
async function sameFile(file: ArrivingFile, before: ImportRow): Promise<ImportRow> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of file.pieces) {
    bytes += piece.length;
    if (bytes > MAX_IMPORT_BYTES) throw keyReused();
    hash.update(piece);
  }
  if (before.hash !== null && !before.hash.equals(hash.digest())) throw keyReused();
  return before;
}
