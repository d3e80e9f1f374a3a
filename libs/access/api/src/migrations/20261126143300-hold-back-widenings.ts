import { APP_ROLE, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nobody lets themselves see more: what an owner widens alone leaves them out, and what they would gain waits for somebody else. */
export class HoldBackWidenings20261126143300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table standing_grants
        add column widened_by uuid, add column mode_before text, add column purposes_before text[],
        add constraint standing_grants_widened check (num_nonnulls(widened_by, mode_before, purposes_before) in (0, 3))`);
    await queryRunner.query(`grant update (widened_by, mode_before, purposes_before) on standing_grants to ${APP_ROLE}`);
    await queryRunner.query(`
      create table standing_grant_widenings (
        organization_id uuid not null,
        id uuid not null,
        role text not null,
        category text not null,
        mode_before text not null,
        purposes_before text[] not null,
        mode text not null,
        purposes text[] not null,
        state text not null constraint standing_grant_widenings_state check (state in ('requested', 'approved', 'refused', 'lapsed', 'withdrawn')),
        requested_by uuid not null,
        requested_at timestamptz not null,
        settles_at timestamptz not null,
        alone boolean not null,
        decided_at timestamptz,
        decided_by uuid,
        constraint standing_grant_widenings_pkey primary key (organization_id, id),
        constraint standing_grant_widenings_others_approve check (state <> 'approved' or decided_by is distinct from requested_by),
        constraint standing_grant_widenings_requested_by foreign key (organization_id, requested_by)
          references members (organization_id, id) on delete cascade
      )`);
    await queryRunner.query('create index standing_grant_widenings_requested_by on standing_grant_widenings (organization_id, requested_by)');
    await queryRunner.query(
      `create unique index standing_grant_widenings_one on standing_grant_widenings (organization_id, role, category) where state = 'requested'`,
    );
    await tenantTable(queryRunner, 'standing_grant_widenings', ['select', 'insert', 'update (state, decided_at, decided_by)']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table standing_grant_widenings');
    await queryRunner.query('alter table standing_grants drop column widened_by, drop column mode_before, drop column purposes_before');
  }
}
