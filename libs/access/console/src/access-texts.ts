import type { Locale } from '@smartpar/platform/contract';
import type { Texts } from '@smartpar/platform/ui';

const LOADERS: Readonly<Record<Locale, () => Promise<{ default: Texts }>>> = {
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
};

/** Loads the names of roles and what they are for; they live under `access.` in every language. */
export const loadAccessTexts = async (locale: Locale): Promise<Texts> => (await LOADERS[locale]()).default;
