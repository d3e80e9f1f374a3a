import { Injectable } from '@nestjs/common';
import { type HeldRole, isStaffRole, type Role, ROLES, type RoleScope, unknownScope } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { isForeignKeyViolation, type TenantTransaction } from '@smartpar/platform/database';
import { type HeldRoleRow, scopeOf } from './held-roles';

/** A role about to be given. */
export interface NewAssignment {
  readonly id: string;
  readonly memberId: string;
  /** a built-in role, or the id of a custom one */
  readonly role: string;
  readonly scope: RoleScope;
}

/** A role somebody holds. */
export interface Assignment extends Pick<HeldRole, 'role' | 'scope'> {
  readonly id: string;
  readonly memberId: string;
}

interface AssignmentRow extends Omit<HeldRoleRow, 'abilities'> {
  readonly id: string;
  readonly memberId: string;
}

/** Who holds which custom role, or a built-in one for a site or a group. */
@Injectable()
export class AssignmentRepository {
  /** One of them. */
  async find(tx: TenantTransaction, memberId: string, id: string): Promise<Assignment | null> {
    const [row] = await tx.query<AssignmentRow>(
      `select id, member_id as "memberId", coalesce(built_in, custom_role_id::text) as role, site_id as "siteId", group_id as "groupId"
       from role_assignments where organization_id = $1 and member_id = $2 and id = $3`,
      [tx.organizationId, memberId, id],
    );
    return row === undefined ? null : { id: row.id, memberId: row.memberId, role: row.role, scope: scopeOf(row) };
  }

  /** Everything somebody holds of one role but for the whole organization, or of one of the organization's own. */
  async findAll(tx: TenantTransaction, memberId: string, role: string): Promise<readonly Assignment[]> {
    const rows = await tx.query<AssignmentRow>(
      `select id, member_id as "memberId", coalesce(built_in, custom_role_id::text) as role, site_id as "siteId", group_id as "groupId"
       from role_assignments where organization_id = $1 and member_id = $2 and coalesce(built_in, custom_role_id::text) = $3 order by id`,
      [tx.organizationId, memberId, role],
    );
    return rows.map((row) => ({ id: row.id, memberId: row.memberId, role: row.role, scope: scopeOf(row) }));
  }

  /** One of them, by what it is rather than by which row. */
  async findHeld(tx: TenantTransaction, memberId: string, role: string, scope: RoleScope): Promise<Assignment | null> {
    const [siteId, groupId] = [scope.kind === 'site' ? scope.id : null, scope.kind === 'group' ? scope.id : null];
    const [row] = await tx.query<{ id: string }>(
      `select id from role_assignments where organization_id = $1 and member_id = $2 and coalesce(built_in, custom_role_id::text) = $3
         and site_id is not distinct from $4 and group_id is not distinct from $5`,
      [tx.organizationId, memberId, role, siteId, groupId],
    );
    return row === undefined ? null : { id: row.id, memberId, role, scope };
  }

  /**
   * Gives a role.
   * @returns whether they did not hold it there before
   * @throws {DomainError} `role.unknown_scope`
   */
  async add(tx: TenantTransaction, { id, memberId, role, scope }: NewAssignment, entry: AuditEntry): Promise<boolean> {
    const [builtIn, customRoleId] = isBuiltIn(role) ? [role, null] : [null, role];
    const [siteId, groupId] = [scope.kind === 'site' ? scope.id : null, scope.kind === 'group' ? scope.id : null];
    const by = tx.actor.kind === 'member' ? tx.actor.memberId : null;
    const added = await tx
      .query(
        `insert into role_assignments (organization_id, id, member_id, built_in, custom_role_id, site_id, group_id, assigned_at, assigned_by_member_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint role_assignments_once do nothing returning id`,
        [tx.organizationId, id, memberId, builtIn, customRoleId, siteId, groupId, tx.at, by],
      )
      .catch((error: unknown) => {
        throw isForeignKeyViolation(error, 'role_assignments_site') || isForeignKeyViolation(error, 'role_assignments_group') ? unknownScope() : error;
      });
    if (added.length === 0) return false;
    await recordEntry(tx, entry);
    return true;
  }

  /** Takes a role. @returns whether they held it */
  async remove(tx: TenantTransaction, { id, memberId }: Assignment, entry: AuditEntry): Promise<boolean> {
    const removed = await tx.query('delete from role_assignments where organization_id = $1 and member_id = $2 and id = $3 returning id', [
      tx.organizationId,
      memberId,
      id,
    ]);
    if (removed.length === 0) return false;
    await recordEntry(tx, entry);
    return true;
  }
}

/** Tells whether a role is one there is from the start. */
export const isBuiltIn = (role: string): role is Role => ROLES.some((known) => known === role);

/** Tells whether a role may be held for a site or a group only: owners own the whole, the works council sees nobody, and staff roles count in the workforce alone. */
export const mayBeScoped = (role: string): boolean => role !== 'owner' && role !== 'works-council' && !(isBuiltIn(role) && isStaffRole(role));
