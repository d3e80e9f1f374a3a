/** One page of a list read by key, with the way to the next. */
export interface Page<T> {
  readonly items: readonly T[];
  /** opaque cursor of the next page; `null` on the last one */
  readonly next: string | null;
}

/**
 * Packs the sort key of a page's last row into an opaque cursor.
 * @param key the values the list is ordered by, as text, in order
 */
export const encodeCursor = (key: readonly string[]): string => toBase64Url(JSON.stringify(key).replace(/[\u0080-\uffff]/g, escaped));

/**
 * Unpacks a cursor from outside.
 * @param length how many values the list's key has
 * @returns the key, or `null` for anything that is not a cursor of that length
 */
export function decodeCursor(cursor: string, length: number): readonly string[] | null {
  try {
    const key: unknown = JSON.parse(fromBase64Url(cursor));
    const fits = Array.isArray(key) && key.length === length && key.every((part) => typeof part === 'string');
    return fits ? key : null;
  } catch {
    return null;
  }
}

/**
 * Cuts a page out of rows that were read with one row more than asked for.
 * @param rows up to `size + 1` rows in list order
 * @param keyOf the sort key of a row, as text
 */
export function pageOfRows<T>(rows: readonly T[], size: number, keyOf: (row: T) => readonly string[]): Page<T> {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return { items, next: rows.length > size && last !== undefined ? encodeCursor(keyOf(last)) : null };
}

/** As JSON may write it, so that base64 meets nothing but ASCII and need not be told of bytes. */
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

const toBase64Url = (ascii: string): string => btoa(ascii).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

const fromBase64Url = (text: string): string => atob(text.replaceAll('-', '+').replaceAll('_', '/'));
