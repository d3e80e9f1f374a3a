import { accountTable, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which acts were done, by the key their client gave them. */
export class CreateIdempotencyKeys20261123000400 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table idempotency_keys (
        organization_id uuid not null,
        actor_id text collate "C" not null,
        key text collate "C" not null,
        operation text not null,
        fingerprint text not null,
        reference jsonb not null,
        at timestamptz not null,
        constraint idempotency_keys_pkey primary key (organization_id, actor_id, key)
      )`);
    await queryRunner.query('create index idempotency_keys_at on idempotency_keys (organization_id, at)');
    await tenantTable(queryRunner, 'idempotency_keys', ['select', 'insert', 'delete']);
    await queryRunner.query(`
      create table account_idempotency_keys (
        account_id uuid not null,
        key text collate "C" not null,
        operation text not null,
        fingerprint text not null,
        reference jsonb not null,
        at timestamptz not null,
        constraint account_idempotency_keys_pkey primary key (account_id, key)
      )`);
    await queryRunner.query('create index account_idempotency_keys_at on account_idempotency_keys (account_id, at)');
    await accountTable(queryRunner, 'account_idempotency_keys', ['select', 'insert', 'delete']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table account_idempotency_keys');
    await queryRunner.query('drop table idempotency_keys');
  }
}
