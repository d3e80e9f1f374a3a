import { accountTable, namedFunction } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = `nullif(current_setting('app.organization_id', true), '')::uuid`;
const HELD = `exists (select from verified_domains v where v.domain = wanted and v.organization_id = ${OWN})`;
const MEMBER = `exists (select from members m where m.organization_id = ${OWN} and m.account_id = a.account_id)`;

/**
 * The accounts that use a domain, for the one organization that has proved it and for no other; and sign-in addresses that change. Which accounts
 * are members is asked behind the organization's own wall, so that nothing of another shows.
 */
export class FindAddressesByDomain20261126153400 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `alter table account_addresses add column domain text collate "C" not null generated always as (substring(address_folded from '[^@]*$')) stored`,
    );
    await queryRunner.query('create index account_addresses_domain on account_addresses (domain, account_id)');
    await this.reading(queryRunner);
    await this.moving(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table address_changes');
    for (const made of ['move_account_address', 'account_uses_domain', 'accounts_of_domain', 'count_accounts_of_domain'])
      await queryRunner.query(`drop function ${made}`);
    await queryRunner.query('alter table account_addresses drop column domain');
  }

  private async reading(queryRunner: QueryRunner): Promise<void> {
    await namedFunction(queryRunner, {
      name: 'count_accounts_of_domain',
      parameters: 'wanted text',
      returns: 'table (accounts bigint, members bigint)',
      volatility: 'stable',
      language: 'sql',
      body: `select count(*), count(*) filter (where ${MEMBER}) from account_addresses a where a.domain = wanted and ${HELD}`,
    });
    await namedFunction(queryRunner, {
      name: 'accounts_of_domain',
      parameters: 'wanted text, beyond uuid, most integer',
      returns: 'table (account_id uuid)',
      volatility: 'stable',
      language: 'sql',
      body: `
        select a.account_id from account_addresses a
        where a.domain = wanted and (beyond is null or a.account_id > beyond) and ${HELD} and not ${MEMBER}
        order by a.account_id limit most`,
    });
    await namedFunction(queryRunner, {
      name: 'account_uses_domain',
      parameters: 'wanted text, concerned uuid',
      returns: 'boolean',
      volatility: 'stable',
      language: 'sql',
      body: `select ${HELD} and exists (select from account_addresses a where a.account_id = concerned and a.domain = wanted)`,
    });
  }

  private async moving(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table address_changes (
        account_id uuid not null,
        change_id uuid not null,
        email text not null,
        created_at timestamptz not null,
        constraint address_changes_pkey primary key (account_id, change_id),
        constraint address_changes_account foreign key (account_id) references accounts (account_id)
      )`);
    await accountTable(queryRunner, 'address_changes', ['select', 'insert', 'delete']);
    // It acts for the account the transaction is of, and for no other.
    await namedFunction(queryRunner, {
      name: 'move_account_address',
      parameters: 'gone text, wanted text',
      returns: 'boolean',
      volatility: 'volatile',
      language: 'plpgsql',
      body: `
        declare own uuid := nullif(current_setting('app.account_id', true), '')::uuid;
        begin
          if not exists (select from account_addresses where address_folded = gone and account_id = own) then return false; end if;
          insert into account_addresses (address_folded, account_id) values (wanted, own) on conflict (address_folded) do nothing;
          if not exists (select from account_addresses where address_folded = wanted and account_id = own) then return false; end if;
          if gone <> wanted then delete from account_addresses where address_folded = gone and account_id = own; end if;
          return true;
        end`,
    });
  }
}
