import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sites people of a domain belong to, where a domain serves several. */
export class CreateDomainSites20261126153200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table domain_sites (
        organization_id uuid not null,
        domain_id uuid not null,
        site_id uuid not null,
        constraint domain_sites_pkey primary key (organization_id, domain_id, site_id),
        constraint domain_sites_domain foreign key (organization_id, domain_id) references organization_domains (organization_id, id) on delete cascade,
        constraint domain_sites_site foreign key (organization_id, site_id) references sites (organization_id, id) on delete cascade
      )`);
    await queryRunner.query('create index domain_sites_site on domain_sites (organization_id, site_id)');
    await tenantTable(queryRunner, 'domain_sites', ['select', 'insert', 'delete']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table domain_sites');
  }
}
