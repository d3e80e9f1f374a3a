/** The texts of lockboxes as staff see them, below `staffLockbox.`; they come with the first of their pages. */
export const staffLockboxTexts = {
  scope: 'staffLockbox',
  loader: {
    en: () => import('./i18n/en.json', { with: { type: 'json' } }).then((texts) => texts.default),
    de: () => import('./i18n/de.json', { with: { type: 'json' } }).then((texts) => texts.default),
  },
};
