/** The texts of what is taken out of many people's data, below `extracts.`; they come with the first of their pages. */
export const extractsTexts = {
  scope: 'extracts',
  loader: {
    en: () => import('./i18n/en.json', { with: { type: 'json' } }).then((texts) => texts.default),
    de: () => import('./i18n/de.json', { with: { type: 'json' } }).then((texts) => texts.default),
  },
};
