import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { cancelWaitingWork, planWork } from '@smartpar/platform/jobs';

/** Kinds of due work about extracts. */
export const EXTRACT_WORK = {
  write: 'access.extract-write',
  lapse: 'access.extract-lapse',
  destroy: 'access.extract-destroy',
} as const;

/** A kind of due work about extracts. */
export type ExtractWorkKind = (typeof EXTRACT_WORK)[keyof typeof EXTRACT_WORK];

/** Plans what is to happen to an extract next, in the transaction that makes it necessary. */
export const planExtract = (tx: TenantTransaction, kind: ExtractWorkKind, id: string, dueAt: Temporal.Instant = tx.at): Promise<void> =>
  planWork(tx, { organizationId: tx.organizationId, kind, subjectId: id, dueAt });

/** Takes back everything that was still to happen to an extract. */
export const dropPlans = (tx: TenantTransaction, id: string): Promise<void> => cancelWaitingWork(tx, { organizationId: tx.organizationId, subjectId: id });
