import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens of other systems: what they are for, until when they work, and a hash of what proves them. */
export class CreateSystemTokens20261126154000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table system_tokens (
        organization_id uuid not null constraint system_tokens_organization references organizations (organization_id) on delete cascade,
        id uuid not null,
        name text not null,
        scope text not null constraint system_tokens_scope check (scope in ('usage', 'scim', 'scim-users', 'scim-groups', 'scim-read')),
        hash bytea not null,
        hint text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        replaced_by uuid,
        last_used_on date,
        constraint system_tokens_pkey primary key (organization_id, id)
      )`);
    await tenantTable(queryRunner, 'system_tokens', ['select', 'insert', 'update (expires_at, revoked_at, replaced_by, last_used_on)']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table system_tokens');
  }
}
