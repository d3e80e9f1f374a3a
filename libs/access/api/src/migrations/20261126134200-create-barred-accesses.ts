import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Access to the machines that may not be told yet. It is the workforce's row, so that the organization it is about cannot come upon it. */
export class CreateBarredAccesses20261126134200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table barred_accesses (
        organization_id uuid not null constraint barred_accesses_organization references organizations (organization_id) on delete cascade,
        id uuid not null,
        about_organization_id uuid not null,
        kind text not null constraint barred_accesses_kind check (kind in ('maintenance', 'fault', 'restore', 'security', 'compelled')),
        started_at timestamptz not null,
        ended_at timestamptz not null,
        words text not null,
        salt text not null,
        ground text not null constraint barred_accesses_ground check (ground in ('court-order', 'law', 'investigation', 'danger-to-life')),
        barred_until timestamptz not null,
        recorded_at timestamptz not null,
        constraint barred_accesses_pkey primary key (organization_id, id),
        constraint barred_accesses_order check (started_at <= ended_at)
      )`);
    await tenantTable(queryRunner, 'barred_accesses', ['select', 'insert']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table barred_accesses');
  }
}
