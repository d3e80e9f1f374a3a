/** The texts of grants that are asked for, below `granting.`; they come with the first of their pages. */
export const grantingTexts = {
  scope: 'granting',
  loader: {
    en: () => import('./i18n/en.json', { with: { type: 'json' } }).then((texts) => texts.default),
    de: () => import('./i18n/de.json', { with: { type: 'json' } }).then((texts) => texts.default),
  },
};
