import { APP_ROLE } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nobody lifts at once, for themselves, how many people one may take out alone: who raised it, what they had before, and when. */
export class HoldBackRaisedLimits20261126146000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table extract_rules
        add column raised_by uuid, add column raised_from integer, add column raised_at timestamptz,
        add constraint extract_rules_raised check (num_nonnulls(raised_by, raised_from, raised_at) in (0, 3) and raised_from < alone_up_to)`);
    await queryRunner.query(`grant update (raised_by, raised_from, raised_at) on extract_rules to ${APP_ROLE}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table extract_rules drop column raised_by, drop column raised_from, drop column raised_at');
  }
}
