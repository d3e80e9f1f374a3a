import { foldText } from './folded-name';
import { DIRECTORY_ATTRIBUTES, KNOWN_HEADINGS } from './known-headings';
import type { ImportField } from './member-import';

/** What a column is taken for, and whether somebody of the organization said so before. */
export interface SuggestedField {
  readonly field: ImportField | null;
  readonly kept: boolean;
}

/** What a heading usually means, and how many mean the same more surely. */
interface UsualField {
  readonly field: ImportField;
  readonly rank: number;
}

const BY_HEADING: ReadonlyMap<string, UsualField> = new Map(
  // as: the keys and lists of the table
  (Object.entries(KNOWN_HEADINGS) as readonly [ImportField, readonly string[]][]).flatMap(([field, headings]) =>
    headings.map((heading, rank) => [heading, { field, rank }] as const),
  ),
);

/** The form in which headings are compared: without case, accents, and signs between words. */
export const foldHeading = (heading: string): string => foldText(heading.replace(/[^\p{L}\p{N}]+/gu, ' '));

/**
 * What the columns of a file are taken for: what was chosen for the same headings before, else what such headings usually mean. No two are
 * taken for the same; the surest one is, and of two alike the first.
 * @param headings as they stand in the file
 * @param kept what the organization chose before, by folded heading
 */
export function suggestFields(headings: readonly string[], kept: ReadonlyMap<string, ImportField | null>): readonly SuggestedField[] {
  const folded = headings.map(foldHeading);
  const taken = new Map<ImportField, number>();
  for (const [index, heading] of folded.entries()) {
    const field = kept.get(heading) ?? null;
    if (field !== null && !taken.has(field)) taken.set(field, index);
  }
  for (const { field, index } of usualFields(folded, kept)) {
    if (!taken.has(field) && !clashes(field, taken)) taken.set(field, index);
  }
  return folded.map((heading, index) => {
    const field = [...taken].find(([, at]) => at === index)?.[0] ?? null;
    return { field, kept: field === null ? kept.get(heading) === null : kept.has(heading) };
  });
}

/**
 * Attributes that entries further on in a directory's export may have, though those at its beginning have none for the same.
 * @param seen attributes of the entries at its beginning
 */
export function attributesToExpect(seen: readonly string[]): readonly string[] {
  const covered = new Set(suggestFields(seen, new Map()).map(({ field }) => field));
  // as: the keys of the table
  return (Object.entries(DIRECTORY_ATTRIBUTES) as readonly [ImportField, string][])
    .filter(([field]) => !covered.has(field) && !(covered.has('fullName') && PARTS.has(field)))
    .map(([, attribute]) => attribute);
}

const PARTS: ReadonlySet<ImportField> = new Set(['firstName', 'lastName']);

/** A whole name and its parts are not both taken. */
function clashes(field: ImportField, taken: ReadonlyMap<ImportField, number>): boolean {
  if (field === 'fullName') return [...PARTS].some((part) => taken.has(part));
  return PARTS.has(field) && taken.has('fullName');
}

/** The columns nothing was chosen for, the surest first: a first name before a whole one, and a whole one before a last name by itself. */
function usualFields(folded: readonly string[], kept: ReadonlyMap<string, ImportField | null>): readonly (UsualField & { readonly index: number })[] {
  const usual = folded.flatMap((heading, index) => {
    const found = kept.has(heading) ? undefined : BY_HEADING.get(heading);
    return found === undefined ? [] : [{ ...found, index }];
  });
  const parts = usual.some(({ field }) => field === 'firstName') || [...kept.values()].includes('firstName');
  // a "name" beside first names is the last one, unless another column is
  const read = usual.map((one) => (parts && folded[one.index] === 'name' ? ({ ...one, field: 'lastName', rank: Number.MAX_SAFE_INTEGER } as const) : one));
  const order = (field: ImportField): number => (field === 'firstName' ? 0 : field === 'fullName' ? 1 : 2);
  return read.toSorted((one, other) => order(one.field) - order(other.field) || one.rank - other.rank || one.index - other.index);
}
