import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateWebhookOutbox20261126133200 } from './migrations/20261126133200-create-webhook-outbox';

/** Migrations of the outbox of webhooks. */
export const webhookMigrations = [CreateWebhookOutbox20261126133200] as const;

/** Tables of this room. */
export const webhookTables: readonly TableDeclaration[] = [
  {
    name: 'webhook_outbox',
    class: 'global',
    reason: 'Webhooks of all tenants leave through one worker that reads by state and never by tenant; it holds no address and no secret.',
  },
];
