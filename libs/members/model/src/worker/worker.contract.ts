import * as z from 'zod';
import { WORKER_TYPES, mayHaveLastDay } from './worker';

/** As what a member works, and until when. */
export const memberWorker = z
  .object({
    type: z.enum(WORKER_TYPES),
    until: z.string().meta({ format: 'date' }).nullable().describe('The last day; afterwards they see no data of others. null: no end.'),
    over: z.boolean().describe('That day is past where the organization is.'),
  })
  .meta({ id: 'MemberWorker' });

/** As what a member works, and until when. */
export type MemberWorker = z.infer<typeof memberWorker>;

/** `PUT .../members/:memberId/worker`. */
export const changeWorker = z
  .strictObject({
    version: z.int().min(1).max(2_147_483_647).describe('The version that was read; a change based on an older one is refused.'),
    type: z.enum(WORKER_TYPES),
    until: z.iso.date({ error: 'Give a day such as 2026-11-26.' }).nullable().describe('The last day, where the organization is; null: no end.'),
  })
  .refine(({ type, until }) => until === null || mayHaveLastDay(type), { path: ['until'], error: 'Employees have no last day here. Leave it empty.' })
  .meta({ id: 'ChangeWorker' });

/** As what a member works from now on. */
export type ChangeWorker = z.infer<typeof changeWorker>;
