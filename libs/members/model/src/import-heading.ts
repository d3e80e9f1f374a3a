import { foldText } from './folded-name';
import type { ImportField } from './member-import';

/** What a column is taken for, and whether somebody of the organization said so before. */
export interface SuggestedField {
  readonly field: ImportField | null;
  readonly kept: boolean;
}

/** Headings by which files of other programs name what a member has, in the form in which headings are compared. */
const KNOWN: Readonly<Record<ImportField, readonly string[]>> = {
  email: [
    ...[
      'work e mail',
      'work email',
      'work e mail address',
      'work email address',
      'business email',
      'e mail',
      'email',
      'mail',
      'e mail address',
      'email address',
    ],
    ...['primary email', 'user principal name', 'userprincipalname', 'upn', 'user name', 'e mail 1 value', 'dienstliche e mail', 'geschaftliche e mail'],
    ...['e mail adresse', 'email adresse', 'mailadresse', 'mail adresse', 'e mail dienstlich', 'e mail geschaftlich', 'dienst e mail'],
  ],
  firstName: ['first name', 'firstname', 'given name', 'givenname', 'forename', 'first', 'vorname', 'vornamen', 'rufname'],
  lastName: ['last name', 'lastname', 'surname', 'family name', 'familyname', 'sn', 'last', 'nachname', 'familienname', 'zuname'],
  fullName: [
    'name',
    'full name',
    'fullname',
    'display name',
    'displayname',
    'whole name',
    'anzeigename',
    'vollstandiger name',
    'ganzer name',
    'mitarbeiter',
    'employee',
  ],
  phone: [
    ...[
      'phone',
      'phone number',
      'work phone',
      'work phone number',
      'business phone',
      'office phone',
      'telephone',
      'telephone number',
      'tel',
      'mobile',
      'mobile phone',
    ],
    ...[
      'telefon',
      'telefonnummer',
      'telefon dienstlich',
      'dienstliches telefon',
      'telefon geschaftlich',
      'rufnummer',
      'durchwahl',
      'handy',
      'mobil',
      'mobiltelefon',
    ],
  ],
  site: ['site', 'location', 'office', 'office location', 'branch', 'place of work', 'standort', 'niederlassung', 'filiale', 'betrieb', 'arbeitsort', 'buro'],
  locale: ['language', 'preferred language', 'preferredlanguage', 'locale', 'sprache', 'korrespondenzsprache'],
};

const BY_HEADING: ReadonlyMap<string, ImportField> = new Map(
  // as: the keys and lists of the table above
  (Object.entries(KNOWN) as readonly [ImportField, readonly string[]][]).flatMap(([field, headings]) => headings.map((heading) => [heading, field] as const)),
);

/** The form in which headings are compared: without case, accents, and signs between words. */
export const foldHeading = (heading: string): string => foldText(heading.replace(/[^\p{L}\p{N}]+/gu, ' '));

/**
 * What the columns of a file are taken for: what was chosen for the same headings before, else what such headings usually mean. No two are
 * taken for the same; the first one is.
 * @param headings as they stand in the file
 * @param kept what the organization chose before, by folded heading
 */
export function suggestFields(headings: readonly string[], kept: ReadonlyMap<string, ImportField | null>): readonly SuggestedField[] {
  const folded = headings.map(foldHeading);
  const parts = folded.some((heading) => kept.get(heading) === 'firstName' || (!kept.has(heading) && BY_HEADING.get(heading) === 'firstName'));
  const taken = new Set<ImportField>();
  return folded.map((heading) => {
    const chosen = kept.get(heading);
    const field = chosen === undefined ? usualField(heading, parts) : chosen;
    if (field === null || taken.has(field)) return { field: null, kept: chosen === null };
    taken.add(field);
    return { field, kept: chosen !== undefined };
  });
}

/** @param parts first names have a column of their own, so that a "name" beside them is the last name */
function usualField(heading: string, parts: boolean): ImportField | null {
  const field = BY_HEADING.get(heading) ?? null;
  if (field !== 'fullName' || !parts) return field;
  return heading === 'name' ? 'lastName' : null;
}
