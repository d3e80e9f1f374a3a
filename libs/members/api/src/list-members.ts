import { type Page, pageOfRows } from '@smartpar/kernel';
import { type MemberListItem, type MemberSearch, orderHidden } from '@smartpar/members/model';
import { type Database, type KeyColumn, keyset } from '@smartpar/platform/database';
import { type MemberRow, profileOf, siteOf } from './member-columns';
import { MemberConditions } from './member-conditions';
import { columnsSeen, eitherWay, isShownSomewhere, type Seeing, seenOf, shownOn, shownWays } from './scoped-columns';

/** Who asks for a list of members, and what of them is shown. */
export interface Viewer extends Seeing {
  readonly organizationId: string;
}

type Order = NonNullable<MemberSearch['order']>;

const ORDERS: Readonly<Record<Order, readonly KeyColumn[]>> = {
  name: [
    { sql: 'm.name_folded', direction: 'asc', type: 'text' },
    { sql: 'm.id', direction: 'asc', type: 'uuid' },
  ],
  number: [{ sql: 'm.number', direction: 'asc', type: 'integer' }],
  newest: [{ sql: 'm.number', direction: 'desc', type: 'integer' }],
};

interface ListedRow extends MemberRow {
  /** the folded name, where the list goes by it */
  readonly key?: string;
}

/**
 * One page of the list, narrowed in SQL by the ability, in one round trip.
 * @throws {DomainError} `page.cursor_invalid`, `member.order_hidden`
 */
export async function listMembers(database: Database, viewer: Viewer, query: MemberSearch): Promise<Page<MemberListItem>> {
  const { organizationId, ability, sight } = viewer;
  const order = query.order ?? (sight['user.name'] === 'shown' ? 'name' : 'number');
  if (order === 'name' && !isShownSomewhere(viewer, 'user.name')) throw orderHidden();
  const conditions = new MemberConditions(organizationId, ability, 'list');
  conditions.filter(query);
  if (order === 'name') conditions.require('m.name_folded is not null');
  const key = keyset({ columns: ORDERS[order], after: query.after, startParam: conditions.startParam });
  conditions.values.push(...key.values);
  if (query.after !== undefined) conditions.require(key.where);
  const limit = conditions.limitFor(query.size);
  const from = order === 'name' && sight['user.name'] !== 'shown' ? namedOn(conditions, viewer, { orderBy: key.orderBy, limit }) : null;
  const seen = columnsSeen(conditions, viewer);
  const columns = order === 'name' ? `${seen}, m.name_folded as key` : seen;
  const rows = await database.readTenant<ListedRow>(organizationId, {
    text: `select ${columns} from ${from ?? `members m where ${conditions.text}`} order by ${key.orderBy} limit ${limit}`,
    values: conditions.values,
  });
  const { items, next } = pageOfRows(rows, query.size, (row) => (row.key === undefined ? [String(row.number)] : [row.key, row.id]));
  return { items: itemsOf(items, viewer), next };
}

/** How many members are looked at one after the other before they are looked for by the groups the grants name. */
const NEAR = 2000;

interface NamePage {
  readonly orderBy: string;
  readonly limit: string;
}

/** The rows on which a name is shown, as what follows FROM. Sites and members are read along their own indexes, each no further than a page. */
function namedOn(conditions: MemberConditions, viewer: Viewer, page: NamePage): string {
  const ways = shownWays(conditions, viewer, 'user.name');
  const read = (way: string): string =>
    `select m.id, m.name_folded from members m where ${conditions.text} and ${way} order by ${page.orderBy} limit ${page.limit}`;
  const named = ways.some((way) => way.includes('grouped_members')) ? nearOrFar(conditions, viewer, ways, page) : eitherWay(ways, read);
  return `(${named}) named join members m on m.organization_id = $1 and m.id = named.id`;
}

/**
 * Members of groups have no index in the order of names. Whoever sees many finds a page of them among the next two thousand in order; whoever
 * sees few finds them by what the grants name, which are few then, and all of them are put in order.
 */
function nearOrFar(conditions: MemberConditions, viewer: Viewer, ways: readonly string[], { orderBy, limit }: NamePage): string {
  const next = `select m.organization_id, m.id, m.site_id, m.name_folded from members m where ${conditions.text} order by ${orderBy} limit ${NEAR}`;
  const near = `select m.id, m.name_folded from (${next}) m where ${shownOn(conditions, viewer, 'user.name')} limit ${limit}`;
  const far = ways.map((way) => `select m.id, m.name_folded from members m where ${conditions.text} and ${way} and (select count(*) from near) < ${limit}`);
  const found = `select id, name_folded from near union select id, name_folded from (${far.join(' union ')}) far`;
  return `with near as materialized (${near}) select m.id from (${found}) m order by ${orderBy} limit ${limit}`;
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
  profile: profileOf(row),
});
