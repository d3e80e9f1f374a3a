import type { Locale } from '@smartpar/platform/contract';
import { type ExportColumn, exportHeading, memberNumberText } from '@smartpar/members/model';
import { stringify } from 'csv-stringify/sync';
import type { MemberRow } from '../member-columns';

/** Tells spreadsheet programs that the file is UTF-8. */
const BYTE_ORDER_MARK = '\u{FEFF}';

const CELLS: Readonly<Record<ExportColumn, (row: MemberRow) => string | null | undefined>> = {
  number: ({ number }) => memberNumberText(number),
  status: ({ status }) => status,
  site: ({ siteName }) => siteName,
  roles: ({ roles }) => roles.join(' '),
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  displayName: ({ displayName }) => displayName,
  privateEmail: ({ privateEmail }) => privateEmail,
  privatePhone: ({ privatePhone }) => privatePhone,
  department: ({ department }) => department,
  employeeNumber: ({ employeeNumber }) => employeeNumber,
  manager: ({ manager }) => manager && memberNumberText(manager.number),
  country: ({ country }) => country,
  timeZone: ({ timeZone }) => timeZone,
};

/**
 * Lines of a CSV file. A cell that a spreadsheet program would calculate (it begins with = + - @, a tab or a line break) begins with an
 * apostrophe instead, which our own import takes away again.
 * @see RFC 4180
 */
const lines = (cells: readonly (readonly (string | null | undefined)[])[]): string =>
  stringify([...cells], { record_delimiter: '\r\n', escape_formulas: true });

/** The first line of an export. */
export const headingLine = (columns: readonly ExportColumn[], locale: Locale): string =>
  `${BYTE_ORDER_MARK}${lines([columns.map((column) => exportHeading(column, locale))])}`;

/** Some members as lines. */
export const memberLines = (columns: readonly ExportColumn[], rows: readonly MemberRow[]): string =>
  lines(rows.map((row) => columns.map((column) => CELLS[column](row) ?? '')));
