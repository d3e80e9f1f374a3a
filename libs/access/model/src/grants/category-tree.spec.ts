import fc from 'fast-check';
import { PROFILE_CATEGORIES } from '../category';
import { GRANT_CATEGORIES, type GrantCategory, isUnder, leavesOf, longestDays } from './category-tree';

const [NAME, EMAIL, PHONE, PRIVATE_EMAIL, PRIVATE_PHONE, WORKPLACE, LOCATION] = PROFILE_CATEGORIES;

describe('the tree of categories', () => {
  it.each<[GrantCategory, readonly string[]]>([
    ['user', [NAME, EMAIL, PHONE, PRIVATE_EMAIL, PRIVATE_PHONE, WORKPLACE, LOCATION]],
    ['user.name', [NAME]],
    ['user.contact', [EMAIL, PHONE, PRIVATE_EMAIL, PRIVATE_PHONE]],
    ['user.contact.email', [EMAIL, PRIVATE_EMAIL]],
    ['user.contact.email.work', [EMAIL]],
    ['user.contact.email.private', [PRIVATE_EMAIL]],
    ['user.contact.phone_number', [PHONE, PRIVATE_PHONE]],
    ['user.contact.phone_number.work', [PHONE]],
    ['user.contact.phone_number.private', [PRIVATE_PHONE]],
    ['user.workplace', [WORKPLACE]],
    ['user.location', [LOCATION]],
  ])('under %s holds', (category, leaves) => {
    expect(leavesOf([category])).toEqual(leaves);
  });

  it('has a parent beside every child but the root', () => {
    const orphans = GRANT_CATEGORIES.filter(
      (category) => category !== 'user' && !GRANT_CATEGORIES.some((other) => other !== category && isUnder(category, other)),
    );
    expect(orphans).toEqual([]);
  });

  it('takes no name for a child that only begins alike', () => {
    expect(isUnder('user.contact.phone_number', 'user.contact.email')).toBe(false);
  });
});

const some = fc.subarray([...GRANT_CATEGORIES], { minLength: 1 });

describe('the longest time', () => {
  it.each<[readonly GrantCategory[], number]>([
    [['user.name'], 90],
    [['user.name', 'user.contact.email.work'], 60],
    [['user.contact.email'], 30],
    [['user.workplace'], 90],
    [['user'], 30],
  ])('of %j is that of the most sensitive', (categories, days) => {
    expect(longestDays(categories)).toBe(days);
  });

  it('never grows by naming more', () => {
    fc.assert(fc.property(some, some, (one, more) => longestDays([...one, ...more]) <= longestDays(one)));
  });
});
