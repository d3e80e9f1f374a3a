import * as z from 'zod';
import { PROFILE_CATEGORIES } from './category';
import { GRANT_MODES, GRANTED_ROLES } from './grant';
import { ORGANIZATION_PURPOSES } from './purpose';
import { wideningView } from './widening/widening.contract';

const effect = {
  mode: z.enum(GRANT_MODES).describe('`shown` unmasked, `on-reveal` behind a button that asks for a reason, `hidden` not at all.'),
  purposes: z.array(z.enum(ORGANIZATION_PURPOSES)).describe('Why it may be seen; none exactly where the mode is `hidden`.'),
};
const place = { role: z.enum(GRANTED_ROLES), category: z.enum(PROFILE_CATEGORIES) };

/** What one role may see of one category, and what it would be as shipped. */
export const standingGrantLine = z
  .object({
    ...place,
    ...effect,
    shipped: z.object(effect).describe('What an organization starts with.'),
    changedAt: z.string().meta({ format: 'date-time' }).nullable().describe('When the organization changed it; null: as shipped.'),
  })
  .meta({ id: 'StandingGrantLine' });

/** What one role may see of one category, and what it would be as shipped. */
export type StandingGrantLine = z.infer<typeof standingGrantLine>;

/** `GET /organizations/:organizationId/standing-grants`: one line for each role and category. */
export const standingGrants = z
  .object({
    version: z.int().describe('Send it back with a change.'),
    grants: z.array(standingGrantLine),
    waiting: z.array(wideningView).describe('What a role is to see more, and nobody has agreed to yet; soonest settled first.'),
  })
  .meta({ id: 'StandingGrants' });

/** One line for each role and category. */
export type StandingGrants = z.infer<typeof standingGrants>;

const changed = z
  .strictObject({ ...place, ...effect })
  .refine(({ mode, purposes }) => mode === 'hidden' || purposes.length > 0, { path: ['purposes'], error: 'Choose at least one purpose, or hide the data.' })
  .refine(({ mode, purposes }) => mode !== 'hidden' || purposes.length === 0, {
    path: ['purposes'],
    error: 'Hidden data has no purpose. Leave the list empty.',
  })
  .refine(({ purposes }) => new Set(purposes).size === purposes.length, { path: ['purposes'], error: 'Name each purpose once.' });

/**
 * `PUT /organizations/:organizationId/standing-grants`: all that differs from what is shipped; what is not named is as
 * shipped from then on. Where a role the owner holds would see more, that waits for somebody else.
 */
export const standingGrantsChange = z
  .strictObject({
    version: z.int().min(1).max(2_147_483_647).describe('The version that was read; a change based on an older one is refused.'),
    grants: z
      .array(changed)
      .max(GRANTED_ROLES.length * PROFILE_CATEGORIES.length)
      .refine((grants) => new Set(grants.map(({ role, category }) => `${role} ${category}`)).size === grants.length, {
        error: 'Name each role and category once.',
      }),
  })
  .meta({ id: 'StandingGrantsChange' });

/** All that is to differ from what is shipped. */
export type StandingGrantsChange = z.infer<typeof standingGrantsChange>;
