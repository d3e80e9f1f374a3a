import type { TenantTransaction } from '@smartpar/platform/database';

/** A change of who is in some groups. */
export interface GroupMove {
  readonly memberId: string;
  /** the groups in which somebody comes */
  readonly groupIds: readonly string[];
  /** whether the member comes themself */
  readonly comes: 'self' | 'others';
}

/**
 * Tells whether somebody would see or may do more by it themselves: they hold a role for one of the groups, may see data of its members, or come
 * into a group that may see data. What a role or a group was given serves whoever gave it never, and so is no gain.
 */
export async function gainsThroughGroups(tx: TenantTransaction, { memberId, groupIds, comes }: GroupMove): Promise<boolean> {
  const rows = await tx.query(
    `select from role_assignments a where a.organization_id = $1 and a.member_id = $2 and a.group_id = any($3::uuid[])
     union all
     select from grants g where g.organization_id = $1 and g.state = 'approved' and g.ends_at > $4 and (
       g.scope_kind = 'group' and g.scope_ids && $3::uuid[] and (
         g.grantee_member_id = $2
         or g.requested_by <> $2 and (
           g.grantee_role in (select r.role from member_roles r where r.organization_id = $1 and r.member_id = $2)
           or g.grantee_group_id in (select p.group_id from group_places p where p.organization_id = $1 and p.member_id = $2)))
       or $5 and g.requested_by <> $2 and g.grantee_group_id = any($3::uuid[]))
     limit 1`,
    [tx.organizationId, memberId, groupIds, tx.at, comes === 'self'],
  );
  return rows.length > 0;
}
