import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organization changed about who may see which personal data of its members. */
export class CreateStandingGrants20261126001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table standing_grants (
        organization_id uuid not null constraint standing_grants_organization references organizations (organization_id) on delete cascade,
        role text not null constraint standing_grants_role check (role in ('owner', 'user-administrator', 'privacy-officer', 'helpdesk', 'auditor')),
        category text not null constraint standing_grants_category check (category in ('user.name', 'user.contact.email.work', 'user.contact.phone_number.work')),
        mode text not null constraint standing_grants_mode check (mode in ('shown', 'on-reveal', 'hidden')),
        purposes text[] not null,
        changed_at timestamptz not null,
        constraint standing_grants_pkey primary key (organization_id, role, category),
        constraint standing_grants_purposes check ((mode = 'hidden') = (cardinality(purposes) = 0))
      )`);
    await tenantTable(queryRunner, 'standing_grants', ['select', 'insert', 'update (mode, purposes, changed_at)', 'delete']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table standing_grants');
  }
}
