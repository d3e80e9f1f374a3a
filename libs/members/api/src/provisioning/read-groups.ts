import { Injectable } from '@nestjs/common';
import type { Actor, ProgramActor } from '@smartpar/access/model';
import { isId } from '@smartpar/kernel';
import {
  GROUP_SCHEMA,
  GROUP_TYPE,
  invalidPath,
  isWanted,
  listView,
  MAX_GROUPS_WITH_MEMBERS,
  project,
  resourceNotFound,
  type ScimQuery,
  type ScimValue,
  type Wanted,
} from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import type { ScimPage } from './read-users';
import { ScimSql } from './scim-sql';
import { groupsFor, namesMembers, SEEN, SHOWN_NAME } from './user-columns';
import { etagOf } from './user-row';

/** A group as a directory reads it. */
interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly externalId: string | null;
  readonly revision: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly size: number;
  readonly members: readonly { readonly value: string; readonly display: string | null }[] | null;
}

/** One group with the version it has, and how many are in it. */
export interface ReadGroup {
  readonly resource: ScimValue;
  readonly version: number;
  readonly size: number;
}

const membersFor = (actor: Actor): string => `(
  select coalesce(json_agg(json_build_object('value', m.id, 'display', ${namesMembers(actor) ? SHOWN_NAME : 'null'}) order by m.id), '[]')
  from grouped_members g join members m on m.organization_id = g.organization_id and m.id = g.member_id
  where g.organization_id = c.organization_id and g.group_id = c.id and ${SEEN})`;

const columns = (actor: Actor, members: boolean): string => `
  c.id, c.name, c.external_id as "externalId", c.revision, c.created_at as "createdAt", coalesce(c.changed_at, c.created_at) as "changedAt", c.size,
  ${members ? membersFor(actor) : 'null'} as members`;

/** Reads groups as a directory does. */
@Injectable()
export class ReadGroups {
  constructor(private readonly database: Database) {}

  /** @throws {DomainError} `not_found` */
  async one(actor: ProgramActor, id: string, base: string, wanted: Wanted): Promise<ReadGroup> {
    if (!isId(id)) throw resourceNotFound();
    const { organizationId } = actor;
    const text = `select ${columns(actor, isWanted(GROUP_TYPE, wanted, 'members'))} from member_groups c where c.organization_id = $1 and c.id = $2`;
    const [row] = await this.database.readTenant<GroupRow>(organizationId, { text, values: [organizationId, id] });
    if (row === undefined) throw resourceNotFound();
    return { resource: project(GROUP_TYPE, groupView(row, base), wanted), version: row.revision, size: row.size };
  }

  /** The same, within a transaction that is open already. */
  async within(tx: TenantTransaction, id: string, base: string, { members }: { readonly members: boolean }): Promise<ReadGroup> {
    const text = `select ${columns(tx.actor, members)} from member_groups c where c.organization_id = $1 and c.id = $2`;
    const [row] = await tx.query<GroupRow>(text, [tx.organizationId, id]);
    if (row === undefined) throw resourceNotFound();
    return { resource: groupView(row, base), version: row.revision, size: row.size };
  }

  /** A list, as it travels. @throws {DomainError} `scim.invalid_filter`, `scim.invalid_path` */
  async list(actor: ProgramActor, query: ScimQuery, base: string): Promise<ScimValue> {
    const { resources, total } = await this.page(actor, query, base);
    return listView(resources, { total, startIndex: query.startIndex });
  }

  /** A page. One that shows who is in the groups is shorter, since a group may hold everybody. @throws {DomainError} `scim.invalid_filter`, `scim.invalid_path` */
  async page(actor: ProgramActor, query: ScimQuery, base: string): Promise<ScimPage> {
    const { organizationId } = actor;
    const { filter, startIndex } = query;
    const members = isWanted(GROUP_TYPE, query, 'members');
    const count = members ? Math.min(query.count, MAX_GROUPS_WITH_MEMBERS) : query.count;
    const sql = new ScimSql(groupsFor(actor), [organizationId]);
    const where = `c.organization_id = $1${filter === null ? '' : ` and ${sql.where(filter)}`}`;
    const counted = { text: `select count(*)::int as count from member_groups c where ${where}`, values: [...sql.values] };
    const paged = `order by ${orderOf(sql, query)} offset $${sql.values.push(startIndex - 1)} limit $${sql.values.push(count)}`;
    const text = `select ${columns(actor, members)} from member_groups c where ${where} ${paged}`;
    const rows = count === 0 ? [] : await this.database.readTenant<GroupRow>(organizationId, { text, values: sql.values });
    const known = startIndex === 1 && rows.length < count;
    const total = known ? rows.length : ((await this.database.readTenant<{ count: number }>(organizationId, counted))[0]?.count ?? 0);
    return { resources: rows.map((row) => project(GROUP_TYPE, groupView(row, base), query)), total };
  }
}

function orderOf(sql: ScimSql, { sortBy, descending }: ScimQuery): string {
  if (sortBy === null) return 'c.id desc';
  const column = sql.orderOf(sortBy);
  if (column === null) throw invalidPath('sortBy names no attribute that groups can be ordered by.');
  return descending ? `${column} desc, c.id desc` : `${column} asc, c.id asc`;
}

const groupView = ({ id, name, externalId, revision, createdAt, changedAt, members }: GroupRow, base: string): ScimValue => ({
  schemas: [GROUP_SCHEMA],
  id,
  ...(externalId !== null && { externalId }),
  meta: {
    resourceType: 'Group',
    created: createdAt.toISOString(),
    lastModified: changedAt.toISOString(),
    location: `${base}/Groups/${id}`,
    version: etagOf(revision),
  },
  displayName: name,
  ...(members !== null && members.length > 0 && { members: members.map(({ value, display }) => memberOf(value, display, base)) }),
});

const memberOf = (value: string, display: string | null, base: string): ScimValue => ({
  value,
  $ref: `${base}/Users/${value}`,
  type: 'User',
  ...(display !== null && { display }),
});
