import { namedFunction } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was signed never changes, but for one thing: the name goes once nobody is known by it any more. */
export class LetSignaturesLoseNames20261126152000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await namedFunction(queryRunner, {
      name: 'unname_signatures',
      parameters: 'former uuid',
      returns: 'void',
      volatility: 'volatile',
      language: 'sql',
      body: `
        update undertaking_signatures s set name = ''
        where s.organization_id = nullif(current_setting('app.organization_id', true), '')::uuid and s.member_id = former
          and exists (select from members m where m.organization_id = s.organization_id and m.id = former and m.status = 'de-identified')`,
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function unname_signatures');
  }
}
