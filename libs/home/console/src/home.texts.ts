/** The texts of this room, below `home.`; they come with its pages. */
export const homeTexts = {
  scope: 'home',
  loader: {
    en: () => import('./i18n/en.json', { with: { type: 'json' } }).then((texts) => texts.default),
    de: () => import('./i18n/de.json', { with: { type: 'json' } }).then((texts) => texts.default),
  },
};
