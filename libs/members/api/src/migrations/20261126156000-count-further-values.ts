import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many entries of a directory's export have several values where one is taken, so that this can be said. */
export class CountFurtherValues20261126156000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table member_imports add column further_values integer not null default 0');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table member_imports drop column further_values');
  }
}
