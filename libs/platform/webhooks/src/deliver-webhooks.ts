import type { Temporal, Time } from '@smartpar/kernel';
import type { Database } from '@smartpar/platform/database';
import { NotTaken, type WebhookCarrier } from './https-carrier';
import { webhookSignature } from './signature';

/** Webhooks taken in one go; they leave one after the other. */
const ROUND_SIZE = 20;

/** How long one process may hold a webhook before another takes it over. */
const LEASE_MINUTES = 10;

/** Waiting time after each failed try, in seconds, as Standard Webhooks names them; after the last the webhook has failed. */
const RETRY_SECONDS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

/** Where a webhook goes, and what it is signed with. */
export interface WebhookDestination {
  readonly url: string;
  /** the current one first */
  readonly secrets: readonly string[];
}

/** Knows where webhooks go. */
export abstract class WebhookDestinations {
  /** @returns `null` where nobody is there any more; then nothing is sent */
  abstract find(organizationId: string, subjectId: string): Promise<WebhookDestination | null>;
}

interface TakenWebhook {
  readonly id: string;
  readonly organization_id: string;
  readonly subject_id: string;
  readonly type: string;
  readonly data: unknown;
  readonly created_at: Date;
  readonly attempts: number;
}

/** Sends what the outbox holds, at least once: a try that is repeated has the same id, by which receivers know it again. */
export class DeliverWebhooks {
  /** @param onFailure told of the type and the error, never of the address */
  constructor(
    private readonly database: Database,
    private readonly time: Time,
    private readonly destinations: WebhookDestinations,
    private readonly carrier: WebhookCarrier,
    private readonly onFailure: (type: string, error: unknown) => void,
  ) {}

  /**
   * Sends everything that waits.
   * @returns how many were taken
   */
  async run(): Promise<number> {
    let sent = 0;
    for (;;) {
      const webhooks = await this.take();
      for (const webhook of webhooks) sent += await this.deliver(webhook);
      if (webhooks.length < ROUND_SIZE) return sent;
    }
  }

  private take(): Promise<TakenWebhook[]> {
    const now = this.time.now();
    return this.database.global((tx) =>
      tx.query<TakenWebhook>(
        `update webhook_outbox set state = 'sending', attempts = attempts + 1, next_at = $2
         where id in (
           select id from webhook_outbox where state in ('queued', 'sending') and next_at <= $1 order by next_at, id limit ${ROUND_SIZE} for update skip locked)
         returning id, organization_id, subject_id, type, data, created_at, attempts`,
        [now, now.add({ minutes: LEASE_MINUTES })],
      ),
    );
  }

  private async deliver(webhook: TakenWebhook): Promise<number> {
    try {
      const destination = await this.destinations.find(webhook.organization_id, webhook.subject_id);
      if (destination === null) throw new NotTaken('gone');
      await this.carrier.carry({ url: destination.url, ...this.written(webhook, destination.secrets) });
      await this.settle(webhook.id, 'sent', null);
      return 1;
    } catch (error) {
      await this.retry(webhook, error);
      return 0;
    }
  }

  private written({ id, type, data, created_at }: TakenWebhook, secrets: readonly string[]) {
    const timestamp = Math.floor(this.time.now().epochMilliseconds / 1000);
    const body = JSON.stringify({ type, timestamp: created_at.toISOString(), data });
    const signature = webhookSignature({ id, timestamp, body }, secrets);
    return { body, headers: { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature } };
  }

  private async settle(id: string, state: 'sent' | 'failed', fault: string | null): Promise<void> {
    await this.database.global((tx) =>
      tx.query('update webhook_outbox set state = $2, fault = $3, settled_at = $4 where id = $1', [id, state, fault, this.time.now()]),
    );
  }

  private async retry({ id, type, attempts }: TakenWebhook, error: unknown): Promise<void> {
    const code = error instanceof NotTaken ? error.code : 'unreachable';
    if (!(error instanceof NotTaken)) this.onFailure(type, error);
    const wait = code === 'gone' || code === '410' ? undefined : RETRY_SECONDS[attempts - 1];
    if (wait === undefined) return this.settle(id, 'failed', code);
    const next = this.time.now().add({ seconds: wait });
    await this.database.global((tx) => tx.query(`update webhook_outbox set state = 'queued', fault = $3, next_at = $2 where id = $1`, [id, next, code]));
  }
}

/** How long a webhook that has left, or never will, is remembered, in days. */
const REMEMBERED_DAYS = 30;

/** Forgets webhooks that are long settled. */
export async function forgetSettledWebhooks(database: Database, now: Temporal.Instant): Promise<void> {
  const before = now.subtract({ hours: REMEMBERED_DAYS * 24 });
  await database.global((tx) => tx.query(`delete from webhook_outbox where state in ('sent', 'failed') and settled_at < $1`, [before]));
}
