import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { cancelWaitingWork, planWork } from '@smartpar/platform/jobs';

/** The kind of work that ends what somebody from outside may do here. */
export const AUDITOR_END = 'members.auditor-end';

/** Plans that somebody from outside is an auditor no more. Their contract ends at that moment, which by itself keeps them from everything. */
export const planAuditorEnd = (tx: TenantTransaction, memberId: string, dueAt: Temporal.Instant): Promise<void> =>
  planWork(tx, { organizationId: tx.organizationId, kind: AUDITOR_END, subjectId: memberId, dueAt });

/** Takes that back. */
export const forgetAuditorEnd = (tx: TenantTransaction, memberId: string): Promise<void> =>
  cancelWaitingWork(tx, { organizationId: tx.organizationId, subjectId: memberId, kind: AUDITOR_END });
