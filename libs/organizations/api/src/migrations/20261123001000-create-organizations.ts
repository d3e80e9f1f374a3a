import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizations and the people they name for privacy questions. */
export class CreateOrganizations20261123001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table organizations (
        organization_id uuid not null constraint organizations_pkey primary key,
        name text not null,
        slug text not null,
        kind text not null constraint organizations_kind check (kind in ('tenant', 'workforce', 'direct-users')),
        country text not null constraint organizations_country check (country ~ '^[A-Z]{2}$'),
        subdivision text,
        time_zone text not null,
        default_locale text not null,
        version integer not null default 1,
        contacts_version integer not null default 1,
        created_at timestamptz not null
      )`);
    await tenantTable(queryRunner, 'organizations', [
      'select',
      'insert',
      'update (name, country, subdivision, time_zone, default_locale, version, contacts_version)',
    ]);
    await queryRunner.query(`
      create table privacy_contacts (
        organization_id uuid not null constraint privacy_contacts_organization references organizations (organization_id) on delete cascade,
        position text not null constraint privacy_contacts_position check (position in ('contact', 'substitute')),
        member_id uuid,
        name text not null,
        email text not null,
        postal_address text not null,
        languages text[] not null,
        constraint privacy_contacts_pkey primary key (organization_id, position)
      )`);
    await tenantTable(queryRunner, 'privacy_contacts', ['select', 'insert', 'update (member_id, name, email, postal_address, languages)', 'delete']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table privacy_contacts');
    await queryRunner.query('drop table organizations');
  }
}
