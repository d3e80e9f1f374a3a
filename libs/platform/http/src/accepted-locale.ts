import { DEFAULT_LOCALE, type Locale, LOCALES } from '@smartpar/platform/contract';

/**
 * The reader's language: the most wanted of those the product speaks.
 * @param header value of Accept-Language
 * @see RFC 9110 section 12.5.4
 */
export function acceptedLocale(header: string | undefined): Locale {
  if (header === undefined) return DEFAULT_LOCALE;
  const wanted = header
    .slice(0, 200)
    .split(',')
    .map(asWish)
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { language } of wanted) {
    const known = LOCALES.find((locale) => locale === language);
    if (known !== undefined) return known;
  }
  return DEFAULT_LOCALE;
}

function asWish(range: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { language: tag.split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
}
