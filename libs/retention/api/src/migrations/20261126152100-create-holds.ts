import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What must not be removed about a member, and for how long the data of those who left is kept otherwise. */
export class CreateHolds20261126152100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table holds (
        organization_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        ground text not null constraint holds_ground check (ground in ('dispute', 'investigation', 'order', 'law')),
        words text not null,
        salt text not null,
        placed_at timestamptz not null,
        placed_by uuid,
        lifted_at timestamptz,
        lifted_by uuid,
        lifting_words text,
        lifting_salt text,
        constraint holds_pkey primary key (organization_id, id),
        constraint holds_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
        constraint holds_lifted check ((lifted_at is null) = (lifting_words is null) and (lifting_words is null) = (lifting_salt is null))
      )`);
    await queryRunner.query('create index holds_member on holds (organization_id, member_id, id desc)');
    await tenantTable(queryRunner, 'holds', ['select', 'insert', 'update (lifted_at, lifted_by, lifting_words, lifting_salt)']);
    await queryRunner.query(`
      create table retention_periods (
        organization_id uuid not null constraint retention_periods_pkey primary key
          constraint retention_periods_organization references organizations (organization_id) on delete cascade,
        version integer not null,
        member_days integer not null constraint retention_periods_member_days check (member_days between 0 and 3650),
        changed_at timestamptz not null
      )`);
    await tenantTable(queryRunner, 'retention_periods', ['select', 'insert', 'update (version, member_days, changed_at)']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table retention_periods, holds');
  }
}
