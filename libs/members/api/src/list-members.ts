import { type Page, pageOfRows } from '@smartpar/kernel';
import { type MemberListItem, type MemberSearch, orderHidden } from '@smartpar/members/model';
import { type Database, type KeyColumn, keyset } from '@smartpar/platform/database';
import { type MemberRow, profileOf, siteOf } from './member-columns';
import { MemberConditions } from './member-conditions';
import { columnsSeen, isShownSomewhere, type Seeing, seenOf, shownOn } from './scoped-columns';

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
  if (order === 'name' && sight['user.name'] !== 'shown') conditions.require(shownOn(conditions, viewer, 'user.name'));
  const key = keyset({ columns: ORDERS[order], after: query.after, startParam: conditions.startParam });
  conditions.values.push(...key.values);
  if (query.after !== undefined) conditions.require(key.where);
  const seen = columnsSeen(conditions, viewer);
  const columns = order === 'name' ? `${seen}, m.name_folded as key` : seen;
  const rows = await database.readTenant<ListedRow>(organizationId, {
    text: `select ${columns} from members m where ${conditions.text} order by ${key.orderBy} limit ${conditions.limitFor(query.size)}`,
    values: conditions.values,
  });
  const { items, next } = pageOfRows(rows, query.size, (row) => (row.key === undefined ? [String(row.number)] : [row.key, row.id]));
  return { items: itemsOf(items, viewer), next };
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
