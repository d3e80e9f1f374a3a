import { APP_ROLE } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An address that was taken back before it said yes goes at once; only the moment it was asked at stays for a while. */
export class KeepWithdrawnProposals20261126150300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table member_address_proposals alter column email drop not null');
    await queryRunner.query(`grant update (email) on member_address_proposals to ${APP_ROLE}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`revoke update (email) on member_address_proposals from ${APP_ROLE}`);
    await queryRunner.query('alter table member_address_proposals no force row level security');
    await queryRunner.query('delete from member_address_proposals where email is null');
    await queryRunner.query('alter table member_address_proposals force row level security');
    await queryRunner.query('alter table member_address_proposals alter column email set not null');
  }
}
