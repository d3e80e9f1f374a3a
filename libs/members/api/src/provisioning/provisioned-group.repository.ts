import { Injectable } from '@nestjs/common';
import { recordEntries, recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { isId } from '@smartpar/kernel';
import { type Filter, foldText, groupNameTaken, type SaidMember } from '@smartpar/members/model';
import { isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';
import { ScimSql } from './scim-sql';
import { groupsFor, SEEN } from './user-columns';

/** Groups as a directory keeps them: whoever comes or goes, it is one statement each. */
@Injectable()
export class ProvisionedGroupRepository {
  /** Holds a group, so that nobody else changes it until the transaction ends. @returns its revision, or `null` where there is none */
  async hold(tx: TenantTransaction, id: string): Promise<number | null> {
    const text = 'select revision from member_groups where organization_id = $1 and id = $2 for update';
    const [held] = await tx.query<{ revision: number }>(text, [tx.organizationId, id]);
    return held?.revision ?? null;
  }

  /** Gives a group its name and the identifier it has in the directory. @throws {DomainError} `group.name_taken` */
  async name(
    tx: TenantTransaction,
    id: string,
    { name, externalId }: { name: string | null; externalId: string | null | undefined },
    entry: AuditEntry,
  ): Promise<void> {
    const text = `
      update member_groups set name = coalesce($3, name), name_folded = coalesce($4, name_folded),
        external_id = case when $5 then $6 else external_id end, version = version + case when $3::text is null then 0 else 1 end
      where organization_id = $1 and id = $2`;
    const values = [tx.organizationId, id, name, name === null ? null : foldText(name), externalId !== undefined, externalId ?? null];
    await tx.query(text, values).catch(sayTaken);
    await recordEntry(tx, entry);
  }

  /**
   * Puts members in. Whoever the organization does not have is passed over.
   * @param entry kept for each who came, with them as what it is about
   * @returns how many came
   */
  async putIn(tx: TenantTransaction, id: string, members: readonly SaidMember[], entry: AuditEntry): Promise<number> {
    const moved = await tx.query<{ id: string }>(PUT_IN, [tx.organizationId, id, members.filter(isId), tx.at]);
    await recordEntries(tx, ofEach(moved, entry));
    return moved.length;
  }

  /** Takes members out. @param entry kept for each who went @returns how many went */
  async takeOut(tx: TenantTransaction, id: string, members: readonly SaidMember[], entry: AuditEntry): Promise<number> {
    const moved = await tx.query<{ id: string }>(takenOut('g.member_id = any($3::uuid[])'), [tx.organizationId, id, members.filter(isId)]);
    await recordEntries(tx, ofEach(moved, entry));
    return moved.length;
  }

  /** Takes everybody out but some. @param entry kept for each who went @returns how many went */
  async keepOnly(tx: TenantTransaction, id: string, members: readonly SaidMember[], entry: AuditEntry): Promise<number> {
    const moved = await tx.query<{ id: string }>(takenOut('g.member_id <> all($3::uuid[])'), [tx.organizationId, id, members.filter(isId)]);
    await recordEntries(tx, ofEach(moved, entry));
    return moved.length;
  }

  /** Takes out whom a filter selects. @param entry kept for each who went @returns how many went @throws {DomainError} `scim.invalid_filter` */
  async takeOutSelected(tx: TenantTransaction, id: string, filter: Filter, entry: AuditEntry): Promise<number> {
    const sql = new ScimSql(groupsFor(tx.actor), [tx.organizationId, id]);
    const moved = await tx.query<{ id: string }>(takenOut(sql.whereValue('members', filter)), sql.values);
    await recordEntries(tx, ofEach(moved, entry));
    return moved.length;
  }
}

/** Members who came into a group or left it. */
type Moved = readonly { readonly id: string }[];

const ofEach = (moved: Moved, entry: AuditEntry): readonly AuditEntry[] => moved.map(({ id }) => ({ ...entry, target: { noun: 'member', id } }));

/** How many are in a group is kept with whoever comes or goes. */
const counted = (sign: '+' | '-'): string => `
  counted as (
    update member_groups set size = size ${sign} (select count(*) from moved) where organization_id = $1 and id = $2 and exists (select from moved))
  select id from moved`;

const PUT_IN = `
  with moved as (
    insert into grouped_members (organization_id, group_id, member_id, added_at)
    select $1, $2, m.id, $4 from members m where m.organization_id = $1 and m.id = any($3::uuid[]) and ${SEEN} order by m.id
    on conflict do nothing returning member_id as id),
  ${counted('+')}`;

const takenOut = (which: string): string => `
  with moved as (delete from grouped_members g where g.organization_id = $1 and g.group_id = $2 and ${which} returning g.member_id as id),
  ${counted('-')}`;

function sayTaken(error: unknown): never {
  throw isUniqueViolation(error, 'member_groups_name') ? groupNameTaken() : error;
}
