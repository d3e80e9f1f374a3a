import {
  cellText,
  IMPORT_DELIMITERS,
  type ImportDelimiter,
  type ImportEncoding,
  type ImportFormat,
  isBlank,
  MAX_IMPORT_COLUMNS,
} from '@smartpar/members/model';
import { CsvRecords } from './csv-records';
import { isKindLine } from './file-rows';
import { isLdif, readLdifBeginning } from './ldif-rows';
import { UnreadableFile } from './unreadable-file';

/** How many lines under the headings are shown. */
const SAMPLE_LINES = 5;
/** Most characters of a cell that are shown. */
const SAMPLE_CELL = 100;
/** Most characters of a heading that are shown. */
const HEADING = 200;
/** How many lines a delimiter is judged by. */
const JUDGED_LINES = 20;

/** How many lines are looked at, most of them empty. */
const LOOKED_AT = 1000;

/** The first piece of a file, and whether it is all there is. */
export interface Beginning {
  readonly bytes: Buffer;
  readonly whole: boolean;
}

/** How the beginning of a file reads. */
export interface ReadBeginning {
  readonly format: ImportFormat;
  readonly headings: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly problem: UnreadableFile | null;
}

/** Reads the headings and the first lines. */
export async function readBeginning(beginning: Beginning, encoding: ImportEncoding, delimiter: ImportDelimiter): Promise<ReadBeginning> {
  const text = textOf(beginning, encoding);
  if (isLdif(text)) return readEntries(text, beginning.whole);
  const { records, problem } = await firstRecords(beginning, encoding, delimiter, SAMPLE_LINES + 1);
  const [headings = [], ...sample] = records;
  if (headings.length > MAX_IMPORT_COLUMNS) return { format: 'csv', headings: [], sample: [], problem: new UnreadableFile('too_many_columns', 1) };
  return shown('csv', headings, sample, problem);
}

function readEntries(text: string, whole: boolean): ReadBeginning {
  const { headings, rows, problem } = readLdifBeginning(text, whole);
  const sample = rows.slice(0, SAMPLE_LINES).map(({ cells }) => cells);
  return shown('ldif', sample.length === 0 ? [] : headings, sample, sample.length === 0 ? problem : null);
}

function shown(format: ImportFormat, headings: readonly string[], sample: readonly (readonly string[])[], problem: UnreadableFile | null): ReadBeginning {
  return {
    format,
    headings: headings.map((heading) => heading.trim().slice(0, HEADING).toWellFormed()),
    sample: sample.map((cells) => cells.slice(0, headings.length).map((cell) => cellText(cell).slice(0, SAMPLE_CELL).toWellFormed())),
    problem: problem ?? (sample.length === 0 ? new UnreadableFile('no_lines', null) : null),
  };
}

/** What is said of a file that has no delimiter. */
const NO_DELIMITER: ImportDelimiter = ',';

/** The delimiter that cuts the first lines into most cells, the same number in each. */
export async function guessDelimiter(beginning: Beginning, encoding: ImportEncoding): Promise<ImportDelimiter> {
  if (isLdif(textOf(beginning, encoding))) return NO_DELIMITER;
  const judged = await Promise.all(
    IMPORT_DELIMITERS.map(async (delimiter) => {
      const { records } = await firstRecords(beginning, encoding, delimiter, JUDGED_LINES);
      const width = records[0]?.length ?? 0;
      return { delimiter, score: records.filter(({ length }) => length === width).length * (width - 1) };
    }),
  );
  return judged.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

const textOf = ({ bytes, whole }: Beginning, encoding: ImportEncoding): string => new TextDecoder(encoding).decode(bytes, { stream: !whole });

async function firstRecords(beginning: Beginning, encoding: ImportEncoding, delimiter: ImportDelimiter, count: number) {
  const { whole } = beginning;
  const text = textOf(beginning, encoding);
  const csv = new CsvRecords(delimiter);
  const records: string[][] = [];
  try {
    for (let at = 0; at < text.length && records.length < count && csv.lines < LOOKED_AT; at += PART) {
      records.push(...filled(await csv.push(text.slice(at, at + PART))));
    }
    if (whole && csv.lines < LOOKED_AT && records.length < count) records.push(...filled(await csv.end()));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { records: [...records, ...filled(error.before)].slice(0, count), problem: error };
  }
  return { records: records.slice(0, count), problem: null };
}

const PART = 8192;

const filled = (records: readonly string[][]): string[][] => records.filter((cells) => !isBlank(cells) && !isKindLine(cells));
