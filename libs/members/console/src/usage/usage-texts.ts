/** The texts of devices, usage data and the tokens of those who tell of it, below `usage.`; they come with the first of their pages. */
export const usageTexts = {
  scope: 'usage',
  loader: {
    en: () => import('./i18n/en.json', { with: { type: 'json' } }).then((texts) => texts.default),
    de: () => import('./i18n/de.json', { with: { type: 'json' } }).then((texts) => texts.default),
  },
};
