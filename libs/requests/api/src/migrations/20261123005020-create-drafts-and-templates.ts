import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members were typing, and texts kept for answers. */
export class CreateDraftsAndTemplates20261123005020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table request_drafts (
        organization_id uuid not null,
        request_id uuid not null,
        member_id uuid not null,
        kind text not null constraint request_drafts_kind check (kind in ('reply', 'question-back', 'answer', 'note')),
        text text not null,
        kept_at timestamptz not null,
        constraint request_drafts_pkey primary key (organization_id, request_id, member_id),
        constraint request_drafts_request foreign key (organization_id, request_id) references privacy_requests (organization_id, id) on delete cascade
      )`);
    await tenantTable(queryRunner, 'request_drafts', ['select', 'insert', 'update (kind, text, kept_at)', 'delete']);
    await queryRunner.query(`
      create table reply_templates (
        organization_id uuid not null,
        id uuid not null,
        title text not null,
        language text not null,
        text text not null,
        kind text,
        changed_at timestamptz not null,
        constraint reply_templates_pkey primary key (organization_id, id)
      )`);
    await queryRunner.query('create index reply_templates_title on reply_templates (organization_id, title, id)');
    await tenantTable(queryRunner, 'reply_templates', ['select', 'insert', 'update (title, language, text, kind, changed_at)', 'delete']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table reply_templates');
    await queryRunner.query('drop table request_drafts');
  }
}
