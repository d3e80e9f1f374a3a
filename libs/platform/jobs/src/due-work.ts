import { newId, type Temporal } from '@smartpar/kernel';
import type { TenantTransaction, Transaction } from '@smartpar/platform/database';

/** One piece of work that falls due at a moment, inside one organization. */
export interface DueWork {
  readonly organizationId: string;
  /** slice and noun: `requests.reminder` */
  readonly kind: string;
  /** what the work is about */
  readonly subjectId: string;
  readonly dueAt: Temporal.Instant;
}

/** Plans work, in the transaction that makes it necessary. */
export async function planWork(tx: Transaction, work: DueWork): Promise<void> {
  await tx.query(`insert into due_work (id, organization_id, kind, subject_id, due_at) values ($1, $2, $3, $4, $5)`, [
    newId(),
    work.organizationId,
    work.kind,
    work.subjectId,
    work.dueAt.toString(),
  ]);
}

/** Which planned work is meant. */
export interface PlannedWork {
  readonly organizationId: string;
  readonly subjectId: string;
  /** every kind where absent */
  readonly kind?: string;
}

/** Plans one kind of work about each of many organizations at once, such as the same round everywhere: one statement, however many there are. */
export async function planRounds(tx: Transaction, { kind, dueAt }: Pick<DueWork, 'kind' | 'dueAt'>, organizationIds: readonly string[]): Promise<void> {
  await tx.query(
    `insert into due_work (id, organization_id, kind, subject_id, due_at)
     select w.id, w.organization_id, $3, w.organization_id, $4 from unnest($1::uuid[], $2::uuid[]) as w (id, organization_id)`,
    [organizationIds.map(() => newId()), organizationIds, kind, dueAt.toString()],
  );
}

/** Takes planned work back, in the transaction that makes it needless. */
export async function cancelWork(tx: Transaction, { organizationId, subjectId, kind }: PlannedWork): Promise<void> {
  await tx.query(`delete from due_work where organization_id = $1 and subject_id = $2 and ($3::text is null or kind = $3)`, [
    organizationId,
    subjectId,
    kind ?? null,
  ]);
}

/**
 * Takes planned work back without waiting for what is being performed at this moment: for whoever holds a lock which that work asks for. What
 * is being performed has to look, under the lock, whether it is still wanted.
 */
export async function cancelWaitingWork(tx: Transaction, { organizationId, subjectId, kind }: PlannedWork): Promise<void> {
  await tx.query(
    `delete from due_work where id in (
       select id from due_work where organization_id = $1 and subject_id = $2 and ($3::text is null or kind = $3) for update skip locked)`,
    [organizationId, subjectId, kind ?? null],
  );
}

/** Has all planned work of a kind in an organization looked at by a moment at the latest: for whoever changes what it was planned by. */
export async function hastenWork(tx: Transaction, { organizationId, kind, dueAt }: Pick<DueWork, 'organizationId' | 'kind' | 'dueAt'>): Promise<void> {
  await tx.query('update due_work set due_at = $3 where organization_id = $1 and kind = $2 and due_at > $3', [organizationId, kind, dueAt.toString()]);
}

/** What a kind of due work does. */
export interface WorkKind {
  readonly kind: string;
  /** runs inside one tenant transaction as the system; the plan is spent in that same transaction, so it happens exactly once */
  readonly perform: (tx: TenantTransaction, work: { readonly subjectId: string; readonly dueAt: Temporal.Instant }) => Promise<void>;
}

/** Declares what a kind of due work does. */
export const defineWork = (kind: string, perform: WorkKind['perform']): WorkKind => ({ kind, perform });
