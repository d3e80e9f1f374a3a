// without zod, so that the console can load it ahead of any form

/** Languages the product speaks. */
export const LOCALES = ['en', 'de'] as const;

/** A language the product speaks. */
export type Locale = (typeof LOCALES)[number];

/** The language to fall back to. */
export const DEFAULT_LOCALE: Locale = 'en';

/** The product's language nearest to a language tag such as `de-AT`; the default where none is near. */
export const nearestLocale = (tag: string | null | undefined): Locale =>
  LOCALES.find((known) => tag?.toLowerCase().split(/[-_]/)[0] === known) ?? DEFAULT_LOCALE;
