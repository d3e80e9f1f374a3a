import { longText } from '@smartpar/platform/contract';
import * as z from 'zod';

/** Why something must be kept: a dispute with the person, an investigation, an order of an authority or a court, or a law that says so. */
export const HOLD_GROUNDS = ['dispute', 'investigation', 'order', 'law'] as const;

/** Why something must be kept. */
export type HoldGround = (typeof HOLD_GROUNDS)[number];

/** Most characters of what is said about a hold. */
export const HOLD_WORDS_MAX = 1000;

/** `POST .../members/:memberId/holds`: keeps everything about a member, whatever else would remove it. */
export const placeHold = z
  .strictObject({ ground: z.enum(HOLD_GROUNDS), words: longText(HOLD_WORDS_MAX).describe('Which dispute or order it is.') })
  .meta({ id: 'PlaceHold' });

/** A hold as it is placed. */
export type PlaceHold = z.infer<typeof placeHold>;

/** `POST .../members/:memberId/holds/:holdId/lifting`. */
export const liftHold = z.strictObject({ words: longText(HOLD_WORDS_MAX).describe('Why it is needed no longer.') }).meta({ id: 'LiftHold' });

/** An instant in an answer: RFC 3339 in UTC. Not parsed again on its way out; the server made it. */
const instantText = () => z.string().meta({ format: 'date-time' });

/** One hold; lifted, it never changes again. */
export const holdView = z
  .object({
    id: z.string(),
    ground: z.enum(HOLD_GROUNDS),
    words: z.string(),
    placedAt: instantText(),
    placedBy: z.string().nullable().describe('Number of the member who placed it.'),
    lifted: z.object({ at: instantText(), by: z.string().nullable(), words: z.string() }).nullable(),
  })
  .meta({ id: 'Hold' });

/** One hold. */
export type HoldView = z.infer<typeof holdView>;

/** `GET .../members/:memberId/holds`: those in force first, newest first. */
export const holdList = z.object({ items: z.array(holdView) }).meta({ id: 'HoldList' });

/** The holds on a member. */
export type HoldList = z.infer<typeof holdList>;
