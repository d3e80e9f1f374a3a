import { LOCKBOX_DECIDERS, type RightToDecide } from '@smartpar/access/model';
import { type TenantTransaction, toInstant } from '@smartpar/platform/database';

/** Since when a member has held the right to decide lockboxes, as it stands in the transaction that decides. */
export async function rightsToDecide(tx: TenantTransaction, memberId: string): Promise<readonly RightToDecide[]> {
  const rows = await tx.query<{ since: Date }>(
    `select r.granted_at as since from member_roles r join members m on m.organization_id = r.organization_id and m.id = r.member_id
     where r.organization_id = $1 and r.member_id = $2 and r.role = any($3::text[]) and m.status = 'active'`,
    [tx.organizationId, memberId, LOCKBOX_DECIDERS],
  );
  return rows.map(({ since }) => ({ memberId, ofMemberId: memberId, since: toInstant(since) }));
}

/** Members of the transaction's organization who sign in with an account: whoever asked as staff may be a member here as well. */
export async function concernedIn(tx: TenantTransaction, accountId: string): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>('select id from members where organization_id = $1 and account_id = $2', [tx.organizationId, accountId]);
  return rows.map(({ id }) => id);
}
