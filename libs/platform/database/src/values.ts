import { Temporal } from '@smartpar/kernel';
import { type CustomTypesConfig, types } from 'pg';
import type { ValueTransformer } from 'typeorm';

const INT8 = 20;
const DATE = 1082;
const INTERVAL = 1186;

const asText = (text: string): string => text;

/** A bigint as a number; what does not fit exactly is refused instead of rounded. */
function asNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('The number from the database is too large to be held exactly.');
  return value;
}

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [INT8, asNumber],
  [DATE, asText],
  [INTERVAL, asText],
]);

/** How values from the database are read: exact numbers for bigint, text for calendar dates and intervals. */
export const valueTypes: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => (format === 'binary' ? theirParser(oid, format) : parserOf(oid)),
};

const theirParser = (oid: number, format: 'text' | 'binary'): unknown => types.getTypeParser(oid, format);

/** What has been looked up: the driver asks for each column of each answer. */
const known = new Map<number, unknown>(PARSERS);

function parserOf(oid: number): unknown {
  const parser = known.get(oid) ?? theirParser(oid, 'text');
  known.set(oid, parser);
  return parser;
}

/**
 * Turns a timestamp read from the database into an instant.
 * @param date value of a timestamptz column
 */
export const toInstant = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

/** Turns a timestamp that may be missing into an instant. */
export const toInstantOrNull = (date: Date | null): Temporal.Instant | null => (date === null ? null : toInstant(date));

/** Column transformer for entities: timestamptz in the database, `Temporal.Instant` in the program. */
export const instantColumn: ValueTransformer = {
  to: (value: unknown) => toParameter(value),
  from: (value: unknown) => (value instanceof Date ? toInstant(value) : value),
};

/** Turns a value of the program into one the driver can send; `Temporal` objects go as their ISO text, in arrays too. Long arrays of text are not copied. */
export function toParameter(value: unknown): unknown {
  if (Array.isArray(value)) return value.some((part) => typeof part === 'object' && part !== null) ? value.map(toParameter) : value;
  if (value instanceof Temporal.Instant) return new Date(value.epochMilliseconds).toISOString();
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Duration) return value.toString();
  return value;
}
