import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log: what happened, once and for good. The serving role adds to it and reads it, and can do nothing else. */
export class CreateAuditEntries20261123000500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table audit_entries (
        organization_id uuid not null,
        id uuid not null,
        at timestamptz not null,
        xact_id xid8 not null default pg_current_xact_id(),
        actor_kind text not null constraint audit_entries_actor_kind check (actor_kind in ('member', 'person', 'system', 'account', 'nobody')),
        actor_id text collate "C" constraint audit_entries_actor_id check ((actor_kind = 'nobody') = (actor_id is null)),
        actor_roles text[] not null,
        action text collate "C" not null,
        target_noun text collate "C" not null,
        target_id text collate "C" not null,
        facts jsonb not null,
        canonical bytea not null,
        constraint audit_entries_pkey primary key (organization_id, id)
      )`);
    await queryRunner.query('create index audit_entries_at on audit_entries (organization_id, at desc, id desc)');
    await queryRunner.query('create index audit_entries_action on audit_entries (organization_id, action, at desc, id desc)');
    await queryRunner.query('create index audit_entries_actor on audit_entries (organization_id, actor_id, at desc, id desc)');
    await queryRunner.query('create index audit_entries_target on audit_entries (organization_id, target_noun, target_id, at desc, id desc)');
    await tenantTable(queryRunner, 'audit_entries', ['select', 'insert']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table audit_entries');
  }
}
