import { KEEPING_REASONS, TRACE_KINDS } from '@smartpar/platform/contract';
import { placeHold } from '@smartpar/retention/model';
import * as z from 'zod';
import { MEMBER_STATUSES } from '../member';
import { memberAct } from '../member.contract';
import { instantText } from '../moment.contract';
import { DEPARTURE_CAUSES, DORMANT_DAYS, ENVELOPES, MOST_GRACE_DAYS } from './departure';

/**
 * `POST .../members/:memberId/deactivation`: somebody leaves this organization. Nobody is dismissed without being asked whether something must be
 * kept: then `hold` is said, with null for no.
 */
export const deactivateMember = z
  .strictObject({
    cause: z.enum(DEPARTURE_CAUSES),
    envelope: z.enum(['mail', 'print']).default('mail').describe('How the person gets their code: by mail, or on paper where no mail reaches them.'),
    hold: placeHold.nullable().optional().describe('What must be kept beyond all periods; null: nothing. To be said for a dismissal.'),
  })
  .refine(({ cause, hold }) => cause !== 'dismissed' || hold !== undefined, {
    path: ['hold'],
    error: 'Say whether something must be kept because of a dispute or a law.',
  })
  .meta({ id: 'DeactivateMember' });

/** Somebody leaves. */
export type DeactivateMember = z.infer<typeof deactivateMember>;

/** Answer to it. */
export const memberDeparted = memberAct
  .extend({
    graceUntil: instantText().nullable().describe('Until when this can be taken back.'),
    code: z.string().nullable().describe('The code for the letter, this once; null where the person got it by mail.'),
  })
  .meta({ id: 'MemberDeparted' });

/** Answer to it. */
export type MemberDeparted = z.infer<typeof memberDeparted>;

const wait = z
  .object({
    kind: z.enum(['grace', 'period', 'hold', 'request']),
    until: instantText().nullable().describe('null where no day is set: as long as there is one.'),
    count: z.int().nullable(),
  })
  .meta({ id: 'LeavingWait' });

/** What becomes of everything that is kept about a member, by kind, with figures as they are now. */
export const leavingOutlook = z
  .object({
    goes: z.array(z.object({ kind: z.enum(TRACE_KINDS), count: z.int() })),
    stays: z.array(z.object({ kind: z.enum(TRACE_KINDS), why: z.enum(KEEPING_REASONS), count: z.int().nullable().describe('null: not counted.') })),
    plannedAt: instantText().nullable().describe('When it is due; for a member who has not left, if they left now. null: it is done.'),
    graceDays: z.int(),
    waits: z.array(wait).describe('What it waits for, for a member who left.'),
  })
  .meta({ id: 'LeavingOutlook' });

/** What becomes of everything that is kept about a member. */
export type LeavingOutlook = z.infer<typeof leavingOutlook>;

/** `GET .../members/:memberId/life`: how a member stands, beside what the member's page says. */
export const memberLife = z
  .object({
    status: z.enum(MEMBER_STATUSES),
    dormantSince: z
      .string()
      .meta({ format: 'date' })
      .nullable()
      .describe('The day of their last use, where it is so long ago that it is suggested to let them go.'),
    departure: z
      .object({
        cause: z.enum(DEPARTURE_CAUSES).nullable().describe('Told to those who may let members go.'),
        departedAt: instantText(),
        graceUntil: instantText(),
        envelope: z.enum(ENVELOPES),
      })
      .nullable(),
    plannedAt: instantText().nullable(),
    waits: z.array(wait),
    may: z.object({ deactivate: z.boolean(), cancel: z.boolean(), readHolds: z.boolean(), placeHold: z.boolean(), liftHold: z.boolean() }),
  })
  .meta({ id: 'MemberLife' });

/** How a member stands. */
export type MemberLife = z.infer<typeof memberLife>;

const rules = {
  graceDays: z.int().min(1).max(MOST_GRACE_DAYS).describe('For how many days whoever leaves can come back.'),
  dormantDays: z
    .int()
    .min(DORMANT_DAYS.least)
    .max(DORMANT_DAYS.most)
    .nullable()
    .describe('After how many days without use it is suggested to let somebody go; null: never.'),
};

/** `GET /organizations/:organizationId/life-rules`. */
export const lifeRules = z.object({ version: z.int().describe('Send it back with a change.'), ...rules }).meta({ id: 'LifeRules' });

/** How long one can come back, and when a member counts as dormant. */
export type LifeRules = z.infer<typeof lifeRules>;

/** `PUT /organizations/:organizationId/life-rules`. */
export const changeLifeRules = z.strictObject({ version: z.int().min(0).max(2_147_483_647), ...rules }).meta({ id: 'ChangeLifeRules' });

/** Other rules. */
export type ChangeLifeRules = z.infer<typeof changeLifeRules>;
