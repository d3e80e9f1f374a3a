import { globalTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that wait to leave, and what became of those that left. Holds template and facts, never a text or a token. */
export class CreateMailOutbox20261123000200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table mail_outbox (
        id uuid not null constraint mail_outbox_pkey primary key,
        organization_id uuid,
        subject_id uuid,
        to_address text not null,
        locale text not null,
        template text not null,
        facts jsonb not null,
        state text not null default 'queued' constraint mail_outbox_state check (state in ('queued', 'sending', 'sent', 'bounced', 'failed')),
        attempts integer not null default 0,
        uncertain boolean not null default false,
        response_code integer,
        created_at timestamptz not null,
        next_at timestamptz not null,
        sent_at timestamptz
      )`);
    await queryRunner.query(`create index mail_outbox_waiting on mail_outbox (next_at, id) where state in ('queued', 'sending')`);
    await queryRunner.query(`create index mail_outbox_settled on mail_outbox (sent_at) where state in ('sent', 'bounced', 'failed')`);
    await queryRunner.query(`create index mail_outbox_subject on mail_outbox (subject_id) where subject_id is not null`);
    await globalTable(queryRunner, 'mail_outbox', ['select', 'insert', 'update', 'delete']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table mail_outbox');
  }
}
