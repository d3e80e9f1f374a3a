import type { MemberWorker, WorkerType } from '@smartpar/members/model';

/** What a row says of a member's work. */
export interface WorkerColumns {
  readonly workerType: WorkerType;
  readonly workerUntil: string | null;
  /** the last day, counted where the organization is, is past */
  readonly workerOver: boolean;
}

/**
 * Columns of a member `m`.
 * @param at parameter with the moment
 */
export const workerColumns = (at: string): string => `
  m.worker_type as "workerType", m.worker_until as "workerUntil",
  coalesce((m.worker_until + 1)::timestamp at time zone (select o.time_zone from organizations o where o.organization_id = m.organization_id) <= ${at}::timestamptz, false) as "workerOver"`;

/** As what a row says a member works. */
export const workerOf = ({ workerType: type, workerUntil: until, workerOver: over }: WorkerColumns): MemberWorker => ({ type, until, over });
