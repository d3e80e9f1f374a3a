import { globalTable, namedFunction, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members, the roles they hold, the numbers they go by, and the addresses by which their organizations are found. */
export class CreateMembers20261123001100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createMembers(queryRunner);
    await createRoles(queryRunner);
    await createNumbers(queryRunner);
    await createAddresses(queryRunner);
    await queryRunner.query(`
      alter table privacy_contacts add constraint privacy_contacts_member
        foreign key (organization_id, member_id) references members (organization_id, id) on delete set null (member_id)`);
    await queryRunner.query('create index privacy_contacts_member on privacy_contacts (organization_id, member_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table privacy_contacts drop constraint privacy_contacts_member');
    await queryRunner.query('drop index privacy_contacts_member');
    await queryRunner.query('drop table member_roles, members, member_numbers, member_addresses');
    for (const made of ['organizations_of_address', 'members_keep_addresses']) await queryRunner.query(`drop function ${made}`);
  }
}

async function createMembers(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table members (
      organization_id uuid not null constraint members_organization references organizations (organization_id) on delete cascade,
      id uuid not null,
      number integer not null,
      account_id uuid,
      status text not null constraint members_status check (status in ('invited', 'active', 'suspended', 'deactivated', 'de-identified')),
      email text,
      email_folded text collate "C",
      first_name text,
      last_name text,
      name_folded text collate "C",
      phone text,
      site_id uuid,
      locale text not null,
      created_at timestamptz not null,
      constraint members_pkey primary key (organization_id, id),
      constraint members_number unique (organization_id, number),
      constraint members_known check ((status = 'de-identified') = (email is null) and (email is null) = (email_folded is null)),
      constraint members_site foreign key (organization_id, site_id) references sites (organization_id, id)
    )`);
  // A former member's address is free again: it may be given to somebody else.
  await queryRunner.query(`create unique index members_address on members (organization_id, email_folded) where status in ('invited', 'active', 'suspended')`);
  await queryRunner.query('create unique index members_account on members (organization_id, account_id) where account_id is not null');
  await queryRunner.query('create index members_name on members (organization_id, name_folded, id)');
  await queryRunner.query('create index members_site on members (organization_id, site_id)');
  await tenantTable(queryRunner, 'members', [
    'select',
    'insert',
    'update (account_id, status, email, email_folded, first_name, last_name, name_folded, phone, site_id, locale)',
  ]);
}

async function createRoles(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table member_roles (
      organization_id uuid not null,
      member_id uuid not null,
      role text not null constraint member_roles_role check (role in
        ('owner', 'user-administrator', 'privacy-officer', 'helpdesk', 'auditor', 'support', 'privacy-counsel', 'security', 'platform-operator')),
      granted_at timestamptz not null,
      constraint member_roles_pkey primary key (organization_id, member_id, role),
      constraint member_roles_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
    )`);
  await queryRunner.query('create index member_roles_role on member_roles (organization_id, role)');
  await tenantTable(queryRunner, 'member_roles', ['select', 'insert', 'delete']);
}

/**
 * Numbers are taken in blocks and in a transaction of their own, so that nobody who adds a member waits for another's
 * transaction to end; a number that was taken and not used stays unused.
 */
async function createNumbers(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table member_numbers (
      organization_id uuid not null constraint member_numbers_pkey primary key
        constraint member_numbers_organization references organizations (organization_id) on delete cascade,
      next integer not null
    )`);
  await tenantTable(queryRunner, 'member_numbers', ['select', 'insert', 'update (next)']);
}

/** The addresses follow the members by trigger, so that no way of writing members can leave them behind. */
async function createAddresses(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table member_addresses (
      address_folded text collate "C" not null,
      organization_id uuid not null,
      member_id uuid not null,
      constraint member_addresses_pkey primary key (address_folded, organization_id, member_id)
    )`);
  await queryRunner.query('create index member_addresses_member on member_addresses (organization_id, member_id)');
  await globalTable(queryRunner, 'member_addresses', []);
  await namedFunction(queryRunner, {
    name: 'organizations_of_address',
    parameters: 'wanted text',
    returns: 'table (organization_id uuid, member_id uuid)',
    volatility: 'stable',
    language: 'sql',
    body: 'select a.organization_id, a.member_id from member_addresses a where a.address_folded = wanted order by 1, 2',
  });
  await namedFunction(queryRunner, {
    name: 'members_keep_addresses',
    parameters: '',
    returns: 'trigger',
    volatility: 'volatile',
    language: 'plpgsql',
    body: `
      begin
        if tg_op <> 'INSERT' then
          delete from member_addresses a using before b
          where a.organization_id = b.organization_id and a.member_id = b.id and a.address_folded = b.email_folded;
        end if;
        if tg_op <> 'DELETE' then
          insert into member_addresses (address_folded, organization_id, member_id)
          select email_folded, organization_id, id from after where email_folded is not null;
        end if;
        return null;
      end`,
  });
  for (const [event, tables] of TRANSITIONS) {
    await queryRunner.query(
      `create trigger members_addresses_on_${event} after ${event} on members referencing ${tables} for each statement execute function members_keep_addresses()`,
    );
  }
}

const TRANSITIONS = [
  ['insert', 'new table as after'],
  ['update', 'old table as before new table as after'],
  ['delete', 'old table as before'],
] as const;
