import { globalTable, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions on their way in: not yet confirmed, handed over to SmartPAR, or left lying so long that staff are told. */
export class CreateIntake20261123005030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table unconfirmed_questions (
        id uuid not null constraint unconfirmed_questions_pkey primary key,
        act text collate "C" not null constraint unconfirmed_questions_act unique,
        generation integer not null default 1,
        identifier text not null,
        reply_address text not null,
        reply_address_folded text collate "C" not null,
        organization_typed text,
        text text,
        concerns text not null,
        about_contact boolean not null,
        locale text not null,
        asked_at timestamptz not null,
        confirm_before timestamptz not null,
        confirmed_at timestamptz,
        parts jsonb,
        constraint unconfirmed_questions_handed_over check ((confirmed_at is null) = (parts is null)),
        constraint unconfirmed_questions_kept check (text is not null or confirmed_at is not null)
      )`);
    await queryRunner.query('create index unconfirmed_questions_reply_address on unconfirmed_questions (reply_address_folded, asked_at)');
    await queryRunner.query('create index unconfirmed_questions_parts on unconfirmed_questions using gin (parts jsonb_path_ops)');
    await queryRunner.query('create index unconfirmed_questions_asked on unconfirmed_questions (asked_at)');
    await globalTable(queryRunner, 'unconfirmed_questions', [
      'select',
      'insert',
      'update (generation, confirm_before, confirmed_at, parts, text, identifier, organization_typed)',
      'delete',
    ]);
    await createHandovers(queryRunner);
    await queryRunner.query(`
      create table escalations (
        id uuid not null constraint escalations_pkey primary key,
        organization_id uuid not null,
        organization_name text not null,
        request_id uuid not null,
        asked_at timestamptz not null,
        due_at timestamptz not null,
        state text not null constraint escalations_state check (state in ('received', 'in-progress', 'waiting-for-person')),
        raised_at timestamptz not null,
        settled_at timestamptz
      )`);
    await queryRunner.query('create index escalations_request on escalations (organization_id, request_id)');
    await queryRunner.query('create index escalations_open on escalations (asked_at, id) where settled_at is null');
    await globalTable(queryRunner, 'escalations', ['select', 'insert', 'update (state, settled_at)', 'delete']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table escalations');
    await queryRunner.query('drop table request_handovers');
    await queryRunner.query('drop table unconfirmed_questions');
  }
}

async function createHandovers(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table request_handovers (
      organization_id uuid not null,
      id uuid not null,
      request_id uuid,
      member_id uuid,
      to_organization_id uuid not null,
      reference text not null,
      text text,
      identifier text,
      proved boolean not null,
      reply_address text not null,
      locale text not null,
      kind text not null,
      asked_at timestamptz not null,
      promised_on date not null,
      constraint request_handovers_pkey primary key (organization_id, id),
      constraint request_handovers_request foreign key (organization_id, request_id) references privacy_requests (organization_id, id) on delete cascade
    )`);
  await queryRunner.query('create index request_handovers_request on request_handovers (organization_id, request_id)');
  await queryRunner.query('create index request_handovers_member on request_handovers (organization_id, member_id, id desc) where member_id is not null');
  await tenantTable(queryRunner, 'request_handovers', ['select', 'insert', 'update (text, identifier, reply_address)']);
}
