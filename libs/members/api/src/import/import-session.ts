import { type ImportDelimiter, type ImportEncoding, type ImportFormat, isBlank, MAX_IMPORT_COLUMNS } from '@smartpar/members/model';
import { CsvRows, type EntryFacts, type FileRow, type FileRows, isKindLine } from './file-rows';
import { BEGINNING_PIECES } from './import-file.repository';
import { isLdif, LdifRows, readLdifBeginning } from './ldif-rows';
import { UnreadableFile } from './unreadable-file';

/** One line of a file, with its number as spreadsheets count; of a directory's export an entry, with the line it begins in. */
export interface FileLine {
  readonly line: number;
  /** as many as a file may have columns */
  readonly cells: readonly string[];
  /** how many there were beyond, up to the last one with anything in it */
  readonly beyond?: number;
  /** in a directory's export */
  readonly entry?: EntryFacts;
}

/** Most bytes that are read at once, but for the piece that is begun. */
const MOST_AT_ONCE = 4_000_000;

/** Reads the piece of a file at a position; `null` behind the last one. */
export type ReadChunk = (position: number) => Promise<Buffer | null>;

/** Reads a file line by line, holding no more of it than one piece, but for its beginning. */
export class ImportSession {
  private readonly decoder: TextDecoder;
  private readonly delimiter: ImportDelimiter;
  private rows: FileRows | null = null;
  private waiting: readonly FileRow[] = [];
  private next = 0;
  private position = 0;
  private headed = false;
  private over = false;
  /** number of the last line that was given out, or of the headings */
  line = 0;
  /** how many bytes were read */
  bytes = 0;

  constructor({ encoding, delimiter }: { readonly encoding: ImportEncoding; readonly delimiter: ImportDelimiter }) {
    this.decoder = new TextDecoder(encoding);
    this.delimiter = delimiter;
  }

  /** Whether there is nothing behind what was given out. */
  get ended(): boolean {
    return this.over && this.next >= this.waiting.length;
  }

  /** What kind of file it is; known once anything of it was read. */
  get format(): ImportFormat {
    return this.rows?.format ?? 'csv';
  }

  /**
   * The next lines with anything in them; fewer than asked for at the end, and where so much is read before there are as many that whoever
   * waits meanwhile should have a turn.
   * @throws {UnreadableFile}
   */
  async take(count: number, readChunk: ReadChunk): Promise<readonly FileLine[]> {
    const lines: FileLine[] = [];
    const until = this.bytes + MOST_AT_ONCE;
    while (lines.length < count && this.bytes <= until) {
      const row = await this.row(readChunk);
      if (row === null) break;
      this.line = row.line;
      if (isBlank(row.cells)) continue;
      if (this.headed) lines.push(fileLine(row));
      else this.head(row);
    }
    return lines;
  }

  /** Passes over what was read before. @param line the last one of it */
  async passTo(line: number, readChunk: ReadChunk): Promise<void> {
    while (this.line < line) {
      const row = await this.row(readChunk);
      if (row === null) return;
      this.line = row.line;
      if (!this.headed && !isBlank(row.cells)) this.head(row);
    }
  }

  private head({ cells, line }: FileRow): void {
    if (isKindLine(cells)) return;
    if (cells.length > MAX_IMPORT_COLUMNS) throw new UnreadableFile('too_many_columns', line);
    this.headed = true;
  }

  private async row(readChunk: ReadChunk): Promise<FileRow | null> {
    while (this.next >= this.waiting.length) {
      if (this.over) return null;
      this.waiting = await this.fetch(readChunk);
      this.next = 0;
    }
    const row = this.waiting[this.next];
    this.next += 1;
    return row ?? null;
  }

  private async fetch(readChunk: ReadChunk): Promise<readonly FileRow[]> {
    if (this.rows === null) return this.begin(readChunk);
    const chunk = await this.piece(readChunk);
    if (chunk !== null) return this.rows.push(this.decoder.decode(chunk, { stream: true }));
    this.over = true;
    return [...(await this.rows.push(this.decoder.decode())), ...(await this.rows.end())];
  }

  /** What kind of file it is, and which columns it has, is told by as much of it as a preview shows. */
  private async begin(readChunk: ReadChunk): Promise<readonly FileRow[]> {
    const pieces: Buffer[] = [];
    while (pieces.length < BEGINNING_PIECES) {
      const piece = await this.piece(readChunk);
      if (piece === null) break;
      pieces.push(piece);
    }
    const text = this.decoder.decode(Buffer.concat(pieces), { stream: true });
    if (!isLdif(text)) this.rows = new CsvRows(this.delimiter);
    else {
      this.rows = new LdifRows(readLdifBeginning(text, false).headings);
      this.headed = true;
    }
    return this.rows.push(text);
  }

  private async piece(readChunk: ReadChunk): Promise<Buffer | null> {
    const chunk = await readChunk(this.position);
    if (chunk === null) return null;
    this.position += 1;
    this.bytes += chunk.length;
    return chunk;
  }
}

/** Some hundred lines wait to be checked together, and each of them may have as many cells as it has letters. */
function fileLine({ line, cells, entry }: FileRow): FileLine {
  const facts = entry === undefined ? {} : { entry };
  if (cells.length <= MAX_IMPORT_COLUMNS) return { line, cells, ...facts };
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return { line, cells: cells.slice(0, MAX_IMPORT_COLUMNS), beyond: Math.max(0, last + 1 - MAX_IMPORT_COLUMNS), ...facts };
}
