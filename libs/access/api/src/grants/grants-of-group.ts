import type { TenantTransaction } from '@smartpar/platform/database';

/** Tells whether a group may see data, or data of its members may be seen, by a grant that is not over or that somebody still has to decide. */
export async function isGroupGranted(tx: TenantTransaction, groupId: string): Promise<boolean> {
  const rows = await tx.query(
    `select from grants g where g.organization_id = $1 and (g.grantee_group_id = $2 or g.scope_kind = 'group' and $2::uuid = any(g.scope_ids))
       and (g.state = 'approved' and g.ends_at > $3 or g.state = 'requested' and g.lapses_at > $3) limit 1`,
    [tx.organizationId, groupId, tx.at],
  );
  return rows.length > 0;
}
