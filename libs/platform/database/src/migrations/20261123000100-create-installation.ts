import type { MigrationInterface, QueryRunner } from 'typeorm';
import { globalTable } from '../migration-steps';

/** The one row that says what this installation is. */
export class CreateInstallation20261123000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table installation (
        singleton boolean not null default true constraint installation_pkey primary key constraint installation_one_row check (singleton),
        workforce_organization_id uuid not null,
        direct_users_organization_id uuid not null,
        mode text not null constraint installation_mode check (mode in ('hosted', 'own-server')),
        created_at timestamptz not null default now()
      )`);
    await globalTable(queryRunner, 'installation', ['select', 'insert']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table installation');
  }
}
