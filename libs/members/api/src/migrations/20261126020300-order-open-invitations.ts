import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations nobody has answered, by when they run out. */
export class OrderOpenInvitations20261126020300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'create index member_invitations_open on member_invitations (organization_id, expires_at, member_id) where accepted_at is null and withdrawn_at is null',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index member_invitations_open');
  }
}
