import { PROFILE_CATEGORIES, type ProfileCategory } from '../category';

/**
 * Kinds of personal data a grant may name, parents before their children, as Fideslang 2 nests them. A parent covers all its children, those
 * that are added later too.
 */
export const GRANT_CATEGORIES = [
  'user',
  'user.name',
  'user.contact',
  'user.contact.email',
  'user.contact.email.work',
  'user.contact.email.private',
  'user.contact.phone_number',
  'user.contact.phone_number.work',
  'user.contact.phone_number.private',
  'user.workplace',
  'user.location',
] as const;

/** A kind of personal data a grant may name. */
export type GrantCategory = (typeof GRANT_CATEGORIES)[number];

/** Tells whether a category is another or one of its children. */
export const isUnder = (category: GrantCategory, parent: GrantCategory): boolean => category === parent || category.startsWith(`${parent}.`);

/** The kinds of data of a profile that some categories cover. */
export const leavesOf = (categories: readonly GrantCategory[]): readonly ProfileCategory[] =>
  PROFILE_CATEGORIES.filter((leaf) => categories.some((category) => isUnder(leaf, category)));

/** Most days a grant of a category lasts: the more somebody can be reached or harmed by it, the shorter. */
const LONGEST: Readonly<Record<ProfileCategory, number>> = {
  'user.name': 90,
  'user.contact.email.work': 60,
  'user.contact.phone_number.work': 30,
  'user.contact.email.private': 30,
  'user.contact.phone_number.private': 30,
  'user.workplace': 90,
  'user.location': 60,
};

/** Most days a grant of some categories lasts: as long as the most sensitive of them. */
export const longestDays = (categories: readonly GrantCategory[]): number => Math.min(...leavesOf(categories).map((leaf) => LONGEST[leaf]));

/** Most days until somebody looks again whether what a role is given for good is still needed. */
export const LONGEST_REVIEW_DAYS = 365;
