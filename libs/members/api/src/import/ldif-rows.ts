import { attributesToExpect, MAX_IMPORT_COLUMNS } from '@smartpar/members/model';
import type { FileRow, FileRows } from './file-rows';
import { LdifEntries, type LdifEntry } from './ldif-entries';
import { UnreadableFile } from './unreadable-file';

const COMMENT = /^#.*(?:\n .*)*\n/;
const ENTRY = /^(?:version: *\d|dn::? *\S)/i;

/** Attributes that say nothing in letters, or that nobody is to see: keys, pictures and numbers of bytes. */
const UNSEEN =
  /^(?:.*password.*|unicodepwd|dbcspwd|.*pwdhistory|sambantpassword|sambalmpassword|krb.*|.*photo|.*certificate.*|audio|objectguid|objectsid|sidhistory|ntsecuritydescriptor|.*key)$/i;

/** Tells whether a text is entries of a directory, by how it begins: comments, and then the version or somebody's name in it. */
export function isLdif(beginning: string): boolean {
  let text = beginning.replaceAll('\r\n', '\n').trimStart();
  for (let comment = COMMENT.exec(text); comment !== null; comment = COMMENT.exec(text)) text = text.slice(comment[0].length).trimStart();
  return ENTRY.test(text);
}

/** The entries at the beginning of a file, and the columns the whole of it is read in. */
export interface LdifBeginning {
  readonly headings: readonly string[];
  readonly rows: readonly FileRow[];
  readonly problem: UnreadableFile | null;
}

/**
 * Reads the beginning of a file. Its columns are what its first entries have, in the order in which they have it, and what those further on
 * may have as well.
 * @param whole nothing follows
 */
export function readLdifBeginning(beginning: string, whole: boolean): LdifBeginning {
  const entries = new LdifEntries();
  let problem: UnreadableFile | null = null;
  try {
    entries.push(beginning);
    if (whole) entries.end();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    problem = error;
  }
  const unfinished = whole ? null : entries.unfinished();
  const read = [...entries.take(), ...(unfinished === null ? [] : [unfinished])];
  const headings = headingsOf(read);
  return { headings, rows: read.map((entry) => rowOf(entry, headings)), problem };
}

function headingsOf(entries: readonly LdifEntry[]): readonly string[] {
  const names = new Map<string, string>();
  for (const { attributes } of entries) for (const [key, { name }] of attributes) if (!names.has(key) && !UNSEEN.test(key)) names.set(key, name);
  const seen = [...names.values()];
  const expected = attributesToExpect(seen);
  return [...seen.slice(0, MAX_IMPORT_COLUMNS - expected.length), ...expected];
}

/** The entries of a directory, as lines of columns. */
export class LdifRows implements FileRows {
  readonly format = 'ldif';
  private readonly entries: LdifEntries;

  constructor(private readonly headings: readonly string[]) {
    this.entries = new LdifEntries(new Set(headings.map((heading) => heading.toLowerCase())));
  }

  push(text: string): Promise<readonly FileRow[]> {
    this.entries.push(text);
    return Promise.resolve(this.take());
  }

  end(): Promise<readonly FileRow[]> {
    this.entries.end();
    return Promise.resolve(this.take());
  }

  private take(): readonly FileRow[] {
    return this.entries.take().map((entry) => rowOf(entry, this.headings));
  }
}

function rowOf({ line, attributes, change }: LdifEntry, headings: readonly string[]): FileRow {
  const found = headings.map((heading) => attributes.get(heading.toLowerCase()));
  const places = (which: 'more' | 'elsewhere'): number[] => found.flatMap((one, index) => (one?.[which] === true ? [index] : []));
  return { line, cells: found.map((one) => one?.value ?? ''), entry: { change, more: places('more'), elsewhere: places('elsewhere') } };
}
