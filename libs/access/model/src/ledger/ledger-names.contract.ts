import { longText } from '@smartpar/platform/contract';
import * as z from 'zod';

const moment = () => z.string().meta({ format: 'date-time' });
const day = () => z.string().meta({ format: 'date' });

/** `GET /organizations/:organizationId/ledger-names`: whether people read the names of those who look at their data from now on. */
export const ledgerNames = z
  .object({
    shown: z.boolean(),
    since: moment().nullable().describe('Looks from then on carry names; null while they carry roles alone.'),
    decision: z.object({ shown: z.boolean(), decidedOn: day(), words: z.string(), recordedAt: moment() }).nullable().describe('The latest balancing.'),
  })
  .meta({ id: 'LedgerNames' });

/** Whether people read the names of those who look. */
export type LedgerNames = z.infer<typeof ledgerNames>;

/** `PUT /organizations/:organizationId/ledger-names`: the balancing of both sides' interests, recorded with its day and reason. */
export const changeLedgerNames = z
  .strictObject({
    shown: z.boolean(),
    decidedOn: z.iso.date({ error: 'Give a day such as 2026-11-26.' }).describe('The day it was decided, with the works council where there is one.'),
    words: longText(4000).refine((text) => text.length >= 20, { error: 'Say what was weighed, in at least 20 characters.' }),
  })
  .meta({ id: 'ChangeLedgerNames' });

/** A recorded balancing. */
export type ChangeLedgerNames = z.infer<typeof changeLedgerNames>;
