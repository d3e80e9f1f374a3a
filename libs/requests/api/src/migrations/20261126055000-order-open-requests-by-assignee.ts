import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is open and whose it is, soonest date first: what needs somebody is read without passing over what is answered or another's. */
export class OrderOpenRequestsByAssignee20261126055000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `create index privacy_requests_open_assignee on privacy_requests (organization_id, assignee_id, due_at, id) where state <> 'answered'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index privacy_requests_open_assignee');
  }
}
