import { APP_ROLE, namedFunction } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked, and where they were reached, never changes; it only goes once nobody is known by it any more, and the server cannot do it otherwise. */
export class ForgetWhoAsked20261126152900 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`revoke update (identifier, reply_address, person_place) on privacy_requests from ${APP_ROLE}`);
    await namedFunction(queryRunner, {
      name: 'forget_who_asked',
      parameters: 'former uuid',
      returns: 'void',
      volatility: 'volatile',
      language: 'sql',
      body: `
        update privacy_requests r set identifier = null, reply_address = null, person_place = null
        where r.organization_id = nullif(current_setting('app.organization_id', true), '')::uuid and r.member_id = former
          and exists (select from members m where m.organization_id = r.organization_id and m.id = former and m.status = 'de-identified')`,
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function forget_who_asked');
    await queryRunner.query(`grant update (identifier, reply_address, person_place) on privacy_requests to ${APP_ROLE}`);
  }
}
