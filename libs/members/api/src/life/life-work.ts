import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { cancelWaitingWork, hastenWork, planWork } from '@smartpar/platform/jobs';

/** Kind of due work: somebody who left is to be de-identified. */
export const DE_IDENTIFY = 'members.de-identify';

/** Plans to look whether somebody who left can be de-identified, in the transaction that makes it necessary. */
export const planDeIdentification = (tx: TenantTransaction, memberId: string, dueAt: Temporal.Instant): Promise<void> =>
  planWork(tx, { organizationId: tx.organizationId, kind: DE_IDENTIFY, subjectId: memberId, dueAt });

/** Takes that back; what is being done at this moment looks under the member's lock whether it is still wanted. */
export const dropDeIdentification = (tx: TenantTransaction, memberId: string): Promise<void> =>
  cancelWaitingWork(tx, { organizationId: tx.organizationId, kind: DE_IDENTIFY, subjectId: memberId });

/** Looks at everybody who left once more, now: each plan is made anew by what holds from this moment on. */
export const lookAgainAtLeavers = (tx: TenantTransaction): Promise<void> =>
  hastenWork(tx, { organizationId: tx.organizationId, kind: DE_IDENTIFY, dueAt: tx.at });
