import { APP_ROLE, namedFunction, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a directory needs of members and groups: names it finds them by, when they were last changed, and what it said in its own words. Whoever it
 * took away keeps neither name nor address: both are free for somebody new.
 */
export class ProvisionMembers20261126151000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await extendMembers(queryRunner);
    await extendGroups(queryRunner);
    await createCalls(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table provisioning_calls');
    await queryRunner.query('drop trigger member_groups_note_change on member_groups');
    await queryRunner.query('drop trigger members_note_change on members');
    for (const made of ['member_groups_note_change', 'members_note_change']) await queryRunner.query(`drop function ${made}`);
    await queryRunner.query('alter table member_groups drop column external_id, drop column revision, drop column changed_at');
    for (const index of ['members_seen', 'members_directory_name', 'members_private_email', 'members_address']) await queryRunner.query(`drop index ${index}`);
    await queryRunner.query(
      `create unique index members_address on members (organization_id, email_folded) where status in ('invited', 'active', 'suspended')`,
    );
    await queryRunner.query(
      'alter table members drop constraint members_known, drop column directory_name, drop column private_email_folded, drop column directory_values, drop column changed_at',
    );
    await queryRunner.query(
      `alter table members add constraint members_known check ((status = 'de-identified') = (email is null) and (email is null) = (email_folded is null))`,
    );
  }
}

async function extendMembers(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    alter table members
      add column directory_values jsonb,
      add column directory_name text collate "C" generated always as (coalesce(user_name_folded, email_folded, 'm-' || number::text)) stored,
      add column private_email_folded text collate "C" generated always as (lower(private_email)) stored,
      add column changed_at timestamptz,
      drop constraint members_known,
      add constraint members_known check (
        (email is null) = (email_folded is null) and (email is null or status <> 'de-identified'))`);
  // Whoever was taken away by the directory leaves their address to somebody else.
  await queryRunner.query('drop index members_address');
  await queryRunner.query(
    `create unique index members_address on members (organization_id, email_folded) where status in ('invited', 'active', 'suspended') and hidden_at is null`,
  );
  await queryRunner.query(`create index members_seen on members (organization_id, id) where hidden_at is null and status <> 'de-identified'`);
  // Columns of their own and no expressions: behind a wall only what cannot leak finds its way into an index.
  await queryRunner.query(
    `create index members_directory_name on members (organization_id, directory_name) where hidden_at is null and status <> 'de-identified'`,
  );
  await queryRunner.query('create index members_private_email on members (organization_id, private_email_folded) where private_email_folded is not null');
  await queryRunner.query(`grant update (directory_values) on members to ${APP_ROLE}`);
  await noteChanges(queryRunner, 'members', "new.changed_at = greatest(old.created_at, date_trunc('milliseconds', now()));", 'old.version <> new.version');
}

/** The version of a group a person renames it by is not touched by who comes and goes; what a directory compares is. */
async function extendGroups(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    alter table member_groups
      add column external_id text collate "C",
      add column revision integer not null default 1,
      add column changed_at timestamptz`);
  await queryRunner.query('create index member_groups_external_id on member_groups (organization_id, external_id) where external_id is not null');
  await queryRunner.query(`grant update (external_id) on member_groups to ${APP_ROLE}`);
  const noted = `new.revision = old.revision + 1; new.changed_at = greatest(old.created_at, date_trunc('milliseconds', now()));`;
  await noteChanges(queryRunner, 'member_groups', noted, 'old.* is distinct from new.*');
}

async function noteChanges(queryRunner: QueryRunner, table: string, noted: string, when: string): Promise<void> {
  const name = `${table}_note_change`;
  await namedFunction(queryRunner, {
    name,
    parameters: '',
    returns: 'trigger',
    volatility: 'volatile',
    language: 'plpgsql',
    body: `begin ${noted} return new; end`,
  });
  await queryRunner.query(`create trigger ${name} before update on ${table} for each row when (${when}) execute function ${name}()`);
}

/** What directories did: names of what they asked and changed, never a value. */
async function createCalls(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table provisioning_calls (
      organization_id uuid not null constraint provisioning_calls_organization references organizations (organization_id) on delete cascade,
      id uuid not null,
      at timestamptz not null,
      token_id uuid not null,
      method text not null,
      path text not null,
      resource_id uuid,
      status smallint not null,
      fault text,
      changed text[] not null,
      not_kept text[] not null,
      filter text,
      milliseconds integer not null,
      constraint provisioning_calls_pkey primary key (organization_id, id)
    )`);
  await queryRunner.query('create index provisioning_calls_resource on provisioning_calls (organization_id, resource_id, id) where resource_id is not null');
  await queryRunner.query('create index provisioning_calls_token on provisioning_calls (organization_id, token_id, id)');
  await queryRunner.query('create index provisioning_calls_refused on provisioning_calls (organization_id, id) where status >= 400');
  await queryRunner.query(`create index provisioning_calls_changing on provisioning_calls (organization_id, id) where method <> 'GET'`);
  await tenantTable(queryRunner, 'provisioning_calls', ['select', 'insert', 'delete']);
}
