import * as z from 'zod';
import { type Ability, subject } from './ability';
import { PROFILE_CATEGORIES, type ProfileCategory } from './category';
import { GRANT_MODES, type GrantMode } from './grant';
import type { MemberPlace } from './grants/grant-scope';

/** How each category of a member's data is met; stands in answers beside the values. */
export const sight = z.record(z.enum(PROFILE_CATEGORIES), z.enum(GRANT_MODES)).meta({ id: 'Sight' });

/** How each category of a member's data is met. */
export type Sight = Readonly<Record<ProfileCategory, GrantMode>>;

/**
 * How one category of a member's data is met by somebody.
 * @param member whose; left out, anybody's: then only what reaches everybody counts
 */
export function sightOf(ability: Ability, category: ProfileCategory, member: Partial<MemberPlace> = {}): GrantMode {
  const asked = subject('member', { ...member });
  if (ability.can('see', asked, category)) return 'shown';
  return ability.can('reveal', asked, category) ? 'on-reveal' : 'hidden';
}

/** How every category of a member's data is met by somebody; of anybody's, where no member is named. */
export const sightsOf = (ability: Ability, member: Partial<MemberPlace> = {}): Sight => ({
  'user.name': sightOf(ability, 'user.name', member),
  'user.contact.email.work': sightOf(ability, 'user.contact.email.work', member),
  'user.contact.phone_number.work': sightOf(ability, 'user.contact.phone_number.work', member),
  'user.contact.email.private': sightOf(ability, 'user.contact.email.private', member),
  'user.contact.phone_number.private': sightOf(ability, 'user.contact.phone_number.private', member),
  'user.workplace': sightOf(ability, 'user.workplace', member),
  'user.location': sightOf(ability, 'user.location', member),
});

/** The categories that are met better with some members than with all: there each row has a sight of its own. */
export const scopedSights = (ability: Ability): readonly ProfileCategory[] =>
  PROFILE_CATEGORIES.filter((category) => {
    const everywhere = sightOf(ability, category);
    if (everywhere === 'shown') return false;
    return ability.can('see', 'member', category) || (everywhere === 'hidden' && ability.can('reveal', 'member', category));
  });
