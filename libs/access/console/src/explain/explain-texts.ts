/** The texts of explanations, below `explain.`; they come with the first part that needs them. */
export const explainTexts = {
  scope: 'explain',
  loader: {
    en: () => import('./i18n/en.json', { with: { type: 'json' } }).then((texts) => texts.default),
    de: () => import('./i18n/de.json', { with: { type: 'json' } }).then((texts) => texts.default),
  },
};
