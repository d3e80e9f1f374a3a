import { decodeCursor, encodeCursor, invalid, isId } from '@smartpar/kernel';

/** What kind of value a sort column holds. */
export type KeyType = 'uuid' | 'text' | 'timestamptz' | 'date' | 'integer';

/** One column a list is ordered by. */
export interface KeyColumn {
  /** the column as in SQL: `r.due_at`; never null */
  readonly sql: string;
  readonly direction: 'asc' | 'desc';
  readonly type: KeyType;
}

/** How a list is ordered and from where it goes on. */
export interface KeysetOptions {
  /** most significant first; the last one makes the order total */
  readonly columns: readonly KeyColumn[];
  /** cursor of the page before, from outside; absent for the first page */
  readonly after?: string;
  /** number of the first free parameter */
  readonly startParam: number;
}

/** The pieces of SQL that read the page after a cursor. */
export interface Keyset {
  /** condition for WHERE; `true` on the first page */
  readonly where: string;
  /** what follows ORDER BY */
  readonly orderBy: string;
  /** parameters of the condition */
  readonly values: readonly string[];
}

/** What parameters are read as; any whole number compares with any integer column. */
const CASTS: Readonly<Record<KeyType, string>> = { uuid: 'uuid', text: 'text', timestamptz: 'timestamptz', date: 'date', integer: 'bigint' };

const FORMATS: Readonly<Record<KeyType, (text: string) => boolean>> = {
  uuid: isId,
  text: (text) => !text.includes('\0'),
  timestamptz: (text) => /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(text) && !Number.isNaN(Date.parse(text)),
  date: (text) => /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)),
  integer: (text) => /^-?\d{1,15}$/.test(text),
};

/**
 * Makes the SQL that reads a list by key: no page is slower than the first, and rows that come or go in between are
 * neither shown twice nor passed over.
 * @throws {DomainError} `page.cursor_invalid` for a cursor that no page of this list gave
 */
export function keyset({ columns, after, startParam }: KeysetOptions): Keyset {
  const orderBy = columns.map(({ sql, direction }) => `${sql} ${direction}`).join(', ');
  if (after === undefined) return { where: 'true', orderBy, values: [] };
  const values = readCursor(after, columns);
  return { where: beyond(columns, startParam), orderBy, values };
}

/**
 * The cursor that goes on behind a row.
 * @param key the row's values of the sort columns, in order
 */
export const cursorOf = (key: readonly (string | number | Date)[]): string =>
  encodeCursor(key.map((part) => (part instanceof Date ? part.toISOString() : String(part))));

function readCursor(cursor: string, columns: readonly KeyColumn[]): readonly string[] {
  const values = decodeCursor(cursor, columns.length);
  const fits = values !== null && columns.every(({ type }, index) => FORMATS[type](values[index] ?? ''));
  if (!fits) throw invalid('page.cursor_invalid', 'This page address is damaged or of another list. Start again at the first page.');
  return values;
}

/** Rows behind the key. One row comparison where all columns run the same way, so that one index range answers it. */
function beyond(columns: readonly KeyColumn[], startParam: number): string {
  const parameter = (index: number): string => `$${startParam + index}::${CASTS[columns[index]?.type ?? 'text']}`;
  const [first] = columns;
  if (columns.every(({ direction }) => direction === first?.direction)) {
    const sign = first?.direction === 'desc' ? '<' : '>';
    return `(${columns.map(({ sql }) => sql).join(', ')}) ${sign} (${columns.map((_, index) => parameter(index)).join(', ')})`;
  }
  const ways = columns.map((column, index) => {
    const equal = columns.slice(0, index).map(({ sql }, before) => `${sql} = ${parameter(before)}`);
    return `(${[...equal, `${column.sql} ${column.direction === 'desc' ? '<' : '>'} ${parameter(index)}`].join(' and ')})`;
  });
  return `(${ways.join(' or ')})`;
}
