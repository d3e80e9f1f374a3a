/**
 * Kinds of personal data a member's profile holds, as Fideslang 2 names them; `work` and `private` are children of our own, so that a
 * grant for a work address never shows a private one. `user.workplace` is what somebody does where: department, manager, employee number;
 * `user.location` the country and the time zone.
 * @see https://ethyca.github.io/fideslang/taxonomy/data_categories/
 */
export const PROFILE_CATEGORIES = [
  'user.name',
  'user.contact.email.work',
  'user.contact.phone_number.work',
  'user.contact.email.private',
  'user.contact.phone_number.private',
  'user.workplace',
  'user.location',
] as const;

/** One kind of personal data of a profile. */
export type ProfileCategory = (typeof PROFILE_CATEGORIES)[number];

/** Tells whether a text names a kind of personal data of a profile. */
export const isProfileCategory = (text: string): text is ProfileCategory => PROFILE_CATEGORIES.some((category) => category === text);

/** The i18n key of a category's name: `access.categories.user-contact-email-work.name`. */
export const categoryWord = (category: string): string => `access.categories.${slugOf(category)}.name`;

/** The i18n key of what stands in place of a value one may not see, the same for every value of the category. */
export const maskWord = (category: string): string => `access.categories.${slugOf(category)}.hidden`;

const slugOf = (key: string): string => key.replace(/[._]/g, '-');
