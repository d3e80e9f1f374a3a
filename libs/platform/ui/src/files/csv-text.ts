/** Tells spreadsheet programs that a file is UTF-8. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/** What spreadsheet programs take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A phone number is at worst taken for a number. */
const PHONE = /^\+[\d ]+$/;

/** What a cell may hold only between quotation marks. */
const QUOTED = /["\r\n,;\t]/;

/**
 * Writes a small CSV file. A cell that a spreadsheet program would calculate begins with an apostrophe instead.
 * @param delimiter what stands between cells; spreadsheet programs in German expect a semicolon
 * @see RFC 4180
 */
export const csvText = (lines: readonly (readonly string[])[], delimiter: ',' | ';' = ','): string =>
  BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(cellOf).join(delimiter)}\r\n`).join('');

function cellOf(text: string): string {
  const safe = FORMULA.test(text) && !PHONE.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
