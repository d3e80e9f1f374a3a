import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of the log that members keep: a name and what is narrowed. */
export class AddLogViews20261126133400 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table audit_views (
        organization_id uuid not null,
        id uuid not null,
        kept_by uuid not null,
        name text not null,
        filter jsonb not null,
        shared boolean not null,
        changed_at timestamptz not null,
        constraint audit_views_pkey primary key (organization_id, id)
      )`);
    await queryRunner.query('create index audit_views_kept_by on audit_views (organization_id, kept_by)');
    await tenantTable(queryRunner, 'audit_views', ['select', 'insert', 'update (name, filter, shared, changed_at)', 'delete']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table audit_views');
  }
}
