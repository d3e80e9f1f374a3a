import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions are counted by the mailbox their mail would end in, and each remembers by a keyed hash what its sender's act was about. */
export class BoundMailsByMailbox20261126054000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table unconfirmed_questions add column fingerprint text');
    await queryRunner.query(`
      create index unconfirmed_questions_mailbox on unconfirmed_questions (
        (replace(split_part(split_part(reply_address_folded, '@', 1), '+', 1), '.', '') || '@' || split_part(reply_address_folded, '@', 2)), asked_at)`);
    await queryRunner.query('drop index unconfirmed_questions_reply_address');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create index unconfirmed_questions_reply_address on unconfirmed_questions (reply_address_folded, asked_at)');
    await queryRunner.query('drop index unconfirmed_questions_mailbox');
    await queryRunner.query('alter table unconfirmed_questions drop column fingerprint');
  }
}
