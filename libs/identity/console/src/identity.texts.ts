/** The texts of this room, below `identity.`; they come with the first of its pages. */
export const identityTexts = {
  scope: 'identity',
  loader: {
    en: () => import('./i18n/en.json', { with: { type: 'json' } }).then((texts) => texts.default),
    de: () => import('./i18n/de.json', { with: { type: 'json' } }).then((texts) => texts.default),
  },
};
