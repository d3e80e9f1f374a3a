import { globalTable, namedFunction, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Domains organizations say are theirs, and the one organization each proved domain belongs to. */
export class CreateOrganizationDomains20261123001020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table organization_domains (
        organization_id uuid not null constraint organization_domains_organization references organizations (organization_id) on delete cascade,
        id uuid not null,
        domain text not null,
        proof_value text not null,
        state text not null constraint organization_domains_state check (state in ('claimed', 'verified', 'failed')),
        checked_at timestamptz,
        check_outcome text constraint organization_domains_outcome
          check (check_outcome in ('proved', 'no-record', 'other-value', 'no-domain', 'no-answer', 'held-elsewhere')),
        check_found text[] not null default '{}',
        verified_at timestamptz,
        claimed_at timestamptz not null,
        constraint organization_domains_pkey primary key (organization_id, id),
        constraint organization_domains_once unique (organization_id, domain),
        constraint organization_domains_verified check ((state = 'verified') = (verified_at is not null)),
        constraint organization_domains_checked check ((checked_at is null) = (check_outcome is null))
      )`);
    await tenantTable(queryRunner, 'organization_domains', [
      'select',
      'insert',
      'update (state, checked_at, check_outcome, check_found, verified_at)',
      'delete',
    ]);
    await this.createVerifiedDomains(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const made of ['organization_of_domain', 'hold_domain', 'let_domain_go']) await queryRunner.query(`drop function ${made}`);
    await queryRunner.query('drop table verified_domains');
    await queryRunner.query('drop table organization_domains');
  }

  private async createVerifiedDomains(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table verified_domains (
        domain text not null constraint verified_domains_pkey primary key,
        organization_id uuid not null,
        verified_at timestamptz not null
      )`);
    await queryRunner.query('create index verified_domains_organization on verified_domains (organization_id)');
    await globalTable(queryRunner, 'verified_domains', []);
    await namedFunction(queryRunner, {
      name: 'organization_of_domain',
      parameters: 'wanted text',
      returns: 'uuid',
      volatility: 'stable',
      language: 'sql',
      body: 'select organization_id from verified_domains where domain = wanted',
    });
    // Both act for the organization the transaction is in, and for no other.
    await namedFunction(queryRunner, {
      name: 'hold_domain',
      parameters: 'wanted text, at timestamptz',
      returns: 'boolean',
      volatility: 'volatile',
      language: 'plpgsql',
      body: `
        declare own uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
        begin
          insert into verified_domains (domain, organization_id, verified_at) values (wanted, own, at) on conflict (domain) do nothing;
          return exists (select from verified_domains where domain = wanted and organization_id = own);
        end`,
    });
    await namedFunction(queryRunner, {
      name: 'let_domain_go',
      parameters: 'wanted text',
      returns: 'void',
      volatility: 'volatile',
      language: 'sql',
      body: `delete from verified_domains where domain = wanted and organization_id = nullif(current_setting('app.organization_id', true), '')::uuid`,
    });
  }
}
