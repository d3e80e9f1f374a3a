import { longText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { PROFILE_CATEGORIES } from './category';
import { ORGANIZATION_PURPOSES } from './purpose';
import { reasonsFor, REVEAL_REASON_TEMPLATES } from './reveal-reason';

/** Fewest characters of a reason in one's own words. */
export const REASON_WORDS_MIN = 10;
/** Most characters of a reason in one's own words. */
export const REASON_WORDS_MAX = 300;
/** How long a revealed value stays on the screen, and how long the same call answers again with what it revealed. */
export const REVEAL_SECONDS = 60;

const template = z.strictObject({ template: z.enum(REVEAL_REASON_TEMPLATES) });
const words = z.strictObject({
  words: longText(REASON_WORDS_MAX).refine((text) => text.length >= REASON_WORDS_MIN, {
    error: `Say it in at least ${REASON_WORDS_MIN} characters; the person will read it.`,
  }),
});

/** Why somebody looks: a reason ready to be chosen, or their own words. */
export const revealReason = z.union([template, words]).meta({ id: 'RevealReason' });

/** Why somebody looks. */
export type RevealReason = z.infer<typeof revealReason>;

/** `POST /organizations/:organizationId/members/:memberId/reveals`: one look at masked data of a member. */
export const revealing = z
  .strictObject({
    categories: z
      .array(z.enum(PROFILE_CATEGORIES))
      .min(1)
      .max(PROFILE_CATEGORIES.length)
      .refine((categories) => new Set(categories).size === categories.length, { error: 'Name each category once.' }),
    purpose: z.enum(ORGANIZATION_PURPOSES),
    reason: revealReason,
  })
  .refine(({ purpose, reason }) => !('template' in reason) || reasonsFor(purpose).includes(reason.template), {
    path: ['reason', 'template'],
    error: 'This reason does not go with the purpose. Choose another, or say it in your own words.',
  })
  .meta({ id: 'Revealing' });

/** One look at masked data of a member. */
export type Revealing = z.infer<typeof revealing>;

/** What was revealed; `null` where nothing is kept. Show it for `REVEAL_SECONDS` at most and keep it nowhere. */
export const revealed = z
  .object({
    revealId: z.string(),
    at: z.string().meta({ format: 'date-time' }),
    values: z.partialRecord(z.enum(PROFILE_CATEGORIES), z.string().nullable()).describe('All of a category in one text.'),
    fields: z
      .array(z.object({ category: z.enum(PROFILE_CATEGORIES), field: z.string(), value: z.string() }))
      .describe('The same value by value: `department`, or the id of what the organization made up itself. What is not kept is left out.'),
  })
  .meta({ id: 'Revealed' });

/** What was revealed. */
export type Revealed = z.infer<typeof revealed>;
