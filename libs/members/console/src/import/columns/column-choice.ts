import type { ImportField, ImportPreview } from '@smartpar/members/model';

/** What a column of a file is taken for; `null` where it is left out. */
export type ColumnChoice = ImportField | null;

/** What is wrong with a choice of columns: no address, the same twice, or a name both whole and in parts. */
export interface ColumnFault {
  readonly code: 'email' | 'twice' | 'names';
  readonly field: ImportField;
}

/** Says why columns cannot be read as they are chosen; `null` where they can. */
export function columnFault(columns: readonly ColumnChoice[]): ColumnFault | null {
  if (!columns.includes('email')) return { code: 'email', field: 'email' };
  const twice = columns.find((field, index) => field !== null && columns.indexOf(field) < index);
  if (twice !== undefined && twice !== null) return { code: 'twice', field: twice };
  const parts = columns.includes('firstName') || columns.includes('lastName');
  return parts && columns.includes('fullName') ? { code: 'names', field: 'fullName' } : null;
}

/** A place in the first lines of a file: line 0 holds the headings. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Most places by which somebody judges how letters read. */
const MOST_PLACES = 3;

/** The cells that read differently in different ways of writing letters: those with any letter beyond the English ones. */
export function tellingPlaces(preview: ImportPreview): readonly Place[] {
  const lines = linesOf(preview);
  // the lines first: names tell more than headings
  return [...lines.keys()]
    .toSorted((one, other) => Number(one === 0) - Number(other === 0))
    .flatMap((line) => [...(lines[line] ?? []).entries()].flatMap(([column, cell]) => (/\P{ASCII}/u.test(cell) ? [{ line, column }] : [])))
    .slice(0, MOST_PLACES);
}

/** What stands in some places as a preview reads them. */
export const cellsAt = (preview: ImportPreview, places: readonly Place[]): string =>
  places
    .map(({ line, column }) => linesOf(preview)[line]?.[column] ?? '')
    .filter((cell) => cell !== '')
    .join(' · ');

const linesOf = ({ columns, sample }: ImportPreview): readonly (readonly string[])[] => [columns.map(({ heading }) => heading), ...sample];
