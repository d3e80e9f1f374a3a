import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people promise before they look at others' data, in an organization's own words, and who signed it. */
export class CreateUndertakings20261126132000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table undertaking_versions (
        organization_id uuid not null constraint undertaking_versions_organization references organizations (organization_id) on delete cascade,
        version integer not null constraint undertaking_versions_after_shipped check (version > 1),
        texts jsonb not null,
        hashes text[] not null constraint undertaking_versions_hashes check (cardinality(hashes) > 0),
        published_at timestamptz not null,
        constraint undertaking_versions_pkey primary key (organization_id, version)
      )`);
    await tenantTable(queryRunner, 'undertaking_versions', ['select', 'insert']);
    await queryRunner.query(`
      create table undertaking_signatures (
        organization_id uuid not null,
        member_id uuid not null,
        version integer not null,
        text_hash text not null,
        locale text not null,
        name text not null,
        signed_at timestamptz not null,
        constraint undertaking_signatures_pkey primary key (organization_id, member_id, version, text_hash),
        constraint undertaking_signatures_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
      )`);
    await tenantTable(queryRunner, 'undertaking_signatures', ['select', 'insert']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table undertaking_signatures, undertaking_versions');
  }
}
