import { globalTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Webhooks that wait to leave, and what became of those that left. Where they go and by which secret is asked when they leave. */
export class CreateWebhookOutbox20261126133200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table webhook_outbox (
        id uuid not null constraint webhook_outbox_pkey primary key,
        organization_id uuid not null,
        subject_id uuid not null,
        type text not null,
        data jsonb not null,
        state text not null default 'queued' constraint webhook_outbox_state check (state in ('queued', 'sending', 'sent', 'failed')),
        attempts integer not null default 0,
        fault text,
        created_at timestamptz not null,
        next_at timestamptz not null,
        settled_at timestamptz
      )`);
    await queryRunner.query(`create index webhook_outbox_waiting on webhook_outbox (next_at, id) where state in ('queued', 'sending')`);
    await queryRunner.query(`create index webhook_outbox_settled on webhook_outbox (settled_at) where state in ('sent', 'failed')`);
    await queryRunner.query('create index webhook_outbox_subject on webhook_outbox (organization_id, subject_id, id)');
    await globalTable(queryRunner, 'webhook_outbox', ['select', 'insert', 'update', 'delete']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table webhook_outbox');
  }
}
