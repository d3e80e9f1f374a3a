const DAY_MILLISECONDS = 86_400_000;

/** The moment some days from now. @returns RFC 3339 in UTC */
export const inDays = (now: Date, days: number): string => new Date(now.getTime() + days * DAY_MILLISECONDS).toISOString();
