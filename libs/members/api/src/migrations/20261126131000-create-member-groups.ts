import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Flat groups of members, and who is in which. */
export class CreateMemberGroups20261126131000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createGroups(queryRunner);
    await createPlaces(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table grouped_members, member_groups');
  }
}

/** How many are in a group is kept with it, so that no list of groups counts a million rows. */
async function createGroups(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table member_groups (
      organization_id uuid not null constraint member_groups_organization references organizations (organization_id) on delete cascade,
      id uuid not null,
      name text not null,
      name_folded text collate "C" not null,
      size integer not null default 0 constraint member_groups_size check (size >= 0),
      version integer not null default 1,
      created_at timestamptz not null,
      constraint member_groups_pkey primary key (organization_id, id),
      constraint member_groups_name unique (organization_id, name_folded)
    )`);
  await tenantTable(queryRunner, 'member_groups', ['select', 'insert', 'update (name, name_folded, size, version)', 'delete']);
}

/** Read both ways: who is in a group, in the order of the key, and which groups a member is in. */
async function createPlaces(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table grouped_members (
      organization_id uuid not null,
      group_id uuid not null,
      member_id uuid not null,
      added_at timestamptz not null,
      constraint grouped_members_pkey primary key (organization_id, group_id, member_id),
      constraint grouped_members_group foreign key (organization_id, group_id) references member_groups (organization_id, id) on delete cascade,
      constraint grouped_members_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
    )`);
  await queryRunner.query('create index grouped_members_member on grouped_members (organization_id, member_id, group_id)');
  await tenantTable(queryRunner, 'grouped_members', ['select', 'insert', 'delete']);
}
