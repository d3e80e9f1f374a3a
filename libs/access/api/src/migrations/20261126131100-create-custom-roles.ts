import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles an organization composes, who holds them or a built-in one for a site or a group, and which are kept apart. */
export class CreateCustomRoles20261126131100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createRoles(queryRunner);
    await createAssignments(queryRunner);
    await createSeparations(queryRunner);
    await queryRunner.query('alter table member_roles add column granted_by_member_id uuid');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table member_roles drop column granted_by_member_id');
    await queryRunner.query('drop table role_separations, role_assignments, custom_roles');
  }
}

/** A retired role stays, so that the log’s ids keep their meaning; its name may be given again. */
async function createRoles(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table custom_roles (
      organization_id uuid not null constraint custom_roles_organization references organizations (organization_id) on delete cascade,
      id uuid not null,
      name text not null,
      name_folded text collate "C" not null,
      sentence text,
      abilities text[] not null constraint custom_roles_abilities check (cardinality(abilities) > 0),
      version integer not null default 1,
      changed_at timestamptz not null,
      retired_at timestamptz,
      constraint custom_roles_pkey primary key (organization_id, id)
    )`);
  await queryRunner.query('create unique index custom_roles_name on custom_roles (organization_id, name_folded) where retired_at is null');
  await tenantTable(queryRunner, 'custom_roles', ['select', 'insert', 'update (name, name_folded, sentence, abilities, version, changed_at, retired_at)']);
}

/** What `member_roles` cannot say: a custom role, or a built-in one that holds for a site or a group only. */
async function createAssignments(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table role_assignments (
      organization_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      built_in text constraint role_assignments_built_in check (built_in in ('user-administrator', 'privacy-officer', 'helpdesk', 'auditor')),
      custom_role_id uuid,
      site_id uuid,
      group_id uuid,
      assigned_at timestamptz not null,
      assigned_by_member_id uuid,
      constraint role_assignments_pkey primary key (organization_id, id),
      constraint role_assignments_once unique nulls not distinct (organization_id, member_id, built_in, custom_role_id, site_id, group_id),
      constraint role_assignments_role check ((built_in is null) <> (custom_role_id is null)),
      constraint role_assignments_scope check (site_id is null or group_id is null),
      constraint role_assignments_further check (custom_role_id is not null or site_id is not null or group_id is not null),
      constraint role_assignments_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
      constraint role_assignments_custom_role foreign key (organization_id, custom_role_id) references custom_roles (organization_id, id),
      constraint role_assignments_site foreign key (organization_id, site_id) references sites (organization_id, id),
      constraint role_assignments_group foreign key (organization_id, group_id) references member_groups (organization_id, id)
    )`);
  for (const column of ['custom_role_id', 'site_id', 'group_id', 'built_in']) {
    await queryRunner.query(`create index role_assignments_by_${column} on role_assignments (organization_id, ${column})`);
  }
  await tenantTable(queryRunner, 'role_assignments', ['select', 'insert', 'delete']);
}

async function createSeparations(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table role_separations (
      organization_id uuid not null constraint role_separations_pkey primary key
        constraint role_separations_organization references organizations (organization_id) on delete cascade,
      version integer not null,
      pairs jsonb not null,
      limits jsonb not null
    )`);
  await tenantTable(queryRunner, 'role_separations', ['select', 'insert', 'update (version, pairs, limits)']);
}
