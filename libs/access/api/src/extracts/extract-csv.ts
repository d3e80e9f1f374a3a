import { PROFILE_CATEGORIES, type ProfileCategory } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import { BYTE_ORDER_MARK, csvLines } from '../csv-line';
import type { Values } from '../profile-values';

/** Who takes what out, as the file names them on every line. */
export interface Watermark {
  readonly extractId: string;
  /** member number of whoever takes it out, and their name where one is kept */
  readonly number: string;
  readonly name: string | null;
  readonly organization: string;
  /** RFC 3339 in UTC, to the minute */
  readonly at: string;
}

/** One member in the file. */
export interface ExtractedPerson {
  readonly number: string;
  readonly values: Values;
}

const HEADINGS: Readonly<Record<Locale, Readonly<Record<ProfileCategory | 'number' | 'takenOutBy', string>>>> = {
  en: {
    ...{ number: 'Member number', takenOutBy: 'Taken out by' },
    ...{ 'user.name': 'Name', 'user.contact.email.work': 'Work e-mail', 'user.contact.phone_number.work': 'Work phone' },
    ...{ 'user.contact.email.private': 'Private e-mail', 'user.contact.phone_number.private': 'Private phone' },
    ...{ 'user.workplace': 'Place at work', 'user.location': 'Country and time zone' },
  },
  de: {
    ...{ number: 'Mitgliedsnummer', takenOutBy: 'Herausgeholt von' },
    ...{ 'user.name': 'Name', 'user.contact.email.work': 'Dienstliche E-Mail', 'user.contact.phone_number.work': 'Dienstliches Telefon' },
    ...{ 'user.contact.email.private': 'Private E-Mail', 'user.contact.phone_number.private': 'Privates Telefon' },
    ...{ 'user.workplace': 'Platz im Betrieb', 'user.location': 'Land und Zeitzone' },
  },
};

const SENTENCES: Readonly<Record<Locale, (mark: Watermark) => string>> = {
  en: (mark) => `Taken out by ${whoOf(mark)} of ${mark.organization} at ${mark.at}, extract ${mark.extractId}. Everybody in it reads that. Do not pass it on.`,
  de: (mark) =>
    `Herausgeholt von ${whoOf(mark)} für ${mark.organization} um ${mark.at}, Auszug ${mark.extractId}. Alle, die darin stehen, lesen das. Nicht weitergeben.`,
};

const whoOf = ({ number, name }: Watermark): string => (name === null ? number : `${number} (${name})`);

/** The first two lines: who took it out, and what the columns are. */
export function extractHeading(categories: readonly ProfileCategory[], mark: Watermark, locale: Locale): string {
  const words = HEADINGS[locale];
  return `${BYTE_ORDER_MARK}${csvLines([[SENTENCES[locale](mark)]])}${csvLines([[words.number, ...columnsOf(categories).map((one) => words[one]), words.takenOutBy]])}`;
}

/** Some members as lines; each ends with who took it out, so that a line on its own still says so. */
export const extractLines = (categories: readonly ProfileCategory[], mark: Watermark, people: readonly ExtractedPerson[]): string =>
  csvLines(
    people.map(({ number, values }) => [number, ...columnsOf(categories).map((one) => values[one] ?? ''), `${mark.number} ${mark.at} ${mark.extractId}`]),
  );

const columnsOf = (categories: readonly ProfileCategory[]): readonly ProfileCategory[] => PROFILE_CATEGORIES.filter((one) => categories.includes(one));
