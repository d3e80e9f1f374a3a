/** The texts of this room, below `members.`; they come with the first of its pages. */
export const membersTexts = {
  scope: 'members',
  loader: {
    en: () => import('./i18n/en.json', { with: { type: 'json' } }).then((texts) => texts.default),
    de: () => import('./i18n/de.json', { with: { type: 'json' } }).then((texts) => texts.default),
  },
};
