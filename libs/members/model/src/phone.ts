import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * Reads a phone number as people type it.
 * @param country where a number without a country is dialled (ISO 3166-1 alpha-2); null where that is not known
 * @returns the number with its country, as `+49 30 1234567`, or `null` for what is no phone number or lacks its country
 * @see ITU-T E.123
 */
export function readPhone(text: string, country: string | null): string | null {
  const number = parsePhoneNumberFromString(text.normalize('NFKC'), { extract: false, ...(isCountry(country) && { defaultCountry: country }) });
  return number?.isPossible() === true ? number.formatInternational() : null;
}

const isCountry = (country: string | null): country is CountryCode => country !== null && isSupportedCountry(country);
