import type { TenantTransaction } from '@smartpar/platform/database';

/** Members of the transaction's organization who sign in with an account: whoever asked as staff may be a member here as well. */
export async function concernedIn(tx: TenantTransaction, accountId: string): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>('select id from members where organization_id = $1 and account_id = $2', [tx.organizationId, accountId]);
  return rows.map(({ id }) => id);
}
