import { APP_ROLE } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long requests wait for those who decide before silence refuses them: each organization says so itself. */
export class SetDecidingTime20261126143100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `alter table organizations add column decide_within_hours smallint not null default 12
         constraint organizations_decide_within check (decide_within_hours between 1 and 72)`,
    );
    await queryRunner.query(`grant update (decide_within_hours) on organizations to ${APP_ROLE}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table organizations drop column decide_within_hours');
  }
}
