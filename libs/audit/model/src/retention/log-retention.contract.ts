import * as z from 'zod';

/** For fewer months no log is kept: whoever answers for an organization has to be able to look back a year. */
export const FEWEST_MONTHS = 12;

/** For more months nobody says it; `null` keeps the log for good. */
export const MOST_MONTHS = 240;

/** `PUT /organizations/:organizationId/audit-log/retention`. */
export const setLogRetention = z
  .strictObject({ months: z.int().min(FEWEST_MONTHS).max(MOST_MONTHS).nullable().describe('How long entries are kept; null: for good.') })
  .meta({ id: 'SetAuditLogRetention' });

/** How long entries are to be kept, as read. */
export type SetLogRetention = z.infer<typeof setLogRetention>;

/** How long entries are kept, and what has been trimmed so far. */
export const logRetentionContract = z
  .object({
    months: z.int().nullable().describe('null: for good.'),
    trimmed: z.int().min(0).describe('So many places at the beginning of the log have no entry any more; their hashes are kept.'),
    trimmedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'AuditLogRetention' });

/** How long entries are kept, as it travels. */
export type LogRetention = z.infer<typeof logRetentionContract>;
