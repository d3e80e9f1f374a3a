import { Injectable } from '@nestjs/common';
import { isGroupGranted } from '@smartpar/access/api';
import { recordEntries, recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import { foldText, groupChangedMeanwhile, groupHasGroups, groupInUse, groupNameTaken, type MemberGroup, MOST_COUNTED } from '@smartpar/members/model';
import { isForeignKeyViolation, isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';

/** Everybody is counted only where they are more than those who were put in, and no further than it is told. */
const COLUMNS = `g.id, g.name, g.size, g.version, g.parent_id as "parentId", g.source,
  case when exists (select from member_groups k where k.organization_id = g.organization_id and k.parent_id = g.id)
    then (select count(*)::int from (
      select 1 from group_places p where p.organization_id = g.organization_id and p.group_id = g.id limit ${MOST_COUNTED + 1}) counted)
    else g.size end as everybody`;

/** Groups of members as they are kept. */
@Injectable()
export class GroupRepository {
  /** All of them, by name. */
  list(tx: TenantTransaction): Promise<MemberGroup[]> {
    return tx.query<MemberGroup>(`select ${COLUMNS} from member_groups g where g.organization_id = $1 order by g.name_folded`, [tx.organizationId]);
  }

  /** One of them. @throws {DomainError} `not_found` */
  async find(tx: TenantTransaction, id: string): Promise<MemberGroup> {
    const [group] = await tx.query<MemberGroup>(`select ${COLUMNS} from member_groups g where g.organization_id = $1 and g.id = $2`, [tx.organizationId, id]);
    if (group === undefined) throw notFound();
    return group;
  }

  /** How many there are. */
  async count(tx: TenantTransaction): Promise<number> {
    const [row] = await tx.query<{ count: number }>('select count(*)::int as count from member_groups where organization_id = $1', [tx.organizationId]);
    return row?.count ?? 0;
  }

  /** Keeps a new one. @throws {DomainError} `group.name_taken` */
  async add(tx: TenantTransaction, id: string, name: string, entry: AuditEntry, source: MemberGroup['source'] = 'hand'): Promise<void> {
    const insert = 'insert into member_groups (organization_id, id, name, name_folded, created_at, source) values ($1, $2, $3, $4, $5, $6)';
    await tx.query(insert, [tx.organizationId, id, name, foldText(name), tx.at, source]).catch(sayTaken);
    await recordEntry(tx, entry);
  }

  /** Gives one another name. @throws {DomainError} `not_found`, `group.changed_meanwhile`, `group.name_taken` */
  async rename(tx: TenantTransaction, { id, version }: { id: string; version: number }, name: string, entry: AuditEntry): Promise<void> {
    const changed = await tx
      .query(
        'update member_groups set name = $4, name_folded = $5, version = version + 1 where organization_id = $1 and id = $2 and version = $3 returning id',
        [tx.organizationId, id, version, name, foldText(name)],
      )
      .catch(sayTaken);
    if (changed.length !== 1) {
      await this.find(tx, id);
      throw groupChangedMeanwhile();
    }
    await recordEntry(tx, entry);
  }

  /** Removes one, and with it everybody from it. @throws {DomainError} `not_found`, `group.in_use` while a role or a grant hangs on it, `group.has_groups` */
  async remove(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    await this.lock(tx, id);
    if (await isGroupGranted(tx, id)) throw groupInUse();
    if (await this.hasGroups(tx, id)) throw groupHasGroups();
    const removed = await tx
      .query('delete from member_groups where organization_id = $1 and id = $2 returning id', [tx.organizationId, id])
      .catch((error: unknown) => {
        throw isForeignKeyViolation(error) ? groupInUse() : error;
      });
    if (removed.length !== 1) throw notFound();
    await recordEntry(tx, entry);
  }

  /**
   * Puts members into a group.
   * @param entries one for each of them; only of those who were not in it the entry is kept
   * @returns how many were not in it
   * @throws {DomainError} `not_found`
   */
  async putIn(tx: TenantTransaction, id: string, memberIds: readonly string[], entries: readonly AuditEntry[]): Promise<number> {
    await this.lock(tx, id);
    const moved = await tx.query<{ id: string }>(PUT_IN, [tx.organizationId, id, memberIds, tx.at]);
    await tx.query('update member_groups set size = size + $3 where organization_id = $1 and id = $2', [tx.organizationId, id, moved.length]);
    await recordEntries(tx, entriesOf(moved, entries));
    return moved.length;
  }

  /**
   * Takes members out of a group.
   * @param entries one for each of them; only of those who were in it the entry is kept
   * @returns how many were in it
   * @throws {DomainError} `not_found`
   */
  async takeOut(tx: TenantTransaction, id: string, memberIds: readonly string[], entries: readonly AuditEntry[]): Promise<number> {
    await this.lock(tx, id);
    const moved = await tx.query<{ id: string }>(TAKE_OUT, [tx.organizationId, id, memberIds]);
    await tx.query('update member_groups set size = size - $3 where organization_id = $1 and id = $2', [tx.organizationId, id, moved.length]);
    await recordEntries(tx, entriesOf(moved, entries));
    return moved.length;
  }

  /** The groups above some group, nearest first, itself among them. */
  async above(tx: TenantTransaction, id: string): Promise<readonly string[]> {
    const text = 'select l.above_id as id from group_lines l where l.organization_id = $1 and l.group_id = $2 order by l.steps';
    return (await tx.query<{ id: string }>(text, [tx.organizationId, id])).map((line) => line.id);
  }

  /** How many levels a group has, itself among them. */
  async levels(tx: TenantTransaction, id: string): Promise<number> {
    const text = 'select coalesce(max(l.steps), 0) + 1 as levels from group_lines l where l.organization_id = $1 and l.above_id = $2';
    const [row] = await tx.query<{ levels: number }>(text, [tx.organizationId, id]);
    return row?.levels ?? 1;
  }

  /** Whether a member is in a group, or in one inside it. */
  async holds(tx: TenantTransaction, id: string, memberId: string): Promise<boolean> {
    const text = 'select from group_places p where p.organization_id = $1 and p.group_id = $2 and p.member_id = $3';
    return (await tx.query(text, [tx.organizationId, id, memberId])).length > 0;
  }

  /** Holds some groups and keeps everybody else from moving any until the transaction ends. @returns how many of them are there */
  async holdAll(tx: TenantTransaction, ids: readonly string[]): Promise<number> {
    const text = 'select id from member_groups where organization_id = $1 and id = any($2::uuid[]) order by id for update';
    const held = await tx.query(text, [tx.organizationId, ids]);
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('groups ' || $1::uuid, 0))`, [tx.organizationId]);
    return held.length;
  }

  /** Puts a group inside another, or out of all; everybody in it is in those above it as well. */
  async nest(tx: TenantTransaction, id: string, parentId: string | null, entry: AuditEntry): Promise<void> {
    await tx.query('select nest_group($1, $2)', [id, parentId]);
    await recordEntry(tx, entry);
  }

  private async hasGroups(tx: TenantTransaction, id: string): Promise<boolean> {
    return (await tx.query('select from member_groups where organization_id = $1 and parent_id = $2 limit 1', [tx.organizationId, id])).length > 0;
  }

  /** The group is locked first, so that its size is right however many change it at once, and nobody is given anything for it meanwhile. */
  private async lock(tx: TenantTransaction, id: string): Promise<void> {
    const locked = await tx.query('select id from member_groups where organization_id = $1 and id = $2 for update', [tx.organizationId, id]);
    if (locked.length !== 1) throw notFound();
  }
}

const entriesOf = (moved: readonly { readonly id: string }[], entries: readonly AuditEntry[]): readonly AuditEntry[] => {
  const ids = new Set(moved.map(({ id }) => id));
  return entries.filter(({ target }) => ids.has(target.id));
};

const PUT_IN = `
  insert into grouped_members (organization_id, group_id, member_id, added_at)
  select $1, $2, m, $4 from (select distinct unnest($3::uuid[]) as m order by 1) chosen on conflict do nothing returning member_id as id`;

const TAKE_OUT = 'delete from grouped_members where organization_id = $1 and group_id = $2 and member_id = any($3::uuid[]) returning member_id as id';

function sayTaken(error: unknown): never {
  throw isUniqueViolation(error, 'member_groups_name') ? groupNameTaken() : error;
}
