import { createAbility } from './ability';
import { PROFILE_CATEGORIES } from './category';
import { scopedSights, sight, sightOf, sightsOf } from './sight';

const ability = createAbility([
  { action: 'see', subject: 'member', fields: ['user.name'] },
  { action: 'reveal', subject: 'member', fields: ['user.contact.email.work'] },
]);

/** The phone number and what comes after it. */
const HIDDEN = PROFILE_CATEGORIES.slice(2).map(() => 'hidden');

describe('sight', () => {
  it('of a category is shown, on reveal or hidden, as the ability says', () => {
    expect(PROFILE_CATEGORIES.map((category) => sightOf(ability, category))).toEqual(['shown', 'on-reveal', ...HIDDEN]);
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
      'user.contact.email.private': 'hidden',
      'user.contact.phone_number.private': 'hidden',
      'user.workplace': 'hidden',
      'user.location': 'hidden',
    });
  });

  describe('by a grant of some members only', () => {
    const scoped = createAbility([
      { action: 'reveal', subject: 'member', fields: ['user.name', 'user.contact.email.work'] },
      { action: 'see', subject: 'member', fields: ['user.name'], conditions: { siteId: { $in: ['s-1'] } } },
      { action: 'reveal', subject: 'member', fields: ['user.contact.phone_number.work'], conditions: { id: { $in: ['m-1'] } } },
    ]);

    it('is theirs alone', () => {
      expect(Object.values(sightsOf(scoped))).toEqual(['on-reveal', 'on-reveal', ...HIDDEN]);
      expect(Object.values(sightsOf(scoped, { id: 'm-1', siteId: 's-1', groupIds: [] }))).toEqual(['shown', 'on-reveal', 'on-reveal', ...HIDDEN.slice(1)]);
    });

    it('is known to differ from row to row, and nothing else is', () => {
      expect(scopedSights(scoped)).toEqual(['user.name', 'user.contact.phone_number.work']);
      expect(scopedSights(ability)).toEqual([]);
    });
  });
});
