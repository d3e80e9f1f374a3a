import type { ProfileCategory } from '@smartpar/access/model';
import { type Page, pageOfRows } from '@smartpar/kernel';
import { foldText, type MemberListItem, type MemberSearch } from '@smartpar/members/model';
import { foldAddress } from '@smartpar/platform/contract';
import { type Database, type KeyColumn, keyset } from '@smartpar/platform/database';
import { itemsOf, type Viewer } from './list-members';
import type { MemberRow } from './member-columns';
import { MemberConditions } from './member-conditions';
import { columnsSeen, isShownSomewhere, shownOn } from './scoped-columns';
import { conditionsToSee } from './ways-to-members';

/** Stands behind every text that begins with the same letters; folded texts are ordered by code point. */
const LAST_CHARACTER = '\u{10FFFF}';

/** What a hit is ordered by: which column it begins, what stands there, and who. */
const HIT: readonly KeyColumn[] = [
  { sql: 'hit.place', direction: 'asc', type: 'integer' },
  { sql: 'hit.key', direction: 'asc', type: 'text' },
  { sql: 'hit.id', direction: 'asc', type: 'uuid' },
];

const NOBODY: Page<MemberListItem> = { items: [], next: null };

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
  const { organizationId, ability } = viewer;
  const conditions = new MemberConditions(organizationId, ability, 'list');
  conditions.filter(query);
  const places = placesOf(viewer, conditions, search);
  const key = keyset({ columns: HIT, after: query.after, startParam: conditions.startParam });
  const [reached = '0', ...end] = key.values;
  const left = places.filter(({ number }) => number >= Number(reached));
  if (left.length === 0) return NOBODY;
  const hits = hitsOf(conditions, viewer, places, { left, limit: conditions.limitFor(size), reached: Number(reached), end });
  const rows = await database.readTenant<HitRow>(organizationId, {
    text: `${hits} select ${columnsSeen(conditions, viewer)}, hit.place, hit.key from hit join members m on m.organization_id = $1 and m.id = hit.id order by ${key.orderBy}`,
    values: conditions.values,
  });
  const { items, next } = pageOfRows(rows, size, (row) => [String(row.place), row.key, row.id]);
  return { items: itemsOf(items, viewer), next };
}

interface PageOfHits {
  /** the places the pages before have not come past */
  readonly left: readonly Place[];
  readonly limit: string;
  /** the place the page before ended in, and the text and id it ended with; none on the first page */
  readonly reached: number;
  readonly end: readonly string[];
}

/** The hits of one page, place by place; a place is not even looked at once those before it have filled the page. */
function hitsOf(conditions: MemberConditions, viewer: Viewer, places: readonly Place[], { left, limit, reached, end }: PageOfHits): string {
  const base = conditions.text;
  const hits = left.map(({ column, begins, scoped, number }, index) => {
    const beyond = number === reached && end.length > 0 ? [`(${column}, m.id) > (${conditions.bind(end[0])}::text, ${conditions.bind(end[1])}::uuid)`] : [];
    const not = places
      .filter((other) => other.number < number)
      // a hit of a place before is none here, where it was shown there
      .map((other) => (other.scoped === null ? `not (${other.begins})` : `(${other.begins} and ${shownOn(conditions, viewer, other.scoped)}) is not true`));
    const before = left.slice(0, index).map((one) => `(select count(*) from hit${one.number})`);
    const room = before.length === 0 ? [] : [`${before.join(' + ')} < ${limit}`];
    const read = (way: string | null): string => `select ${number} as place, ${column} as key, m.id from members m
      where ${[base, begins, ...(way === null ? [] : [way]), ...not, ...beyond, ...room].join(' and ')} order by ${column}, m.id limit ${limit}`;
    const found = scoped === null ? read(null) : anyOf(conditionsToSee(conditions, viewer, scoped).map(read), limit);
    return `hit${number} as materialized (${found})`;
  });
  const all = left.map(({ number }) => `select * from hit${number}`).join(' union all ');
  return `with ${hits.join(', ')}, hit as (${all} order by 1, 2, 3 limit ${limit})`;
}

/** The first hits of several statements, each of which reads no further than a page along whatever index serves it. */
const anyOf = (hits: readonly string[], limit: string): string =>
  `select * from (${hits.map((each) => `(${each})`).join(' union ')}) hits order by 2, 3 limit ${limit}`;

interface Place {
  /** its place in the order of hits; the same for everybody, so that a cursor means the same */
  readonly number: number;
  readonly column: string;
  /** the condition that what stands there begins with the term */
  readonly begins: string;
  /** what stands there, where it is not shown on every row */
  readonly scoped: ProfileCategory | null;
}

/** Where a term may be looked for: only in what is shown, and only on the rows on which it is. */
function placesOf(viewer: Viewer, conditions: MemberConditions, term: string): readonly Place[] {
  const begins = (column: string, folded: string): string =>
    `${column} >= ${conditions.bind(folded)} and ${column} < ${conditions.bind(`${folded}${LAST_CHARACTER}`)}`;
  const scoped = (category: ProfileCategory) => (viewer.sight[category] === 'shown' ? null : category);
  const places: Place[] = [];
  const folded = foldText(term);
  if (isShownSomewhere(viewer, 'user.name') && folded !== '') {
    const [last, first] = ['m.name_folded', 'm.given_folded'];
    places.push(
      { number: 0, column: last, begins: begins(last, folded), scoped: scoped('user.name') },
      { number: 1, column: first, begins: begins(first, folded), scoped: scoped('user.name') },
    );
  }
  const address = foldAddress(term);
  if (isShownSomewhere(viewer, 'user.contact.email.work')) {
    places.push({ number: 2, column: 'm.email_folded', begins: begins('m.email_folded', address), scoped: scoped('user.contact.email.work') });
  }
  return places;
}
