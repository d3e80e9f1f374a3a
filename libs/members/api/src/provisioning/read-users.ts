import { Injectable } from '@nestjs/common';
import type { ProgramActor } from '@smartpar/access/model';
import { isId } from '@smartpar/kernel';
import {
  ENTERPRISE_SCHEMA,
  invalidPath,
  isWanted,
  listView,
  project,
  resourceNotFound,
  type ScimQuery,
  type ScimValue,
  USER_TYPE,
  type Wanted,
} from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { ScimSql } from './scim-sql';
import { SEEN, USERS } from './user-columns';
import { type Further, userColumns, type UserRow, userView } from './user-row';

/** One page of a list, and how many there are in all. */
export interface ScimPage {
  readonly resources: readonly ScimValue[];
  readonly total: number;
}

/** One user with the version it has. */
export interface ReadUser {
  readonly resource: ScimValue;
  readonly version: number;
}

/** Reads members as a directory does. */
@Injectable()
export class ReadUsers {
  constructor(private readonly database: Database) {}

  /** @throws {DomainError} `not_found` */
  async one(actor: ProgramActor, id: string, base: string, wanted: Wanted): Promise<ReadUser> {
    if (!isId(id)) throw resourceNotFound();
    const { organizationId } = actor;
    const text = `select ${userColumns(furtherOf(wanted))} from members m where m.organization_id = $1 and m.id = $2 and ${SEEN}`;
    const [row] = await this.database.readTenant<UserRow>(organizationId, { text, values: [organizationId, id] });
    if (row === undefined) throw resourceNotFound();
    return { resource: project(USER_TYPE, userView(row, base), wanted), version: row.version };
  }

  /** The same, within a transaction that is open already. */
  async within(tx: TenantTransaction, id: string, base: string): Promise<ReadUser> {
    const text = `select ${userColumns({ groups: true, manager: true })} from members m where m.organization_id = $1 and m.id = $2 and ${SEEN}`;
    const [row] = await tx.query<UserRow>(text, [tx.organizationId, id]);
    if (row === undefined) throw resourceNotFound();
    return { resource: userView(row, base), version: row.version };
  }

  /** A list, as it travels. @throws {DomainError} `scim.invalid_filter`, `scim.invalid_path` */
  async list(actor: ProgramActor, query: ScimQuery, base: string): Promise<ScimValue> {
    const { resources, total } = await this.page(actor, query, base);
    return listView(resources, { total, startIndex: query.startIndex });
  }

  /**
   * A page. Its rows are found by an index alone and only then read, so that a page far behind costs what passing over the ones before it in an
   * index costs. How many there are in all is counted where the page does not tell it: where it is full, or does not begin at the beginning.
   * @throws {DomainError} `scim.invalid_filter`, `scim.invalid_path`
   */
  async page({ organizationId }: ProgramActor, query: ScimQuery, base: string): Promise<ScimPage> {
    const { filter, startIndex, count } = query;
    const sql = new ScimSql(USERS, [organizationId]);
    const where = `m.organization_id = $1 and ${SEEN}${filter === null ? '' : ` and ${sql.where(filter)}`}`;
    const counted = { text: `select count(*)::int as count from members m where ${where}`, values: [...sql.values] };
    const order = orderOf(sql, query);
    const chosen = `select m.id from members m where ${where} order by ${order} offset $${sql.values.push(startIndex - 1)} limit $${sql.values.push(count)}`;
    const text = `select ${userColumns(furtherOf(query))} from members m where m.organization_id = $1 and m.id = any(array(${chosen})) order by ${order}`;
    const rows = count === 0 ? [] : await this.database.readTenant<UserRow>(organizationId, { text, values: sql.values });
    const known = startIndex === 1 && rows.length < count;
    const total = known ? rows.length : ((await this.database.readTenant<{ count: number }>(organizationId, counted))[0]?.count ?? 0);
    return { resources: rows.map((row) => project(USER_TYPE, userView(row, base), query)), total };
  }
}

/** Without an order asked for, whoever came last is first: what a program has just made it finds on the first page. */
function orderOf(sql: ScimSql, { sortBy, descending }: ScimQuery): string {
  if (sortBy === null) return 'm.id desc';
  const column = sql.orderOf(sortBy);
  if (column === null) throw invalidPath('sortBy names no attribute that users can be ordered by.');
  return descending ? `${column} desc, m.id desc` : `${column} asc, m.id asc`;
}

/** What costs more than a row is read where it is asked for. */
const furtherOf = (wanted: Wanted): Further => ({
  groups: isWanted(USER_TYPE, wanted, 'groups'),
  manager: isWanted(USER_TYPE, wanted, `${ENTERPRISE_SCHEMA}:manager`),
});
