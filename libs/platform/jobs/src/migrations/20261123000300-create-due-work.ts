import { globalTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What falls due, and when, over all organizations: ids and kinds, nothing else. */
export class CreateDueWork20261123000300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table due_work (
        id uuid not null constraint due_work_pkey primary key,
        organization_id uuid not null,
        kind text not null,
        subject_id uuid not null,
        due_at timestamptz not null
      )`);
    await queryRunner.query(`create index due_work_due on due_work (due_at, id)`);
    await queryRunner.query(`create index due_work_subject on due_work (organization_id, subject_id)`);
    await globalTable(queryRunner, 'due_work', ['select', 'insert', 'update (due_at)', 'delete']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table due_work');
  }
}
