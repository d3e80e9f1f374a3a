import * as z from 'zod';

/** For how many days the data of somebody who left is kept where an organization says nothing else. */
export const FIRST_MEMBER_DAYS = 30;

/** The longest an organization may keep it, in days; what a dispute or a law asks for beyond that is a hold. */
export const MOST_MEMBER_DAYS = 3650;

const fields = {
  memberDays: z
    .int()
    .min(0)
    .max(MOST_MEMBER_DAYS)
    .describe('For how many days after they left the data of a member is kept; 0: no longer than their time to come back.'),
};

/** `GET /organizations/:organizationId/retention-period`. */
export const retentionPeriod = z.object({ version: z.int().describe('Send it back with a change.'), ...fields }).meta({ id: 'RetentionPeriod' });

/** For how long an organization keeps the data of those who left. */
export type RetentionPeriod = z.infer<typeof retentionPeriod>;

/** `PUT /organizations/:organizationId/retention-period`. */
export const changeRetentionPeriod = z.strictObject({ version: z.int().min(0).max(2_147_483_647), ...fields }).meta({ id: 'ChangeRetentionPeriod' });

/** Another period. */
export type ChangeRetentionPeriod = z.infer<typeof changeRetentionPeriod>;
