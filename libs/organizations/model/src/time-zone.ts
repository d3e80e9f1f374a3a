/**
 * Tells whether a text names a time zone this runtime can calculate in, such as `Europe/Berlin`; bare offsets such as `+02:00` are refused,
 * because they know nothing of summer time.
 * @see the IANA Time Zone Database
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The time zones to choose from, in the database's order. */
export const timeZones = (): readonly string[] => Intl.supportedValuesOf('timeZone');
