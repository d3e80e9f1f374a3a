import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked at whose data and why, what machines read, and access to the machines themselves. */
export class CreateReveals20261126101000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createVersions(queryRunner);
    await createReveals(queryRunner);
    await createCountedReads(queryRunner);
    await createInfrastructureAccesses(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table infrastructure_accesses, counted_reads, reveals, standing_grant_versions');
  }
}

async function createVersions(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table standing_grant_versions (
      organization_id uuid not null constraint standing_grant_versions_pkey primary key
        constraint standing_grant_versions_organization references organizations (organization_id) on delete cascade,
      version integer not null
    )`);
  await tenantTable(queryRunner, 'standing_grant_versions', ['select', 'insert', 'update (version)']);
}

async function createReveals(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table reveals (
      organization_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      at timestamptz not null,
      by_member_id uuid not null,
      by_roles text[] not null,
      categories text[] not null constraint reveals_categories check (cardinality(categories) > 0),
      purpose text not null,
      reason_template text,
      reason_words text,
      reason_salt text,
      constraint reveals_pkey primary key (organization_id, id),
      constraint reveals_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
      constraint reveals_reason check ((reason_template is null) <> (reason_words is null) and (reason_words is null) = (reason_salt is null))
    )`);
  await queryRunner.query('create index reveals_member on reveals (organization_id, member_id, at desc, id desc)');
  await tenantTable(queryRunner, 'reveals', ['select', 'insert']);
}

/** The member of a line is the nil identifier where the reading was of a list that may hold anybody. */
async function createCountedReads(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table counted_reads (
      organization_id uuid not null constraint counted_reads_organization references organizations (organization_id) on delete cascade,
      member_id uuid not null,
      kind text not null constraint counted_reads_kind check (kind in ('look-up', 'export', 'import')),
      day date not null,
      count integer not null,
      constraint counted_reads_pkey primary key (organization_id, member_id, kind, day)
    )`);
  await tenantTable(queryRunner, 'counted_reads', ['select', 'insert', 'update (count)']);
}

async function createInfrastructureAccesses(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table infrastructure_accesses (
      organization_id uuid not null constraint infrastructure_accesses_organization references organizations (organization_id) on delete cascade,
      id uuid not null,
      kind text not null constraint infrastructure_accesses_kind check (kind in ('maintenance', 'fault', 'restore', 'security', 'compelled')),
      started_at timestamptz not null,
      ended_at timestamptz not null,
      words text not null,
      salt text not null,
      recorded_at timestamptz not null,
      constraint infrastructure_accesses_pkey primary key (organization_id, id),
      constraint infrastructure_accesses_order check (started_at <= ended_at)
    )`);
  await queryRunner.query('create index infrastructure_accesses_at on infrastructure_accesses (organization_id, recorded_at desc, id desc)');
  await tenantTable(queryRunner, 'infrastructure_accesses', ['select', 'insert']);
}
