import type { TenantTransaction } from '@smartpar/platform/database';
import { planWork } from '@smartpar/platform/jobs';

/** Work that takes away what is over of one organization, step by step. */
export const TRIM_USAGE = 'members.trim-usage';

/** Plans the next step, unless one is planned already. */
export async function planTrim(tx: TenantTransaction): Promise<void> {
  const planned = await tx.query('select 1 from due_work where organization_id = $1 and subject_id = $1 and kind = $2', [tx.organizationId, TRIM_USAGE]);
  if (planned.length === 0) await planWork(tx, { organizationId: tx.organizationId, subjectId: tx.organizationId, kind: TRIM_USAGE, dueAt: tx.at });
}
