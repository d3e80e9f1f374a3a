import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organization keeps of its members beside what everybody has, and addresses of people's own that have not said yes yet. */
export class CreateProfileAttributes20261126150200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createAttributes(queryRunner);
    await createValues(queryRunner);
    await createProposals(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table member_address_proposals, member_attribute_values, profile_attributes');
  }
}

async function createAttributes(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table profile_attributes (
      organization_id uuid not null constraint profile_attributes_organization references organizations (organization_id) on delete cascade,
      id uuid not null,
      name text not null,
      name_folded text collate "C" not null,
      kind text not null constraint profile_attributes_kind check (kind in ('text', 'number', 'date', 'choice', 'yes-no')),
      choices text[] not null,
      category text not null,
      by_person boolean not null,
      created_at timestamptz not null,
      retired_at timestamptz,
      version integer not null default 1,
      constraint profile_attributes_pkey primary key (organization_id, id),
      constraint profile_attributes_choices check ((kind = 'choice') = (cardinality(choices) > 0))
    )`);
  // the name of one that is used no more is free again
  await queryRunner.query('create unique index profile_attributes_name on profile_attributes (organization_id, name_folded) where retired_at is null');
  await tenantTable(queryRunner, 'profile_attributes', ['select', 'insert', 'update (name, name_folded, choices, by_person, retired_at, version)']);
}

async function createValues(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table member_attribute_values (
      organization_id uuid not null,
      member_id uuid not null,
      attribute_id uuid not null,
      value text not null,
      source text not null constraint member_attribute_values_source check (source in ('directory', 'import', 'person', 'app', 'administrator')),
      changed_at timestamptz not null,
      constraint member_attribute_values_pkey primary key (organization_id, member_id, attribute_id),
      constraint member_attribute_values_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
      constraint member_attribute_values_attribute foreign key (organization_id, attribute_id) references profile_attributes (organization_id, id)
    )`);
  await queryRunner.query('create index member_attribute_values_attribute on member_attribute_values (organization_id, attribute_id)');
  await tenantTable(queryRunner, 'member_attribute_values', ['select', 'insert', 'update (value, source, changed_at)', 'delete']);
}

async function createProposals(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table member_address_proposals (
      organization_id uuid not null,
      member_id uuid not null,
      id uuid not null,
      email text not null,
      created_at timestamptz not null,
      constraint member_address_proposals_pkey primary key (organization_id, member_id),
      constraint member_address_proposals_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
    )`);
  await tenantTable(queryRunner, 'member_address_proposals', ['select', 'insert', 'delete']);
}
