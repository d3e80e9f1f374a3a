import type { TenantTransaction } from '@smartpar/platform/database';

/**
 * Holds the members a case is about until the transaction ends: before anything of the case itself, and in one order, so that reports, decisions
 * and what time does to cases wait for each other and never in a circle.
 */
export async function holdMembers(tx: TenantTransaction, memberIds: readonly string[]): Promise<void> {
  await tx.query('select from members where organization_id = $1 and id = any($2::uuid[]) order by id for update', [tx.organizationId, memberIds]);
}
