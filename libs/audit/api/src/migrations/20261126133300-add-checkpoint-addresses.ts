import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where an organization wants its checkpoints sent. Secrets are sealed; a former one goes on signing for a day. */
export class AddCheckpointAddresses20261126133300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table checkpoint_addresses (
        organization_id uuid not null,
        id uuid not null,
        kind text not null constraint checkpoint_addresses_kind check (kind in ('mail', 'webhook')),
        target text not null,
        locale text not null,
        every text not null constraint checkpoint_addresses_every check (every in ('hour', 'day')),
        secret text,
        former_secret text,
        former_until timestamptz,
        sent bigint,
        sent_at timestamptz,
        created_at timestamptz not null,
        constraint checkpoint_addresses_pkey primary key (organization_id, id),
        constraint checkpoint_addresses_target unique (organization_id, kind, target),
        constraint checkpoint_addresses_secret check ((kind = 'webhook') = (secret is not null))
      )`);
    await tenantTable(queryRunner, 'checkpoint_addresses', ['select', 'insert', 'update (secret, former_secret, former_until, sent, sent_at)', 'delete']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table checkpoint_addresses');
  }
}
