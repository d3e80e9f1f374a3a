import { LOCKBOX_DECIDERS, type RightToDecide } from '@smartpar/access/model';
import { type TenantTransaction, toInstant } from '@smartpar/platform/database';

/**
 * Since when a member has held the right to decide lockboxes for the whole organization, by a role there is from the start or by one of its
 * own, as it stands in the transaction that decides.
 */
export async function rightsToDecide(tx: TenantTransaction, memberId: string): Promise<readonly RightToDecide[]> {
  const rows = await tx.query<{ since: Date }>(
    `select h.since from (
       select r.granted_at as since from member_roles r where r.organization_id = $1 and r.member_id = $2 and r.role = any($3::text[])
       union all
       select greatest(a.assigned_at, c.changed_at) from role_assignments a
       join custom_roles c on c.organization_id = a.organization_id and c.id = a.custom_role_id
       where a.organization_id = $1 and a.member_id = $2 and a.site_id is null and a.group_id is null
         and c.retired_at is null and 'lockbox.decide' = any(c.abilities)) h
     where exists (select from members m where m.organization_id = $1 and m.id = $2 and m.status = 'active')`,
    [tx.organizationId, memberId, LOCKBOX_DECIDERS],
  );
  return rows.map(({ since }) => ({ memberId, ofMemberId: memberId, since: toInstant(since) }));
}

/** Members of the transaction's organization who sign in with an account: whoever asked as staff may be a member here as well. */
export async function concernedIn(tx: TenantTransaction, accountId: string): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>('select id from members where organization_id = $1 and account_id = $2', [tx.organizationId, accountId]);
  return rows.map(({ id }) => id);
}
