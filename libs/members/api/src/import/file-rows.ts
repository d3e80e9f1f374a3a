import { type ImportDelimiter, type ImportFormat, MAX_LINES_WITH_EMPTY } from '@smartpar/members/model';
import { CsvRecords } from './csv-records';
import { UnreadableFile } from './unreadable-file';

/** What a directory's export says of an entry besides its values, which no cell could. */
export interface EntryFacts {
  /** it asks for something else than to be added */
  readonly change: boolean;
  /** which columns have other values as well */
  readonly more: readonly number[];
  /** which columns say only where their value is */
  readonly elsewhere: readonly number[];
}

/** A line of a file, or an entry, and where it stands. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly entry?: EntryFacts;
}

/** Reads a file of some kind as it comes, piece by piece. */
export interface FileRows {
  readonly format: ImportFormat;
  /** @returns what ends in this piece @throws {UnreadableFile} */
  push(text: string): Promise<readonly FileRow[]>;
  /** @returns what nothing ended @throws {UnreadableFile} */
  end(): Promise<readonly FileRow[]>;
}

/** Tells whether a line stands above the headings and says what kind of things follow, as PowerShell has it. */
export const isKindLine = (cells: readonly string[]): boolean => cells[0]?.startsWith('#TYPE ') ?? false;

/** The lines of a table, headings and empty ones too. */
export class CsvRows implements FileRows {
  readonly format = 'csv';
  private readonly records: CsvRecords;
  private line = 0;

  constructor(delimiter: ImportDelimiter) {
    this.records = new CsvRecords(delimiter);
  }

  async push(text: string): Promise<readonly FileRow[]> {
    return this.numbered(await this.records.push(text));
  }

  async end(): Promise<readonly FileRow[]> {
    return this.numbered(await this.records.end());
  }

  private numbered(records: readonly string[][]): readonly FileRow[] {
    const rows = records.map((cells, index) => ({ line: this.line + index + 1, cells }));
    this.line += records.length;
    if (this.line > MAX_LINES_WITH_EMPTY) throw new UnreadableFile('too_many_lines', null);
    return rows;
  }
}
