/**
 * Reads a timestamptz as text in UTC, whatever the session's time zone; it leaves as text as well.
 * @param column the column as in SQL
 */
export const instantColumn = (column: string): string => `replace((${column} at time zone 'UTC')::text, ' ', 'T') || 'Z'`;
