import * as z from 'zod';
import { instantText } from '../moment.contract';
import { DROP_REASONS, MAX_USAGE_MONTHS, USAGE_KINDS } from './usage-kind';

const day = () => z.string().meta({ format: 'date' });

/** Whether a kind of usage data is collected now, and why not. */
export const COLLECTIONS = ['collected', 'switched-off', 'no-agreement'] as const;

const rule = {
  collected: z.boolean().describe('It is kept. Where it is not, it is dropped at the door and counted.'),
  months: z.int().describe('How many whole months it is kept after the month in which it happened.'),
};

/** What an organization says of one kind, and what comes of it. */
export const usageKindView = z.object({ kind: z.enum(USAGE_KINDS), category: z.string(), ...rule, now: z.enum(COLLECTIONS) }).meta({ id: 'UsageKindView' });

/** What an organization says of one kind, and what comes of it. */
export type UsageKindView = z.infer<typeof usageKindView>;

/** How many events of a kind were dropped on a day, for one reason. */
export const droppedOnDay = z.object({ day: day(), kind: z.enum(USAGE_KINDS), reason: z.enum(DROP_REASONS), events: z.int() }).meta({ id: 'DroppedOnDay' });

/** How many events of a kind were dropped on a day, for one reason. */
export type DroppedOnDay = z.infer<typeof droppedOnDay>;

/** `GET /organizations/:organizationId/usage-rules`: which kinds are collected, how long each is kept, and what was dropped in the last 30 days. */
export const usageRulesView = z
  .object({
    version: z.int().describe('Send it back with a change.'),
    kinds: z.array(usageKindView),
    changedAt: instantText().nullable(),
    dropped: z.array(droppedOnDay).describe('The newest day first.'),
  })
  .meta({ id: 'UsageRules' });

/** Which kinds are collected, how long each is kept, and what was dropped. */
export type UsageRulesView = z.infer<typeof usageRulesView>;

const givenRule = z.strictObject({ collected: z.boolean(), months: z.int().min(0).max(MAX_USAGE_MONTHS) });

/** `PUT /organizations/:organizationId/usage-rules`. */
export const usageRulesChange = z
  .strictObject({
    version: z.int().min(0).max(2_147_483_647).describe('The version that was read; a change based on an older one is refused.'),
    kinds: z.strictObject({ device: givenRule, 'sign-in': givenRule, diagnostic: givenRule }),
  })
  .meta({ id: 'UsageRulesChange' });

/** Other rules. */
export type UsageRulesChange = z.infer<typeof usageRulesChange>;
