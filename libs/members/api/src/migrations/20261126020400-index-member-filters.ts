import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list by number, narrowed to a state or a site: for those who see no names it is the order they have. */
export class IndexMemberFilters20261126020400 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const index of INDEXES) await queryRunner.query(`create index ${index}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const index of INDEXES) await queryRunner.query(`drop index ${index.split(' ')[0]}`);
  }
}

const INDEXES = [
  `members_by_status_and_number on members (organization_id, status, number) where status <> 'de-identified'`,
  `members_by_site_and_number on members (organization_id, site_id, number) where status <> 'de-identified'`,
] as const;
