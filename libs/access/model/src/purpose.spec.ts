import { categoryWord, isProfileCategory, maskWord } from './category';
import { ORGANIZATION_PURPOSES, PURPOSES } from './purpose';

describe('purposes', () => {
  it('of an organization are the ones it answers for', () => {
    expect(PURPOSES.filter(({ controller }) => controller === 'organization').map(({ key }) => key)).toEqual(ORGANIZATION_PURPOSES);
  });

  it("of SmartPAR's policy are seven", () => {
    expect(PURPOSES.filter(({ controller }) => controller === 'smartpar')).toHaveLength(7);
  });

  it('name their use as Fideslang does', () => {
    expect(PURPOSES.filter(({ dataUse }) => !/^(essential|functional|analytics)\.[a-z_.]+$/.test(dataUse))).toEqual([]);
  });
});

describe('a category', () => {
  it('has words in place of itself and of its values', () => {
    expect([categoryWord('user.contact.phone_number.work'), maskWord('user.name')]).toEqual([
      'access.categories.user-contact-phone-number-work.name',
      'access.categories.user-name.hidden',
    ]);
  });

  it('is known by its key alone', () => {
    expect(['user.name', 'user.contact.email', ''].map(isProfileCategory)).toEqual([true, false, false]);
  });
});
