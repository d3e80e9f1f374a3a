import { APP_ROLE, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [
  ...['display_name', 'time_zone', 'country', 'department', 'employee_number', 'employee_number_folded', 'manager_id', 'private_email', 'private_phone'],
  ...['external_id', 'user_name', 'user_name_folded', 'guest', 'hidden_at', 'origin'],
];

/**
 * What else is kept of a person, and who put it there. Only what was changed since somebody came has a line of its own: what came with them is
 * as their origin says, so that whoever brings a hundred thousand people writes no million lines beside them.
 */
export class ExtendProfiles20261126150000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table members
        add column display_name text,
        add column time_zone text,
        add column country text constraint members_country check (country ~ '^[A-Z]{2}$'),
        add column department text,
        add column employee_number text,
        add column employee_number_folded text collate "C",
        add column manager_id uuid,
        add column private_email text,
        add column private_phone text,
        add column external_id text collate "C",
        add column user_name text,
        add column user_name_folded text collate "C",
        add column guest boolean not null default false,
        add column hidden_at timestamptz,
        add column origin text not null default 'administrator' constraint members_origin check (origin in ('directory', 'import', 'administrator')),
        add constraint members_manager foreign key (organization_id, manager_id) references members (organization_id, id) on delete set null (manager_id),
        add constraint members_manager_other check (manager_id <> id)`);
    await queryRunner.query('create index members_manager on members (organization_id, manager_id)');
    await queryRunner.query(
      'create index members_employee_number on members (organization_id, employee_number_folded) where employee_number_folded is not null',
    );
    await queryRunner.query('create index members_external_id on members (organization_id, external_id) where external_id is not null');
    await queryRunner.query(
      'create unique index members_user_name on members (organization_id, user_name_folded) where user_name_folded is not null and hidden_at is null',
    );
    await queryRunner.query(`grant update (${COLUMNS.join(', ')}) on members to ${APP_ROLE}`);
    await createSources(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table member_field_sources');
    await queryRunner.query(`alter table members ${COLUMNS.map((column) => `drop column ${column}`).join(', ')}`);
  }
}

async function createSources(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table member_field_sources (
      organization_id uuid not null,
      member_id uuid not null,
      field text not null constraint member_field_sources_field check (field in
        ('firstName', 'lastName', 'displayName', 'email', 'phone', 'privateEmail', 'privatePhone', 'locale', 'timeZone', 'country', 'department',
         'employeeNumber', 'managerId')),
      source text not null constraint member_field_sources_source check (source in ('directory', 'import', 'person', 'app', 'administrator')),
      changed_at timestamptz not null,
      constraint member_field_sources_pkey primary key (organization_id, member_id, field),
      constraint member_field_sources_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
    )`);
  await tenantTable(queryRunner, 'member_field_sources', ['select', 'insert', 'update (source, changed_at)', 'delete']);
}
