import type { TransformOptions } from 'node:stream';
import { type ImportDelimiter, type ImportProblem, MAX_LINE_BYTES } from '@smartpar/members/model';
import { CsvError, type Options, type Parser, parse } from 'csv-parse';
import { UnreadableFile } from './unreadable-file';

/** How much text is read at once: little enough that a line of any length is noticed in time. */
const SLICE = 16_384;

/** More lines than a slice can hold, so that none of them has to wait for room. */
const ROOM = SLICE * 2;

const HALF_AT_END = /[\ud800-\udbff]$/;

const CODES: Readonly<Record<string, ImportProblem>> = {
  CSV_QUOTE_NOT_CLOSED: 'quote_open',
  INVALID_OPENING_QUOTE: 'quote_stray',
  CSV_INVALID_CLOSING_QUOTE: 'quote_stray',
  CSV_MAX_RECORD_SIZE: 'line_too_long',
};

const optionsFor = (delimiter: ImportDelimiter): Options & TransformOptions => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  max_record_size: MAX_LINE_BYTES,
  readableHighWaterMark: ROOM,
});

/** What of the parser's own parts is used here. */
interface Inside {
  readonly state: { expectedRecordLength: number; readonly record: readonly string[] };
  __onRecord: (push: unknown) => unknown;
}

/**
 * The parser makes an error for each line with other cells than the first one has, and drops it where that is none: over files with many such
 * lines, empty ones too, this takes twenty times as long as reading them. So each line has as many cells as it is expected to have.
 */
function expectAnyLength(parser: Parser): void {
  const api = Reflect.get(parser, 'api') as Inside; // as: not declared; a spec notices when it changes
  const onRecord = api.__onRecord.bind(api);
  api.__onRecord = (push) => {
    api.state.expectedRecordLength = api.state.record.length;
    return onRecord(push);
  };
}

/**
 * Cuts text into lines and cells, piece by piece.
 * @see RFC 4180
 */
export class CsvRecords {
  private readonly parser: Parser;
  private failure: unknown;
  /** how many lines there were, empty ones too */
  private count = 0;
  /** how much was read since the last line ended */
  private pending = 0;
  /** first half of a letter of two, whose other half is still to come */
  private half = '';

  constructor(delimiter: ImportDelimiter) {
    this.parser = parse(optionsFor(delimiter));
    expectAnyLength(this.parser);
    this.parser.on('error', (error) => (this.failure = error));
  }

  /** How many lines there were, empty ones too. */
  get lines(): number {
    return this.count;
  }

  /** @returns the lines that end in this piece @throws {UnreadableFile} */
  async push(text: string): Promise<string[][]> {
    const found: string[][] = [];
    for (const slice of this.slices(text)) {
      const records = await this.tell((done) => this.parser.write(slice, done), found);
      found.push(...records);
      this.pending = records.length === 0 ? this.pending + slice.length : slice.length;
      if (this.pending > MAX_LINE_BYTES + SLICE) throw new UnreadableFile('line_too_long', this.count + 1, found);
    }
    return found;
  }

  /** @returns the last line, where nothing ended it @throws {UnreadableFile} */
  end(): Promise<string[][]> {
    const { half } = this;
    this.half = '';
    return this.tell((done) => this.parser.end(half, done), []);
  }

  /** The parser takes bytes: a letter cut in two would be none in either part. */
  private *slices(text: string): Generator<string> {
    const all = this.half + text;
    this.half = '';
    for (let at = 0, end; at < all.length; at = end) {
      end = Math.min(at + SLICE, all.length);
      if (HALF_AT_END.test(all.slice(end - 1, end))) end -= 1;
      if (end > at) yield all.slice(at, end);
      else {
        this.half = all.slice(at);
        return;
      }
    }
  }

  private async tell(step: (done: (error?: Error | null) => void) => void, before: readonly string[][]): Promise<string[][]> {
    try {
      await new Promise<void>((resolve, reject) => {
        this.parser.once('error', reject);
        step((error) => (error ? reject(error) : resolve()));
      });
    } catch (error) {
      throw this.unreadable(error, before);
    } finally {
      this.parser.removeAllListeners('error').on('error', (error) => (this.failure = error));
    }
    if (this.failure !== undefined) throw this.unreadable(this.failure, before);
    return this.drain();
  }

  private drain(): string[][] {
    const records: string[][] = [];
    for (;;) {
      const record: unknown = this.parser.read();
      if (record === null) break;
      records.push(record as string[]); // as: without options that say otherwise, a record is its cells
    }
    this.count += records.length;
    return records;
  }

  private unreadable(error: unknown, before: readonly string[][]): unknown {
    const code = error instanceof CsvError ? CODES[error.code] : undefined;
    if (code === undefined) return error;
    const read = [...before, ...this.drain()];
    return new UnreadableFile(code, this.count + 1, read);
  }
}
