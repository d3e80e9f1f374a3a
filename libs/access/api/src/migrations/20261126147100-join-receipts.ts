import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A receipt begins where the one before it ends, wherever the organization was then and is now. */
export class JoinReceipts20261126147100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table evaluation_receipts add column until timestamptz');
    await queryRunner.query('alter table evaluation_receipts no force row level security');
    await queryRunner.query(`update evaluation_receipts set until = (receipt::json ->> 'until')::timestamptz`);
    await queryRunner.query('alter table evaluation_receipts force row level security');
    await queryRunner.query('alter table evaluation_receipts alter column until set not null');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table evaluation_receipts drop column until');
  }
}
