import { APP_ROLE } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked and where they were reached goes once they are no known person any more; what was asked and answered stays. */
export class LetRequestsLoseAddresses20261126152010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`grant update (identifier, reply_address, person_place) on privacy_requests to ${APP_ROLE}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`revoke update (identifier, reply_address, person_place) on privacy_requests from ${APP_ROLE}`);
  }
}
