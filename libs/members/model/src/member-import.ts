/** States of an import. */
export const IMPORT_STATES = ['receiving', 'received', 'checking', 'checked', 'applying', 'applied', 'stopped', 'cancelled'] as const;

/**
 * State of an import: its file arrives, waits to be read, is being checked, was checked, changes members line by line, or is over. It was
 * stopped where whoever imports lost the right to meanwhile; it was cancelled by somebody, or by itself since nobody went on.
 */
export type ImportState = (typeof IMPORT_STATES)[number];

/** States of an import that is not over; an organization has at most one such. */
export const OPEN_IMPORT_STATES = ['receiving', 'received', 'checking', 'checked', 'applying'] as const satisfies readonly ImportState[];

/**
 * What a column of a file can be. `fullName` is a whole name in one cell; "Silva, Ana" is read as last name and first name. `entryKind` and
 * `accountState` are kept of nobody: by them lines of a directory's export are left out that are no people, or whose account is switched off.
 */
export const IMPORT_FIELDS = ['email', 'firstName', 'lastName', 'fullName', 'phone', 'site', 'locale', 'entryKind', 'accountState'] as const;

/** What a column of a file can be. */
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Kinds of files that are read; which one a file is is told by how it begins. */
export const IMPORT_FORMATS = ['csv', 'ldif'] as const;

/** What kind of file it is. */
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** Ways a file's characters can be written, under the names browsers know them by. */
export const IMPORT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

/** How a file's characters are written. */
export type ImportEncoding = (typeof IMPORT_ENCODINGS)[number];

/** What can stand between the cells of a line. */
export const IMPORT_DELIMITERS = [',', ';', '\t'] as const;

/** What stands between the cells of a line. */
export type ImportDelimiter = (typeof IMPORT_DELIMITERS)[number];

/**
 * What can be wrong with a line. Facts by code: `too_long` has `max`, `too_few_cells` and `too_many_cells` have `cells` and `expected`,
 * `twice` has `firstLine`, the line that has the same person.
 */
export const IMPORT_FAULTS = [
  'address_missing',
  'address_invalid',
  'name_missing',
  'too_long',
  'characters_unreadable',
  'characters_forbidden',
  'formula',
  'phone_unclear',
  'site_unknown',
  'site_ambiguous',
  'language_unknown',
  'too_few_cells',
  'too_many_cells',
  'twice',
  'not_a_person',
  'account_off',
  'account_unclear',
  'change_record',
  'value_elsewhere',
] as const;

/** What is wrong with a line. */
export type ImportFault = (typeof IMPORT_FAULTS)[number];

/** Why a whole file cannot be read as it was said to be written. */
export const IMPORT_PROBLEMS = [
  ...(['quote_open', 'quote_stray', 'line_too_long', 'no_lines', 'too_many_lines', 'too_many_columns', 'columns_differ'] as const),
  ...(['ldif_line', 'ldif_entry', 'ldif_version'] as const),
] as const;

/** Why a whole file cannot be read. */
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number];

/**
 * What became of a line. `written`: a member who was there has what the file says now, and whether they had it before is not told, since
 * whoever imports may not see it. `owner`: owners are changed by owners only. `taken-meanwhile`, `gone-meanwhile`: since the check somebody
 * else got the address, or the member or site is no longer there.
 */
export const IMPORT_OUTCOMES = ['added', 'changed', 'written', 'unchanged', 'owner', 'taken-meanwhile', 'gone-meanwhile'] as const;

/** Most bytes a file may have. */
export const MAX_IMPORT_BYTES = 50_000_000;

/** Most lines a file may have. */
export const MAX_IMPORT_LINES = 250_000;

/** Most lines a file may have, empty ones counted too: as many as a spreadsheet has rows, since some write down all of them. */
export const MAX_LINES_WITH_EMPTY = 1_048_576;

/** Most columns a file may have. */
export const MAX_IMPORT_COLUMNS = 200;

/** Most bytes one line may have. */
export const MAX_LINE_BYTES = 128 * 1024;

/** How many days a file is kept while nobody goes on with it. */
export const IMPORT_KEPT_DAYS = 7;
