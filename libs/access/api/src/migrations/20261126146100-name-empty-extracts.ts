import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An extract nobody is in, since nobody who was chosen is known any more, says so. */
export class NameEmptyExtracts20261126146100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await allow(queryRunner, `'access-ended', 'kept-away', 'unsigned', 'taken-back', 'nobody-left'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`update extracts set stop = 'access-ended' where stop = 'nobody-left'`);
    await allow(queryRunner, `'access-ended', 'kept-away', 'unsigned', 'taken-back'`);
  }
}

async function allow(queryRunner: QueryRunner, stops: string): Promise<void> {
  await queryRunner.query(`alter table extracts drop constraint extracts_stop, add constraint extracts_stop check (stop in (${stops}))`);
}
