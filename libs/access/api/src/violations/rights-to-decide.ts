import type { RightToDecide } from '@smartpar/access/model';
import { type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { VIOLATION_DECIDERS_ROLES } from './violation-round';

/** Since when a member has held the right to decide, as it stands in the transaction that decides. */
export async function rightsToDecide(tx: TenantTransaction, memberId: string): Promise<readonly RightToDecide[]> {
  const rows = await tx.query<{ since: Date }>(
    `select r.granted_at as since from member_roles r join members m on m.organization_id = r.organization_id and m.id = r.member_id
     where r.organization_id = $1 and r.member_id = $2 and r.role = any($3::text[]) and m.status = 'active'`,
    [tx.organizationId, memberId, VIOLATION_DECIDERS_ROLES],
  );
  return rows.map(({ since }) => ({ memberId, ofMemberId: memberId, since: toInstant(since) }));
}
