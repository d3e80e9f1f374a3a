import { type ImportDelimiter, type ImportEncoding, isBlank, MAX_IMPORT_COLUMNS, MAX_LINES_WITH_EMPTY } from '@smartpar/members/model';
import { CsvRecords, UnreadableFile } from './csv-records';

/** One line of a file, with its number as spreadsheets count. */
export interface FileLine {
  readonly line: number;
  /** as many as a file may have columns */
  readonly cells: readonly string[];
  /** how many there were beyond, up to the last one with anything in it */
  readonly beyond?: number;
}

/** Most bytes that are read at once, but for the piece that is begun. */
const MOST_AT_ONCE = 4_000_000;

/** Reads the piece of a file at a position; `null` behind the last one. */
export type ReadChunk = (position: number) => Promise<Buffer | null>;

/** Reads a file line by line, holding no more of it than one piece. */
export class ImportSession {
  private readonly decoder: TextDecoder;
  private readonly csv: CsvRecords;
  private waiting: readonly string[][] = [];
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
    this.csv = new CsvRecords(delimiter);
  }

  /** Whether there is nothing behind what was given out. */
  get ended(): boolean {
    return this.over && this.next >= this.waiting.length;
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
      const cells = await this.record(readChunk);
      if (cells === null) break;
      this.line += 1;
      if (this.line > MAX_LINES_WITH_EMPTY) throw new UnreadableFile('too_many_lines', null);
      if (isBlank(cells)) continue;
      if (this.headed) lines.push(this.fileLine(cells));
      else this.head(cells);
    }
    return lines;
  }

  /** Passes over what was read before. @param line the last one of it */
  async passTo(line: number, readChunk: ReadChunk): Promise<void> {
    while (this.line < line) {
      const cells = await this.record(readChunk);
      if (cells === null) return;
      this.line += 1;
      if (!this.headed && !isBlank(cells)) this.head(cells);
    }
  }

  /** Some hundred lines wait to be checked together, and each of them may have as many cells as it has letters. */
  private fileLine(cells: readonly string[]): FileLine {
    if (cells.length <= MAX_IMPORT_COLUMNS) return { line: this.line, cells };
    const last = cells.findLastIndex((cell) => cell.trim() !== '');
    return { line: this.line, cells: cells.slice(0, MAX_IMPORT_COLUMNS), beyond: Math.max(0, last + 1 - MAX_IMPORT_COLUMNS) };
  }

  private head(cells: readonly string[]): void {
    if (cells.length > MAX_IMPORT_COLUMNS) throw new UnreadableFile('too_many_columns', this.line);
    this.headed = true;
  }

  private async record(readChunk: ReadChunk): Promise<readonly string[] | null> {
    while (this.next >= this.waiting.length) {
      if (this.over) return null;
      this.waiting = await this.fetch(readChunk);
      this.next = 0;
    }
    const record = this.waiting[this.next];
    this.next += 1;
    return record ?? null;
  }

  private async fetch(readChunk: ReadChunk): Promise<readonly string[][]> {
    const chunk = await readChunk(this.position);
    this.position += 1;
    if (chunk !== null) {
      this.bytes += chunk.length;
      return this.csv.push(this.decoder.decode(chunk, { stream: true }));
    }
    this.over = true;
    return [...(await this.csv.push(this.decoder.decode())), ...(await this.csv.end())];
  }
}
