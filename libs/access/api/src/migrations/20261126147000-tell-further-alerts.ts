import { APP_ROLE } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A day may lead to further alerts, each step far above the one before; and the looks of one person are found without reading anybody else's. */
export class TellFurtherAlerts20261126147000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table volume_alerts add column step integer not null default 1, add column told integer');
    await queryRunner.query('alter table volume_alerts no force row level security');
    await queryRunner.query('update volume_alerts set told = looks');
    await queryRunner.query('alter table volume_alerts force row level security');
    await queryRunner.query(`
      alter table volume_alerts alter column step drop default, alter column told set not null,
        add constraint volume_alerts_told check (step > 0 and told <= looks),
        drop constraint volume_alerts_once, add constraint volume_alerts_once unique (organization_id, member_id, day, step)`);
    await queryRunner.query(`grant update (looks) on volume_alerts to ${APP_ROLE}`);
    await queryRunner.query('create index reveals_by_member on reveals (organization_id, by_member_id, at desc, id desc)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index reveals_by_member');
    await queryRunner.query('alter table volume_alerts no force row level security');
    await queryRunner.query('delete from volume_alerts where step > 1');
    await queryRunner.query('alter table volume_alerts force row level security');
    await queryRunner.query(`
      alter table volume_alerts drop constraint volume_alerts_once, drop constraint volume_alerts_told, drop column step, drop column told,
        add constraint volume_alerts_once unique (organization_id, member_id, day)`);
    await queryRunner.query(`revoke update (looks) on volume_alerts from ${APP_ROLE}`);
  }
}
