import { globalTable, namedFunction, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `('question', 'subject-access', 'portability', 'rectification', 'erasure', 'restriction', 'objection', 'opt-out', 'consent-withdrawal', 'automated-decision', 'complaint', 'appeal')`;

/** Privacy requests with what was said in them, and the address by which a private link finds its organization. */
export class CreatePrivacyRequests20261123005000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createRequests(queryRunner);
    await createMessages(queryRunner);
    await createAddresses(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table request_messages');
    await queryRunner.query('drop table privacy_requests');
    await queryRunner.query('drop function privacy_requests_keep_addresses');
    await queryRunner.query('drop function organization_of_request');
    await queryRunner.query('drop table request_addresses');
  }
}

async function createRequests(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table privacy_requests (
      organization_id uuid not null,
      id uuid not null,
      reference text collate "C" not null,
      kind text not null constraint privacy_requests_kind check (kind in ${KINDS}),
      state text not null constraint privacy_requests_state check (state in ('received', 'in-progress', 'waiting-for-person', 'answered')),
      outcome text constraint privacy_requests_outcome check (outcome in ('fulfilled', 'partly-fulfilled', 'refused')),
      part text not null constraint privacy_requests_part check (part in ('whole', 'organization', 'smartpar')),
      member_id uuid,
      member_number integer,
      identifier text,
      proved boolean not null,
      reply_address text,
      locale text not null,
      capacity text not null constraint privacy_requests_capacity check (capacity in ('work', 'private')),
      person_place text,
      asked_at timestamptz not null,
      promised_on date not null,
      due_on date not null,
      due_at timestamptz not null,
      paused boolean not null default false,
      told_stage text constraint privacy_requests_told_stage check (told_stage in ('half', 'four-fifths', 'due', 'escalation')),
      assignee_id uuid,
      assignee_number integer,
      about_member_id uuid,
      about_contact boolean not null default false,
      first_written_at timestamptz,
      closed_at timestamptz,
      last_activity_at timestamptz not null,
      entries integer not null default 0,
      constraint privacy_requests_pkey primary key (organization_id, id),
      constraint privacy_requests_reference unique (organization_id, reference),
      constraint privacy_requests_closed check ((state = 'answered') = (closed_at is not null)),
      constraint privacy_requests_answered check ((state = 'answered') = (outcome is not null)),
      constraint privacy_requests_reachable check (member_id is not null or reply_address is not null)
    )`);
  await queryRunner.query(`create index privacy_requests_open_due on privacy_requests (organization_id, due_at, id) where state <> 'answered'`);
  await queryRunner.query('create index privacy_requests_due on privacy_requests (organization_id, due_at, id)');
  await queryRunner.query('create index privacy_requests_recent on privacy_requests (organization_id, last_activity_at desc, id desc)');
  await queryRunner.query('create index privacy_requests_assignee on privacy_requests (organization_id, assignee_id, due_at, id)');
  await queryRunner.query('create index privacy_requests_kind_due on privacy_requests (organization_id, kind, due_at, id)');
  await queryRunner.query('create index privacy_requests_member on privacy_requests (organization_id, member_id, id desc) where member_id is not null');
  await tenantTable(queryRunner, 'privacy_requests', [
    'select',
    'insert',
    'update (kind, state, outcome, promised_on, due_on, due_at, paused, told_stage, assignee_id, assignee_number, about_member_id, about_contact, first_written_at, closed_at, last_activity_at, entries)',
  ]);
}

/** What was said stays as it was said: the serving role adds and reads, nothing else. */
async function createMessages(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table request_messages (
      organization_id uuid not null,
      request_id uuid not null,
      id uuid not null,
      kind text not null constraint request_messages_kind check (kind in ('from-person', 'reply', 'question-back', 'answer', 'note', 'event')),
      author_kind text not null constraint request_messages_author_kind check (author_kind in ('person', 'member', 'system')),
      author_member_id uuid,
      author_line text,
      text text,
      salt text,
      event jsonb,
      for_person boolean not null,
      at timestamptz not null,
      constraint request_messages_pkey primary key (organization_id, request_id, id),
      constraint request_messages_request foreign key (organization_id, request_id) references privacy_requests (organization_id, id) on delete cascade,
      constraint request_messages_content check ((kind = 'event') = (event is not null) and (text is null) = (salt is null) and (kind <> 'note' or not for_person))
    )`);
  await tenantTable(queryRunner, 'request_messages', ['select', 'insert']);
}

/** The address follows the request by trigger, so that no way of writing requests can leave it behind. */
async function createAddresses(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table request_addresses (
      request_id uuid not null constraint request_addresses_pkey primary key,
      organization_id uuid not null
    )`);
  await globalTable(queryRunner, 'request_addresses', []);
  await namedFunction(queryRunner, {
    name: 'organization_of_request',
    parameters: 'wanted uuid',
    returns: 'uuid',
    volatility: 'stable',
    language: 'sql',
    body: 'select organization_id from request_addresses where request_id = wanted',
  });
  await namedFunction(queryRunner, {
    name: 'privacy_requests_keep_addresses',
    parameters: '',
    returns: 'trigger',
    volatility: 'volatile',
    language: 'plpgsql',
    body: `
      begin
        if tg_op = 'INSERT' then
          insert into request_addresses (request_id, organization_id) select id, organization_id from after;
        else
          delete from request_addresses a using before b where a.request_id = b.id;
        end if;
        return null;
      end`,
  });
  await queryRunner.query(
    'create trigger privacy_requests_addresses_on_insert after insert on privacy_requests referencing new table as after for each statement execute function privacy_requests_keep_addresses()',
  );
  await queryRunner.query(
    'create trigger privacy_requests_addresses_on_delete after delete on privacy_requests referencing old table as before for each statement execute function privacy_requests_keep_addresses()',
  );
}
