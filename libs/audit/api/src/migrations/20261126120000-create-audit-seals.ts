import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What seals the log: the place and hash of each sealed entry, the nodes above them, and signed checkpoints. All of it only grows. There is no
 * foreign key to the entries: a leaf outlives an entry that retention trims, and adding one locks nothing.
 */
export class CreateAuditSeals20261126120000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create index audit_entries_xact on audit_entries (organization_id, xact_id, id)');
    await queryRunner.query(`
      create table audit_leaves (
        organization_id uuid not null,
        position bigint not null constraint audit_leaves_position check (position >= 0),
        entry_id uuid not null,
        hash bytea not null constraint audit_leaves_hash check (octet_length(hash) = 32),
        constraint audit_leaves_pkey primary key (organization_id, position),
        constraint audit_leaves_entry unique (organization_id, entry_id)
      )`);
    await queryRunner.query(`
      create table audit_nodes (
        organization_id uuid not null,
        level smallint not null constraint audit_nodes_level check (level > 0),
        position bigint not null constraint audit_nodes_position check (position >= 0),
        hash bytea not null constraint audit_nodes_hash check (octet_length(hash) = 32),
        constraint audit_nodes_pkey primary key (organization_id, level, position)
      )`);
    await queryRunner.query(`
      create table audit_checkpoints (
        organization_id uuid not null,
        number bigint not null constraint audit_checkpoints_number check (number > 0),
        size bigint not null constraint audit_checkpoints_size_counts check (size > 0),
        root bytea not null constraint audit_checkpoints_root check (octet_length(root) = 32),
        note text not null,
        sealed_at timestamptz not null,
        cluster text,
        horizon xid8 not null,
        constraint audit_checkpoints_pkey primary key (organization_id, number),
        constraint audit_checkpoints_size unique (organization_id, size)
      )`);
    await queryRunner.query(`
      create table audit_log_keys (
        organization_id uuid not null,
        key_id text collate "C" not null,
        verifier_key text not null,
        since timestamptz not null,
        constraint audit_log_keys_pkey primary key (organization_id, key_id)
      )`);
    for (const name of ['audit_leaves', 'audit_nodes', 'audit_checkpoints', 'audit_log_keys']) await tenantTable(queryRunner, name, ['select', 'insert']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of ['audit_log_keys', 'audit_checkpoints', 'audit_nodes', 'audit_leaves']) await queryRunner.query(`drop table ${name}`);
    await queryRunner.query('drop index audit_entries_xact');
  }
}
