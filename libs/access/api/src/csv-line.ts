import { stringify } from 'csv-stringify/sync';

/** Tells spreadsheet programs that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\u{FEFF}';

/**
 * Lines of a CSV file. A cell a spreadsheet program would calculate (it begins with = + - @, a tab or a line break) begins with an apostrophe
 * instead.
 * @see RFC 4180
 */
export const csvLines = (lines: readonly (readonly string[])[]): string =>
  stringify(
    lines.map((cells) => [...cells]),
    { record_delimiter: '\r\n', escape_formulas: true },
  );
