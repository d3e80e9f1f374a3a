import { accountTable, globalTable, namedFunction } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, the addresses they are found by, and the index of where each is a member. */
export class CreateAccounts20261123002000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.accounts(queryRunner);
    await this.addresses(queryRunner);
    await this.memberships(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function claim_account_address(text, uuid)');
    await queryRunner.query('drop function account_of_address(text)');
    await queryRunner.query('drop table account_memberships, account_addresses, accounts');
  }

  private async accounts(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table accounts (
        account_id uuid not null,
        email text not null,
        name text,
        locale text not null,
        created_at timestamptz not null,
        constraint accounts_pkey primary key (account_id)
      )`);
    await accountTable(queryRunner, 'accounts', ['select', 'insert', 'update (email, name, locale)']);
  }

  private async addresses(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table account_addresses (
        address_folded text collate "C" not null,
        account_id uuid not null,
        constraint account_addresses_pkey primary key (address_folded)
      )`);
    await queryRunner.query('create index account_addresses_account on account_addresses (account_id)');
    await globalTable(queryRunner, 'account_addresses', []);
    await namedFunction(queryRunner, {
      name: 'account_of_address',
      parameters: 'wanted text',
      returns: 'uuid',
      volatility: 'stable',
      language: 'sql',
      body: 'select account_id from account_addresses where address_folded = wanted',
    });
    await namedFunction(queryRunner, {
      name: 'claim_account_address',
      parameters: 'wanted text, claimant uuid',
      returns: 'uuid',
      volatility: 'volatile',
      language: 'plpgsql',
      body: `begin
        insert into account_addresses (address_folded, account_id) values (wanted, claimant) on conflict (address_folded) do nothing;
        return (select account_id from account_addresses where address_folded = wanted);
      end`,
    });
  }

  private async memberships(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table account_memberships (
        account_id uuid not null,
        organization_id uuid not null,
        member_id uuid not null,
        organization_name text not null,
        kind text not null constraint account_memberships_kind check (kind in ('tenant', 'workforce', 'direct-users')),
        status text not null constraint account_memberships_status check (status in ('invited', 'active', 'suspended', 'deactivated', 'de-identified')),
        constraint account_memberships_pkey primary key (account_id, organization_id),
        constraint account_memberships_account foreign key (account_id) references accounts (account_id)
      )`);
    await accountTable(queryRunner, 'account_memberships', ['select', 'insert', 'update', 'delete']);
  }
}
