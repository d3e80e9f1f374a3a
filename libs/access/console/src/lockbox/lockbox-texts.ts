/** The texts of access by SmartPAR's staff, below `lockbox.`; they come with the first of their pages. */
export const lockboxTexts = {
  scope: 'lockbox',
  loader: {
    en: () => import('./i18n/en.json', { with: { type: 'json' } }).then((texts) => texts.default),
    de: () => import('./i18n/de.json', { with: { type: 'json' } }).then((texts) => texts.default),
  },
};
