import type { LedgerLook } from '@smartpar/access/model';
import { BYTE_ORDER_MARK, csvLines } from '../csv-line';

const COLUMNS = [
  'id',
  'at',
  'roles',
  'name',
  'self',
  'lockbox',
  'emergency',
  'file',
  'categories',
  'purpose',
  'reason',
  'words',
  'delayed_until',
  'complaint',
] as const;

/** The first line of a ledger as CSV. */
export const csvHeading = (): string => `${BYTE_ORDER_MARK}${csvLines([COLUMNS])}`;

/** One look as a line of CSV. */
export const csvLineOf = ({ id, at, by, exported, categories, purpose, reason, delays, challenge }: LedgerLook): string =>
  csvLines([
    [
      id,
      at,
      by.roles.join(' '),
      by.name ?? '',
      String(by.self),
      by.lockbox?.caseReference ?? '',
      by.emergency ?? '',
      exported === undefined ? '' : String(exported.people),
      categories.join(' '),
      purpose,
      'template' in reason ? reason.template : '',
      'template' in reason ? '' : reason.words,
      delays.at(-1)?.until ?? '',
      challenge?.requestId ?? '',
    ],
  ]);
