/** The texts of emergencies, below `breakGlass.`; they come with the first of their pages. */
export const breakGlassTexts = {
  scope: 'breakGlass',
  loader: {
    en: () => import('./i18n/en.json', { with: { type: 'json' } }).then((texts) => texts.default),
    de: () => import('./i18n/de.json', { with: { type: 'json' } }).then((texts) => texts.default),
  },
};
