import type { Locale } from '@smartpar/platform/contract';

/** The texts of a room in one language: nested keys with sentences at the ends. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

const LOADERS: Readonly<Record<Locale, () => Promise<{ default: Texts }>>> = {
  en: () => import('../i18n/en.json', { with: { type: 'json' } }),
  de: () => import('../i18n/de.json', { with: { type: 'json' } }),
};

/** Loads the texts of the design system's own parts; they live under `ui.` in every language. */
export const loadUiTexts = async (locale: Locale): Promise<Texts> => (await LOADERS[locale]()).default;
