import { isId } from '@smartpar/kernel';

/** What a column holds, as far as conditions are concerned. */
export type ConditionType = 'uuid' | 'text' | 'integer' | 'boolean' | 'timestamptz' | 'date';

/** A field of a noun, as a column. */
export interface ConditionColumn {
  /** the column as in SQL: `r.assigned_member_id` */
  readonly sql: string;
  readonly type: ConditionType;
  /**
   * for a field that holds several values, each in a row of another table: makes of a comparison of `sql` the condition that one of them
   * meets it, such as `exists (select from grouped_members g where ... and <comparison>)`
   */
  readonly someOf?: (comparison: string) => string;
}

/** The columns of a noun, by the names its access file uses. */
export type ConditionColumns = Readonly<Record<string, ConditionColumn>>;

/** A value a condition compares with; `undefined` for one that no row of the column can hold. */
export type Comparable = string | number | boolean | Date | undefined;

/** First code unit from which UTF-16 and Unicode order text differently. */
const FIRST_SURROGATE = 0xd800;

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/** What each type of column may be compared with. A form that only looks alike to the database holds for no row in memory. */
const ACCEPTS: Readonly<Record<ConditionType, (value: unknown) => boolean>> = {
  uuid: (value) => typeof value === 'string',
  text: (value) => typeof value === 'string' && value.isWellFormed() && !value.includes('\0'),
  integer: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  timestamptz: (value) => isDate(value) && !Number.isNaN(value.getTime()),
  date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
};

/**
 * Checks a value of a condition against its column, for the database would rather convert than say that they differ.
 * @throws TypeError for a value of another type than the column's
 */
export function comparable(field: string, { type }: ConditionColumn, value: unknown): Comparable {
  if (!ACCEPTS[type](value)) throw new TypeError(`A rule compares "${field}", which is ${type}, with what cannot be: ${typeof value}.`);
  if (type === 'uuid') return isId(value) && value === value.toLowerCase() ? value : undefined;
  if (type === 'integer') return Number.isSafeInteger(value) ? Number(value) : undefined;
  return value as Comparable; // as: checked by ACCEPTS
}

/**
 * Checks a value that rows are ordered against.
 * @throws TypeError where memory and database would order differently, or the type has no order
 */
export function orderable(field: string, column: ConditionColumn, value: unknown): Exclude<Comparable, undefined | boolean> {
  const refuse = (why: string): never => {
    throw new TypeError(`A rule orders by "${field}", which ${why}.`);
  };
  if (column.type === 'uuid' || column.type === 'boolean') return refuse('has no order');
  if (column.type === 'integer' && typeof value === 'number' && Number.isFinite(value)) return value;
  const checked = comparable(field, column, value);
  if (typeof checked === 'string' && [...checked].some((character) => (character.codePointAt(0) ?? 0) >= FIRST_SURROGATE))
    return refuse('is compared with characters that sort differently elsewhere');
  return typeof checked === 'undefined' || typeof checked === 'boolean' ? refuse('has no order') : checked;
}
