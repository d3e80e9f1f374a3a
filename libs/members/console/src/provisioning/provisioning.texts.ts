/** The texts of an organization's directory, below `provisioning.`; they come with its page. */
export const provisioningTexts = {
  scope: 'provisioning',
  loader: {
    en: () => import('./i18n/en.json', { with: { type: 'json' } }).then((texts) => texts.default),
    de: () => import('./i18n/de.json', { with: { type: 'json' } }).then((texts) => texts.default),
  },
};
