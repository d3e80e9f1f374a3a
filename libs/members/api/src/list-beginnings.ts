import { type Page, pageOfRows } from '@smartpar/kernel';
import { foldText, type MemberListItem, type MemberSearch } from '@smartpar/members/model';
import { foldAddress } from '@smartpar/platform/contract';
import { type Database, type KeyColumn, keyset } from '@smartpar/platform/database';
import { itemOf, type Viewer } from './list-members';
import { memberColumns, type MemberRow } from './member-columns';
import { MemberConditions } from './member-conditions';

/** Stands behind every text that begins with the same letters; folded texts are ordered by code point. */
const LAST_CHARACTER = '\u{10FFFF}';

/** What a hit is ordered by: which column it begins, what stands there, and who. */
const HIT: readonly KeyColumn[] = [
  { sql: 'hit.place', direction: 'asc', type: 'integer' },
  { sql: 'hit.key', direction: 'asc', type: 'text' },
  { sql: 'hit.id', direction: 'asc', type: 'uuid' },
];

interface HitRow extends MemberRow {
  readonly place: number;
  readonly key: string;
}

/**
 * The members of whom something that is shown begins with a term: last name, first name, address, in this order. Each column is read along
 * its own index and no further than the page goes, so that a single letter costs no more than a rare name.
 * @throws {DomainError} `page.cursor_invalid`
 */
export async function listBeginnings(database: Database, viewer: Viewer, { search = '', size, ...query }: MemberSearch): Promise<Page<MemberListItem>> {
  const { organizationId, ability, sight } = viewer;
  const conditions = new MemberConditions(organizationId, ability, 'list');
  conditions.filter(query);
  const places = placesOf(viewer, conditions, search);
  if (places.length === 0) return { items: [], next: null };
  const key = keyset({ columns: HIT, after: query.after, startParam: conditions.startParam });
  const [place, text, id] = key.values.map((value) => conditions.bind(value));
  const limit = conditions.limitFor(size);
  const base = conditions.text;
  const branches = places.map(({ column, begins, number }, index) => {
    const beyond =
      query.after === undefined ? [] : [`(${place}::bigint < ${number} or ${place}::bigint = ${number} and (${column}, m.id) > (${text}::text, ${id}::uuid))`];
    const not = places.slice(0, index).map((before) => `not (${before.begins})`);
    return `(select ${number} as place, ${column} as key, m.id from members m where ${[base, begins, ...not, ...beyond].join(' and ')} order by ${column}, m.id limit ${limit})`;
  });
  const rows = await database.readTenant<HitRow>(organizationId, {
    text: `select ${memberColumns(sight)}, hit.place, hit.key from (${firstOf(branches, limit)}) hit
           join members m on m.organization_id = $1 and m.id = hit.id order by ${key.orderBy}`,
    values: conditions.values,
  });
  const { items, next } = pageOfRows(rows, size, (row) => [String(row.place), row.key, row.id]);
  return { items: items.map(itemOf), next };
}

/** The first hits over all branches. PostgreSQL takes no second ORDER BY around a single one. */
const firstOf = (branches: readonly string[], limit: string): string =>
  branches.length === 1 ? branches.join('') : `${branches.join(' union all ')} order by 1, 2, 3 limit ${limit}`;

interface Place {
  /** its place in the order of hits; the same for everybody, so that a cursor means the same */
  readonly number: number;
  readonly column: string;
  /** the condition that what stands there begins with the term */
  readonly begins: string;
}

/** Where a term may be looked for: only in what is shown. */
function placesOf({ sight }: Viewer, conditions: MemberConditions, term: string): readonly Place[] {
  const begins = (column: string, folded: string): string =>
    `${column} >= ${conditions.bind(folded)} and ${column} < ${conditions.bind(`${folded}${LAST_CHARACTER}`)}`;
  const places: Place[] = [];
  const folded = foldText(term);
  if (sight['user.name'] === 'shown' && folded !== '') {
    const [last, first] = ['m.name_folded', 'm.given_folded'];
    places.push({ number: 0, column: last, begins: begins(last, folded) }, { number: 1, column: first, begins: begins(first, folded) });
  }
  const address = foldAddress(term);
  if (sight['user.contact.email.work'] === 'shown') places.push({ number: 2, column: 'm.email_folded', begins: begins('m.email_folded', address) });
  return places;
}
