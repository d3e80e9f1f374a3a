import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Few have more addresses than have a place in their profile; whoever looks for one finds those few, and passes over nobody else. */
export class IndexFurtherAddresses20261126151100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create index members_further_addresses on members (organization_id) where directory_values -> 'moreEmails' is not null`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index members_further_addresses');
  }
}
