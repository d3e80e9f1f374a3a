import { createAbility } from './ability';
import { PROFILE_CATEGORIES } from './category';
import { sight, sightOf, sightsOf } from './sight';

const ability = createAbility([
  { action: 'see', subject: 'member', fields: ['user.name'] },
  { action: 'reveal', subject: 'member', fields: ['user.contact.email.work'] },
]);

describe('sight', () => {
  it('of a category is shown, on reveal or hidden, as the ability says', () => {
    expect(PROFILE_CATEGORIES.map((category) => sightOf(ability, category))).toEqual(['shown', 'on-reveal', 'hidden']);
  });

  it('is shown where it may be both seen and revealed', () => {
    const both = createAbility([{ action: ['see', 'reveal'], subject: 'member', fields: ['user.name'] }]);
    expect(sightOf(both, 'user.name')).toBe('shown');
  });

  it('of all categories travels as its contract says', () => {
    expect(sight.parse(sightsOf(ability))).toEqual({
      'user.name': 'shown',
      'user.contact.email.work': 'on-reveal',
      'user.contact.phone_number.work': 'hidden',
    });
  });
});
