import * as z from 'zod';
import type { Ability } from './ability';
import { PROFILE_CATEGORIES, type ProfileCategory } from './category';
import { GRANT_MODES, type GrantMode } from './grant';

/** How each category of a member's data is met; stands in answers beside the values. */
export const sight = z.record(z.enum(PROFILE_CATEGORIES), z.enum(GRANT_MODES)).meta({ id: 'Sight' });

/** How each category of a member's data is met. */
export type Sight = Readonly<Record<ProfileCategory, GrantMode>>;

/** How one category of members' data is met by somebody. */
export function sightOf(ability: Ability, category: ProfileCategory): GrantMode {
  if (ability.can('see', 'member', category)) return 'shown';
  return ability.can('reveal', 'member', category) ? 'on-reveal' : 'hidden';
}

/** How every category of members' data is met by somebody. */
export const sightsOf = (ability: Ability): Sight => ({
  'user.name': sightOf(ability, 'user.name'),
  'user.contact.email.work': sightOf(ability, 'user.contact.email.work'),
  'user.contact.phone_number.work': sightOf(ability, 'user.contact.phone_number.work'),
});
