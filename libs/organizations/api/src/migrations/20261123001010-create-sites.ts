import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Legal entities and the sites under them. */
export class CreateSites20261123001010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table legal_entities (
        organization_id uuid not null constraint legal_entities_organization references organizations (organization_id) on delete cascade,
        id uuid not null,
        name text not null,
        country text not null constraint legal_entities_country check (country ~ '^[A-Z]{2}$'),
        registration_number text,
        postal_address text not null,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint legal_entities_pkey primary key (organization_id, id)
      )`);
    await tenantTable(queryRunner, 'legal_entities', ['select', 'insert', 'update (name, country, registration_number, postal_address, version)', 'delete']);
    await queryRunner.query(`
      create table sites (
        organization_id uuid not null constraint sites_organization references organizations (organization_id) on delete cascade,
        id uuid not null,
        name text not null,
        legal_entity_id uuid not null,
        country text not null constraint sites_country check (country ~ '^[A-Z]{2}$'),
        subdivision text,
        contact_name text,
        contact_email text,
        postal_address text not null,
        time_zone text,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint sites_pkey primary key (organization_id, id),
        constraint sites_legal_entity foreign key (organization_id, legal_entity_id) references legal_entities (organization_id, id),
        constraint sites_whole_contact check ((contact_name is null) = (contact_email is null))
      )`);
    await queryRunner.query('create index sites_legal_entity on sites (organization_id, legal_entity_id)');
    await tenantTable(queryRunner, 'sites', [
      'select',
      'insert',
      'update (name, legal_entity_id, country, subdivision, contact_name, contact_email, postal_address, time_zone, version)',
      'delete',
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table sites');
    await queryRunner.query('drop table legal_entities');
  }
}
