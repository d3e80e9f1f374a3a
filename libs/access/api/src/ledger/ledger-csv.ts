import type { LedgerLook } from '@smartpar/access/model';
import { stringify } from 'csv-stringify/sync';

/** Tells spreadsheet programs that the file is UTF-8. */
const BYTE_ORDER_MARK = '\u{FEFF}';

const COLUMNS = [
  'id',
  'at',
  'roles',
  'name',
  'self',
  'lockbox',
  'emergency',
  'categories',
  'purpose',
  'reason',
  'words',
  'delayed_until',
  'complaint',
] as const;

/** A cell a spreadsheet program would calculate begins with an apostrophe instead. */
const line = (cells: readonly string[]): string => stringify([[...cells]], { record_delimiter: '\r\n', escape_formulas: true });

/** The first line of a ledger as CSV. */
export const csvHeading = (): string => `${BYTE_ORDER_MARK}${line(COLUMNS)}`;

/** One look as a line of CSV. */
export const csvLineOf = ({ id, at, by, categories, purpose, reason, delays, challenge }: LedgerLook): string =>
  line([
    id,
    at,
    by.roles.join(' '),
    by.name ?? '',
    String(by.self),
    by.lockbox?.caseReference ?? '',
    by.emergency ?? '',
    categories.join(' '),
    purpose,
    'template' in reason ? reason.template : '',
    'template' in reason ? '' : reason.words,
    delays.at(-1)?.until ?? '',
    challenge?.requestId ?? '',
  ]);
