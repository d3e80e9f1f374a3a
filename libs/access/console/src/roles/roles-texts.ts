/** The texts of roles and of who holds them, below `roles.`; they come with the first of their pages. */
export const rolesTexts = {
  scope: 'roles',
  loader: {
    en: () => import('./i18n/en.json', { with: { type: 'json' } }).then((texts) => texts.default),
    de: () => import('./i18n/de.json', { with: { type: 'json' } }).then((texts) => texts.default),
  },
};
