/** The texts of reviews of access, below `reviews.`; they come with the first of their pages. */
export const reviewsTexts = {
  scope: 'reviews',
  loader: {
    en: () => import('./i18n/en.json', { with: { type: 'json' } }).then((texts) => texts.default),
    de: () => import('./i18n/de.json', { with: { type: 'json' } }).then((texts) => texts.default),
  },
};
