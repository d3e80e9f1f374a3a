import { accountTable, APP_ROLE } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizations may sign somebody out of themselves, and sessions know when the password was typed last. */
export class EndEntry20261126155000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table entry_ends (
        account_id uuid not null,
        organization_id uuid not null,
        ended_at timestamptz not null,
        constraint entry_ends_pkey primary key (account_id, organization_id),
        constraint entry_ends_account foreign key (account_id) references accounts (account_id)
      )`);
    await accountTable(queryRunner, 'entry_ends', ['select', 'insert', 'update (ended_at)']);
    await queryRunner.query('alter table sessions add column proved_at timestamptz');
    // The owner is held to the wall as well, so it is lifted while the sessions there are learn theirs.
    await queryRunner.query('alter table sessions no force row level security');
    await queryRunner.query('update sessions set proved_at = created_at');
    await queryRunner.query('alter table sessions force row level security');
    await queryRunner.query('alter table sessions alter column proved_at set not null');
    await queryRunner.query(`grant update (proved_at) on sessions to ${APP_ROLE}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table sessions drop column proved_at');
    await queryRunner.query('drop table entry_ends');
  }
}
