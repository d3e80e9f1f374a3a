import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is not sealed yet comes and goes by thousands, and whoever reads the log reads all of it: it is swept by count, not by share. */
export class TendUnsealedEntries20261126133500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'alter table audit_unsealed set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_threshold = -1)',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'alter table audit_unsealed reset (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold, autovacuum_vacuum_insert_threshold)',
    );
  }
}
