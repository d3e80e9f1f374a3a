import { longText, pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { ROLES } from '../role';
import { VOLUME_ALERT_STATES } from './look-volume';

/** Fewest and most characters of what is said when an alert is settled. */
export const ALERT_WORDS = { min: 10, max: 2000 } as const;

const moment = () => z.string().meta({ format: 'date-time' });

/** Reading how often somebody looked is an evaluation of what they did, and is told only where that is on. */
const WHILE_OFF = '`null` while evaluations are off.';

const line = {
  id: z.string(),
  memberId: z.string(),
  memberNumber: z.string().describe('Of whoever looked so often.'),
  day: z.string().meta({ format: 'date' }),
  looks: z.int().nullable().describe(`How often on that day, counted anew while nobody has settled it; ${WHILE_OFF}`),
  usual: z.number().nullable().describe(`Looks a day that were usual for this person before; ${WHILE_OFF}`),
  limit: z.int().nullable().describe(`Up to so many would not have been noticed; ${WHILE_OFF}`),
  at: moment(),
  state: z.enum(VOLUME_ALERT_STATES),
};

/** An alert in the list. */
export const volumeAlertLine = z.object(line).meta({ id: 'VolumeAlertLine' });

/** An alert in the list. */
export type VolumeAlertLine = z.infer<typeof volumeAlertLine>;

/** `GET /organizations/:organizationId/volume-alerts`: newest first. */
export const volumeAlertPage = pageOf(volumeAlertLine).meta({ id: 'VolumeAlertPage' });

/** Query of the list of alerts. */
export const volumeAlertQuery = pageQuery().extend({ show: z.enum(['open', 'all']).default('all').describe('`open`: those nobody settled.') });

/** Query of the list of alerts. */
export type VolumeAlertQuery = z.infer<typeof volumeAlertQuery>;

/** One alert: `GET /organizations/:organizationId/volume-alerts/:alertId`. */
export const volumeAlertView = z
  .object({
    ...line,
    roles: z.array(z.enum(ROLES)).describe('The roles of whoever looked, at that time.'),
    past: z.array(z.int()).nullable().describe(`Looks of each of the days before on which evaluations were on, oldest first; ${WHILE_OFF}`),
    settled: z.object({ at: moment(), memberNumber: z.string(), self: z.boolean(), words: z.string() }).nullable(),
    may: z.object({ settle: z.boolean() }),
  })
  .meta({ id: 'VolumeAlert' });

/** One alert. */
export type VolumeAlertView = z.infer<typeof volumeAlertView>;

/** `POST /organizations/:organizationId/volume-alerts/:alertId/settlement`. */
export const settleVolumeAlert = z
  .strictObject({
    outcome: z.enum(['explained', 'reported']).describe('`explained`: there was a reason. `reported`: this person was reported since.'),
    words: longText(ALERT_WORDS.max).refine((text) => text.length >= ALERT_WORDS.min, { error: `Say it in at least ${ALERT_WORDS.min} characters.` }),
  })
  .meta({ id: 'SettleVolumeAlert' });

/** What came of an alert. */
export type SettleVolumeAlert = z.infer<typeof settleVolumeAlert>;
