import { type Ability, PROFILE_CATEGORIES, type ProfileCategory } from '@smartpar/access/model';
import * as z from 'zod';

/** How a category is met here: its values stand in the answer, or behind a reveal, or not at all. */
export const SIGHTS = ['shown', 'on-reveal', 'hidden'] as const;

/** Per category, how it is met. A value that is not shown is left out of the answer, whether one is kept or not. */
export const sight = z
  .object({
    'user.name': z.enum(SIGHTS),
    'user.contact.email.work': z.enum(SIGHTS),
    'user.contact.phone_number.work': z.enum(SIGHTS),
  } satisfies Record<ProfileCategory, z.ZodType>)
  .meta({ id: 'Sight' });

/** Per category, how it is met. */
export type Sight = z.infer<typeof sight>;

/** What an ability lets its holder see of members. */
export const sightOf = (ability: Ability): Sight => ({
  'user.name': modeOf(ability, 'user.name'),
  'user.contact.email.work': modeOf(ability, 'user.contact.email.work'),
  'user.contact.phone_number.work': modeOf(ability, 'user.contact.phone_number.work'),
});

/** The categories whose values stand in the answer. */
export const shownOf = (seen: Sight): readonly ProfileCategory[] => PROFILE_CATEGORIES.filter((category) => seen[category] === 'shown');

function modeOf(ability: Ability, category: ProfileCategory): Sight[ProfileCategory] {
  if (ability.can('see', 'member', category)) return 'shown';
  return ability.can('reveal', 'member', category) ? 'on-reveal' : 'hidden';
}
