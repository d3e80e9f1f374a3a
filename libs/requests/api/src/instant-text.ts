import { rfc3339, Temporal } from '@smartpar/kernel';

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

/**
 * Writes an instant out of the database's JSON as RFC 3339 in UTC.
 * @param text with any offset; the database writes UTC unless it was told otherwise
 */
export const utcText = (text: string): string => (text.endsWith('+00:00') ? `${text.slice(0, -6)}Z` : rfc3339(instantOf(text)));
