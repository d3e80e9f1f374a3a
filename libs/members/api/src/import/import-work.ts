import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { cancelWaitingWork, planWork } from '@smartpar/platform/jobs';

/** Kinds of due work about imports. */
export const IMPORT_WORK = {
  check: 'members.import-check',
  apply: 'members.import-apply',
  forget: 'members.import-forget',
} as const;

/** A kind of due work about imports. */
export type ImportWork = (typeof IMPORT_WORK)[keyof typeof IMPORT_WORK];

/** Plans the next step of an import, in the transaction that did the one before. */
export const planStep = (tx: TenantTransaction, kind: ImportWork, importId: string, dueAt: Temporal.Instant = tx.at): Promise<void> =>
  planWork(tx, { organizationId: tx.organizationId, kind, subjectId: importId, dueAt });

/** Takes back the deletion of a file that is in use, or gone. */
export const keepFile = (tx: TenantTransaction, importId: string): Promise<void> =>
  cancelWaitingWork(tx, { organizationId: tx.organizationId, kind: IMPORT_WORK.forget, subjectId: importId });

/** Takes back everything that was still to be done about an import. */
export const dropSteps = (tx: TenantTransaction, importId: string): Promise<void> =>
  cancelWaitingWork(tx, { organizationId: tx.organizationId, subjectId: importId });
