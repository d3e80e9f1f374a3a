import type { Locale } from '@smartpar/platform/contract';

/**
 * A moment in words, in UTC: where the reader is is not known, and a security mail must not be off by hours.
 * @param iso instant in ISO form
 */
export const momentInWords = (iso: string, locale: Locale): string =>
  `${new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(iso))} UTC`;
