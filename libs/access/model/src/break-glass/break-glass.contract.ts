import { longText, pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { PROFILE_CATEGORIES } from '../category';
import { REASON_WORDS_MAX, REASON_WORDS_MIN, revealReason } from '../reveal.contract';
import { ROLES } from '../role';
import { BREAK_GLASS_GROUNDS, BREAK_GLASS_OUTCOMES } from './break-glass';

const moment = () => z.string().meta({ format: 'date-time' });
const words = () =>
  longText(REASON_WORDS_MAX).refine((text) => text.length >= REASON_WORDS_MIN, { error: `Say it in at least ${REASON_WORDS_MIN} characters.` });

/** `POST /organizations/:organizationId/break-glasses`: look at once, in an emergency. */
export const breakingGlass = z
  .strictObject({
    ground: z.enum(BREAK_GLASS_GROUNDS),
    categories: z
      .array(z.enum(PROFILE_CATEGORIES))
      .min(1)
      .max(PROFILE_CATEGORIES.length)
      .refine((named) => new Set(named).size === named.length, { error: 'Name each category once.' }),
    words: words().describe('What happened and why nobody could be asked first. Those who answer for the organization read it.'),
  })
  .meta({ id: 'BreakingGlass' });

/** Looking at once, in an emergency. */
export type BreakingGlass = z.infer<typeof breakingGlass>;

/** One emergency, as those who answer for the organization see it. */
export const breakGlass = z
  .object({
    id: z.string(),
    by: z.object({ memberId: z.string(), memberNumber: z.string(), roles: z.array(z.enum(ROLES)), self: z.boolean().describe('It was whoever reads.') }),
    ground: z.enum(BREAK_GLASS_GROUNDS),
    categories: z.array(z.enum(PROFILE_CATEGORIES)),
    words: z.string(),
    beganAt: moment(),
    until: moment(),
    running: z.boolean(),
    reviewBy: moment().describe('Until when somebody else says whether it was justified.'),
    overdue: z.boolean().describe('That moment is past, and nobody has.'),
    review: z.object({ outcome: z.enum(BREAK_GLASS_OUTCOMES), words: z.string(), at: moment() }).nullable(),
    looks: z.int().describe('How often something was looked at.'),
  })
  .meta({ id: 'BreakGlass' });

/** One emergency. */
export type BreakGlass = z.infer<typeof breakGlass>;

/** A page of emergencies, newest first. */
export const breakGlassPage = pageOf(breakGlass).meta({ id: 'BreakGlassPage' });

/** Which emergencies. */
export const breakGlassQuery = pageQuery().extend({ review: z.enum(['waiting', 'done']).optional() });

/** Which emergencies. */
export type BreakGlassQuery = z.infer<typeof breakGlassQuery>;

/** `GET /organizations/:organizationId/break-glasses/mine`: what runs of my own, one at most. */
export const ownBreakGlass = z
  .object({
    items: z.array(z.object({ id: z.string(), ground: z.enum(BREAK_GLASS_GROUNDS), categories: z.array(z.enum(PROFILE_CATEGORIES)), until: moment() })).max(1),
  })
  .meta({ id: 'OwnBreakGlass' });

/** What runs of my own. */
export type OwnBreakGlass = z.infer<typeof ownBreakGlass>;

/** `POST .../break-glasses/:breakGlassId/review`. */
export const breakGlassReview = z.strictObject({ outcome: z.enum(BREAK_GLASS_OUTCOMES), words: words() }).meta({ id: 'BreakGlassReview' });

/** Whether it was justified, and why. */
export type BreakGlassReview = z.infer<typeof breakGlassReview>;

/** One thing looked at under it. */
export const breakGlassLook = z
  .object({
    id: z.string(),
    at: moment(),
    memberId: z.string(),
    memberNumber: z.string(),
    categories: z.array(z.enum(PROFILE_CATEGORIES)),
    reason: revealReason,
  })
  .meta({ id: 'BreakGlassLook' });

/** One thing looked at under it. */
export type BreakGlassLook = z.infer<typeof breakGlassLook>;

/** A page of what was looked at, newest first. */
export const breakGlassLookPage = pageOf(breakGlassLook).meta({ id: 'BreakGlassLookPage' });

/** Query of what was looked at. */
export const breakGlassLookQuery = pageQuery();

/** Query of what was looked at. */
export type BreakGlassLookQuery = z.infer<typeof breakGlassLookQuery>;
