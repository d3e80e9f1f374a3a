import { APP_ROLE } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As what somebody works here, and until when where that ends. */
export class AddWorkerTypes20261126132100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table members
        add column worker_type text not null default 'employee' constraint members_worker_type check (worker_type in ('employee', 'contractor', 'agent')),
        add column worker_until date,
        add constraint members_worker_until check (worker_until is null or worker_type <> 'employee')`);
    await queryRunner.query(`grant update (worker_type, worker_until) on members to ${APP_ROLE}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table members drop column worker_until, drop column worker_type');
  }
}
