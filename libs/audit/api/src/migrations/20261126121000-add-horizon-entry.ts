import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where exactly sealing stopped: behind which entry, and up to which transaction it has to look whether an entry is sealed already. */
export class AddHorizonEntry20261126121000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table audit_checkpoints add horizon_entry uuid, add overlap xid8');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table audit_checkpoints drop horizon_entry, drop overlap');
  }
}
