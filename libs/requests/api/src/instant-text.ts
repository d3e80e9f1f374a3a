import { Temporal } from '@smartpar/kernel';

/**
 * Reads a timestamptz as text in UTC, whatever the session's time zone. Making a Date of each and text of it again is what a list
 * would mostly be busy with.
 * @param column the column as in SQL
 */
export const instantColumn = (column: string): string => `(${column} at time zone 'UTC')::text`;

/** Writes what {@link instantColumn} reads as RFC 3339. */
export const instantText = (text: string): string => `${text.slice(0, 10)}T${text.slice(11)}Z`;

/**
 * Reads an instant out of the database's JSON.
 * @param text with any offset, to the millisecond, which is how precisely instants are kept
 */
export const instantOf = (text: string): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(Date.parse(text));
