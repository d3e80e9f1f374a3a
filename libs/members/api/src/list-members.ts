import { type Page, pageOfRows, type Temporal } from '@smartpar/kernel';
import { type MemberListItem, type MemberSearch, orderHidden } from '@smartpar/members/model';
import { type Database, keyset, type Statement } from '@smartpar/platform/database';
import { type MemberRow, profileOf, siteOf } from './member-columns';
import { MemberConditions } from './member-conditions';
import { columnsSeen, isShownSomewhere, type Seeing, seenOf, shownOn } from './scoped-columns';
import { type OrderColumn, readAlong, waysToListed, waysToSeen } from './ways-to-members';

/** Who asks for a list of members, and what of them is shown. */
export interface Viewer extends Seeing {
  readonly organizationId: string;
  readonly now: Temporal.Instant;
}

type Order = NonNullable<MemberSearch['order']>;

const ORDERS: Readonly<Record<Order, readonly OrderColumn[]>> = {
  name: [
    { name: 'name_folded', direction: 'asc', type: 'text' },
    { name: 'id', direction: 'asc', type: 'uuid' },
  ],
  number: [{ name: 'number', direction: 'asc', type: 'integer' }],
  newest: [{ name: 'number', direction: 'desc', type: 'integer' }],
};

interface ListedRow extends MemberRow {
  /** the folded name, where the list goes by it */
  readonly key?: string;
}

/**
 * One page of the list, narrowed in SQL by the ability. Whoever sees everybody reads it in one go. Whoever sees some looks at the next members in
 * order first, where a page of them is found by whoever sees many; and then along the indexes of what they see.
 * @throws {DomainError} `page.cursor_invalid`, `member.order_hidden`
 */
export async function listMembers(database: Database, viewer: Viewer, query: MemberSearch): Promise<Page<MemberListItem>> {
  const { organizationId, sight } = viewer;
  const order = orderOf(query, sight['user.name'] === 'shown');
  if (order === 'name' && !isShownSomewhere(viewer, 'user.name')) throw orderHidden();
  const search = { ...query, order };
  const near = openPage(viewer, search);
  const rows = await database.readTenant<ListedRow>(organizationId, near.narrowed ? nextInOrder(near, viewer, order) : everybody(near, viewer, order));
  const enough = !near.narrowed || rows.length > query.size;
  const found = enough ? rows : await database.readTenant<ListedRow>(organizationId, alongIndexes(openPage(viewer, search), viewer, order));
  const { items, next } = pageOfRows(found, query.size, (row) => (row.key === undefined ? [String(row.number)] : [row.key, row.id]));
  return { items: itemsOf(items, order === 'name' ? named(viewer) : viewer), next };
}

/** Former members have no name to go by. */
function orderOf({ order, status }: MemberSearch, seesNames: boolean): Order {
  if (status === 'de-identified') return order === 'newest' ? order : 'number';
  return order ?? (seesNames ? 'name' : 'number');
}

/** A list by name holds only rows on which the name is shown. */
const named = (viewer: Viewer): Viewer => ({
  ...viewer,
  sight: { ...viewer.sight, 'user.name': 'shown' },
  scoped: viewer.scoped.filter((category) => category !== 'user.name'),
});

interface OpenPage {
  readonly conditions: MemberConditions;
  readonly columns: readonly OrderColumn[];
  /** what holds behind the page before, of the columns named so */
  readonly beyond: (names: readonly string[]) => string;
  readonly orderBy: string;
  readonly limit: string;
  /** whether the list leaves anybody out for who asks */
  readonly narrowed: boolean;
}

/** What every way to read a page has in common. */
function openPage({ organizationId, ability, sight, now }: Viewer, { order, after, size, ...filters }: MemberSearch & { readonly order: Order }): OpenPage {
  const conditions = new MemberConditions(organizationId, ability, 'list');
  conditions.filter(filters);
  if (filters.dormant === true) conditions.dormant(now);
  if (order === 'name') conditions.require('m.name_folded is not null');
  const columns = ORDERS[order];
  const { startParam } = conditions;
  const keyOf = (names: readonly string[]) => keyset({ columns: columns.map((column, n) => ({ ...column, sql: names[n] ?? '' })), after, startParam });
  const { values, orderBy } = keyOf(columns.map(({ name }) => `m.${name}`));
  conditions.values.push(...values);
  const narrowed = conditions.allowed !== 'true' || (order === 'name' && sight['user.name'] !== 'shown');
  return { conditions, columns, beyond: (names) => keyOf(names).where, orderBy, limit: conditions.limitFor(size), narrowed };
}

const OF_MEMBERS = (columns: readonly OrderColumn[]): readonly string[] => columns.map(({ name }) => `m.${name}`);

/** Everybody. */
const everybody = (page: OpenPage, viewer: Viewer, order: Order): Statement =>
  shown(page, viewer, order, `members m where ${page.conditions.text} and ${page.beyond(OF_MEMBERS(page.columns))}`);

/** How many members are looked at one after the other before they are looked for along the indexes. */
const NEAR = 200;

/** Those of the next members in order who are seen. */
function nextInOrder(page: OpenPage, viewer: Viewer, order: Order): Statement {
  const { conditions, columns, beyond, orderBy } = page;
  const next = `select m.* from members m where ${conditions.ofAll} and ${beyond(OF_MEMBERS(columns))} order by ${orderBy} limit ${NEAR}`;
  const seen = order === 'name' ? [shownOn(conditions, viewer, 'user.name')] : [];
  return shown(page, viewer, order, `(${next}) m where ${[conditions.allowed, ...seen].join(' and ')}`);
}

/** Those who are seen, wherever they are. */
function alongIndexes(page: OpenPage, viewer: Viewer, order: Order): Statement {
  const { conditions, columns, beyond, limit } = page;
  const ways = order === 'name' ? waysToSeen(conditions, viewer, 'user.name') : waysToListed(conditions, viewer);
  const found = readAlong(conditions, ways, { where: conditions.text, columns, beyond, limit });
  return shown(page, viewer, order, `(${found}) found join members m on m.organization_id = $1 and m.id = found.id`);
}

function shown({ conditions, orderBy, limit }: OpenPage, viewer: Viewer, order: Order, from: string): Statement {
  const columns = order === 'name' ? `${columnsSeen(conditions, named(viewer))}, m.name_folded as key` : columnsSeen(conditions, viewer);
  return { text: `select ${columns} from ${from} order by ${orderBy} limit ${limit}`, values: conditions.values };
}

/** Rows as the list shows them: on each the values that are shown there. */
export const itemsOf = (rows: readonly MemberRow[], viewer: Viewer): readonly MemberListItem[] =>
  viewer.scoped.length === 0 ? rows.map(itemOf) : rows.map((row) => itemOf(seenOf(row, viewer)));

const itemOf = (row: MemberRow): MemberListItem => ({
  id: row.id,
  number: row.number,
  status: row.status,
  site: siteOf(row),
  roles: [...row.roles],
  further: row.furtherRoles,
  profile: profileOf(row),
});
