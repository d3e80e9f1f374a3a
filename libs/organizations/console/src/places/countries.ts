import { COUNTRIES } from '@smartpar/organizations/model';
import type { Locale } from '@smartpar/platform/contract';

/** One entry of a select. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** The countries by their names in a language, in that language's order. */
export function countriesIn(language: Locale): readonly Option[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return inOrder(
    COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })),
    language,
  );
}

/** Some languages by their names in a language, in that language's order. */
export function languagesIn(language: Locale, codes: readonly string[]): readonly Option[] {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return inOrder(
    codes.map((value) => ({ value, label: names.of(value) ?? value })),
    language,
  );
}

const inOrder = (options: readonly Option[], language: Locale): readonly Option[] => {
  const { compare } = new Intl.Collator(language);
  return options.toSorted((one, other) => compare(one.label, other.label));
};
