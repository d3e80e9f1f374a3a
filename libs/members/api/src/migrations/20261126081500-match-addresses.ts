import { namedFunction } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds which of many addresses are members' of the organization a transaction works in. By address first: among members every index begins
 * with the organization, and of one that has just grown the planner does not know which of them is worth taking.
 */
export class MatchAddresses20261126081500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await namedFunction(queryRunner, {
      name: 'members_of_addresses',
      parameters: 'wanted text[]',
      returns: 'table (member_id uuid)',
      volatility: 'stable',
      language: 'sql',
      body: `
        select a.member_id from unnest(wanted) as w (address) join member_addresses a on a.address_folded = w.address
        where a.organization_id is not distinct from nullif(current_setting('app.organization_id', true), '')::uuid`,
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function members_of_addresses');
  }
}
