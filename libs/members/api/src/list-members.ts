import type { Ability, Sight } from '@smartpar/access/model';
import { type Page, pageOfRows } from '@smartpar/kernel';
import { type MemberListItem, type MemberSearch, orderHidden } from '@smartpar/members/model';
import { type Database, type KeyColumn, keyset } from '@smartpar/platform/database';
import { memberColumns, type MemberRow, profileOf, siteOf } from './member-columns';
import { MemberConditions } from './member-conditions';

/** Who asks for a list of members, and what of them is shown. */
export interface Viewer {
  readonly organizationId: string;
  readonly ability: Ability;
  readonly sight: Sight;
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
export async function listMembers(database: Database, { organizationId, ability, sight }: Viewer, query: MemberSearch): Promise<Page<MemberListItem>> {
  const byName = sight['user.name'] === 'shown';
  const order = query.order ?? (byName ? 'name' : 'number');
  if (order === 'name' && !byName) throw orderHidden();
  const conditions = new MemberConditions(organizationId, ability, 'list');
  conditions.filter(query);
  if (order === 'name') conditions.require('m.name_folded is not null');
  const key = keyset({ columns: ORDERS[order], after: query.after, startParam: conditions.startParam });
  conditions.values.push(...key.values);
  if (query.after !== undefined) conditions.require(key.where);
  const columns = order === 'name' ? `${memberColumns(sight)}, m.name_folded as key` : memberColumns(sight);
  const rows = await database.readTenant<ListedRow>(organizationId, {
    text: `select ${columns} from members m where ${conditions.text} order by ${key.orderBy} limit ${conditions.limitFor(query.size)}`,
    values: conditions.values,
  });
  const { items, next } = pageOfRows(rows, query.size, (row) => (row.key === undefined ? [String(row.number)] : [row.key, row.id]));
  return { items: items.map(itemOf), next };
}

/** A row as the list shows it. */
export const itemOf = (row: MemberRow): MemberListItem => ({
  id: row.id,
  number: row.number,
  status: row.status,
  site: siteOf(row),
  roles: [...row.roles],
  profile: profileOf(row),
});
