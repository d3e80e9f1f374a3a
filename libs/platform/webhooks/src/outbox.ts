import type { Json } from '@smartpar/audit/model';
import { newId } from '@smartpar/kernel';
import type { Transaction } from '@smartpar/platform/database';

/** One webhook to be sent once the transaction commits. */
export interface WebhookToSend {
  readonly organizationId: string;
  /** whom it goes to: `WebhookDestinations` knows the address by it */
  readonly subjectId: string;
  /** slice and what happened: `audit-log.checkpoint` */
  readonly type: string;
  readonly data: Json;
}

/**
 * Puts a webhook into the outbox, inside the transaction that causes it: it leaves if and only if that transaction commits.
 * @returns its id, the same at every try
 */
export async function enqueueWebhook(tx: Transaction, { organizationId, subjectId, type, data }: WebhookToSend): Promise<string> {
  const id = newId();
  await tx.query(`insert into webhook_outbox (id, organization_id, subject_id, type, data, created_at, next_at) values ($1, $2, $3, $4, $5, $6, $6)`, [
    id,
    organizationId,
    subjectId,
    type,
    JSON.stringify(data),
    tx.at,
  ]);
  return id;
}

/** What became of a webhook. */
export type WebhookState = 'queued' | 'sending' | 'sent' | 'failed';

/** The fate of the newest webhook to somebody. */
export interface WebhookOutcome {
  readonly subjectId: string;
  readonly state: WebhookState;
  readonly attempts: number;
  /** code of what went wrong at the last try */
  readonly fault: string | null;
  readonly at: Date;
}

/** Tells what became of the newest webhook to each of an organization's addresses. */
export const webhookOutcomes = (tx: Transaction, organizationId: string): Promise<WebhookOutcome[]> =>
  tx.query<WebhookOutcome>(
    `select distinct on (subject_id) subject_id as "subjectId", state, attempts, fault, coalesce(settled_at, created_at) as at
     from webhook_outbox where organization_id = $1 order by subject_id, id desc`,
    [organizationId],
  );

/** Takes back what waits for somebody who wants nothing more. */
export async function cancelWebhooks(tx: Transaction, organizationId: string, subjectId: string): Promise<void> {
  await tx.query('delete from webhook_outbox where organization_id = $1 and subject_id = $2', [organizationId, subjectId]);
}
