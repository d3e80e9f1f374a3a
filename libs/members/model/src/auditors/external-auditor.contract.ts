import * as z from 'zod';

/** Longest time an auditor from outside is let in at once, in days. */
export const LONGEST_AUDIT_DAYS = 30;

/** `PUT .../members/:memberId/external-auditor`: let somebody check for a while, or for longer than before. */
export const admittingAuditor = z
  .strictObject({
    until: z.iso
      .date({ error: 'Give a day such as 2026-11-26.' })
      .optional()
      .describe(`Their last day, where the organization is; ${LONGEST_AUDIT_DAYS} days from now at most.`),
    days: z
      .int()
      .min(1)
      .max(LONGEST_AUDIT_DAYS)
      .optional()
      .describe('In place of the last day: in how many days that is. Days are counted where the organization is, wherever the reader is.'),
  })
  .refine(({ until, days }) => (until === undefined) !== (days === undefined), { path: ['until'], error: 'Give a last day or a number of days.' })
  .meta({ id: 'AdmittingExternalAuditor' });

/** Letting somebody check for a while. */
export type AdmittingAuditor = z.infer<typeof admittingAuditor>;

/** Somebody from outside who checks for a while. */
export const externalAuditor = z
  .object({
    memberId: z.string(),
    number: z.int(),
    status: z.enum(['invited', 'active', 'suspended', 'deactivated']),
    since: z.string().meta({ format: 'date-time' }),
    until: z.string().meta({ format: 'date' }),
    over: z.boolean().describe('Their last day is past.'),
  })
  .meta({ id: 'ExternalAuditor' });

/** Somebody from outside who checks for a while. */
export type ExternalAuditor = z.infer<typeof externalAuditor>;

/** Everybody from outside who checks at present. */
export const externalAuditors = z.object({ items: z.array(externalAuditor).max(200) }).meta({ id: 'ExternalAuditors' });

/** Everybody from outside who checks at present. */
export type ExternalAuditors = z.infer<typeof externalAuditors>;
