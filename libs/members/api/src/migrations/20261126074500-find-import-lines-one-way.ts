import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The lines of an import keep one index, by line, so that no plan finds them by another; which line has which address stands beside them. The
 * number of whoever imports stands in the import itself.
 */
export class FindImportLinesOneWay20261126074500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index member_import_lines_address');
    await queryRunner.query(`
      create table member_import_addresses (
        organization_id uuid not null,
        import_id uuid not null,
        address_folded text collate "C" not null,
        line integer not null,
        constraint member_import_addresses_pkey primary key (organization_id, import_id, address_folded),
        constraint member_import_addresses_import foreign key (organization_id, import_id) references member_imports (organization_id, id) on delete cascade
      )`);
    await tenantTable(queryRunner, 'member_import_addresses', ['select', 'insert', 'delete']);
    await queryRunner.query('alter table member_imports add column member_number integer');
    await numberThoseThatAre(queryRunner);
    await queryRunner.query('alter table member_imports alter column member_number set not null');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table member_imports drop column member_number');
    await queryRunner.query('drop table member_import_addresses');
    await queryRunner.query('delete from member_import_lines');
    await queryRunner.query('create unique index member_import_lines_address on member_import_lines (organization_id, import_id, email_folded)');
  }
}

/** The owner is held to the walls as well, so they are lifted meanwhile. */
async function numberThoseThatAre(queryRunner: QueryRunner): Promise<void> {
  const tables = ['member_imports', 'members'];
  for (const table of tables) await queryRunner.query(`alter table ${table} no force row level security`);
  await queryRunner.query(
    'update member_imports i set member_number = m.number from members m where m.organization_id = i.organization_id and m.id = i.member_id',
  );
  for (const table of tables) await queryRunner.query(`alter table ${table} force row level security`);
}
