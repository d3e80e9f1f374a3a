import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { cancelWaitingWork, planWork } from '@smartpar/platform/jobs';

/** The kind of work that ends what somebody from outside may do here. */
export const AUDITOR_END = 'members.auditor-end';

/** Plans that somebody from outside is an auditor no more. Their contract ends at that moment, which by itself keeps them from everything. */
export const planAuditorEnd = (tx: TenantTransaction, memberId: string, dueAt: Temporal.Instant): Promise<void> =>
  planWork(tx, { organizationId: tx.organizationId, kind: AUDITOR_END, subjectId: memberId, dueAt });

/**
 * Takes that back where an auditor's role was taken and nothing is left of it: an end that stays would take it again from whoever gets it as somebody of
 * the organization. What a review left of it is left until the end.
 * @param role that was taken
 */
export async function forgetNeedlessEnd(tx: TenantTransaction, memberId: string, role: string): Promise<void> {
  if (role !== 'auditor') return;
  const text = `select from member_roles r where r.organization_id = $1 and r.member_id = $2 and r.role = 'auditor'
    union all select from role_assignments a where a.organization_id = $1 and a.member_id = $2 and a.built_in = 'auditor' limit 1`;
  if ((await tx.query(text, [tx.organizationId, memberId])).length === 0) await forgetAuditorEnd(tx, memberId);
}

/** Takes that back. */
export const forgetAuditorEnd = (tx: TenantTransaction, memberId: string): Promise<void> =>
  cancelWaitingWork(tx, { organizationId: tx.organizationId, subjectId: memberId, kind: AUDITOR_END });
