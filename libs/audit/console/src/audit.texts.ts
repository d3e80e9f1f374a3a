/** The texts of this room, below `audit.`; they come with its page. */
export const auditTexts = {
  scope: 'audit',
  loader: {
    en: () => import('./i18n/en.json', { with: { type: 'json' } }).then((texts) => texts.default),
    de: () => import('./i18n/de.json', { with: { type: 'json' } }).then((texts) => texts.default),
  },
};
