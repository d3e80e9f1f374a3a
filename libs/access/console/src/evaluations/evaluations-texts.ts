/** The texts of evaluations of worker data, below `evaluations.`; they come with the first of their pages. */
export const evaluationsTexts = {
  scope: 'evaluations',
  loader: {
    en: () => import('./i18n/en.json', { with: { type: 'json' } }).then((texts) => texts.default),
    de: () => import('./i18n/de.json', { with: { type: 'json' } }).then((texts) => texts.default),
  },
};
