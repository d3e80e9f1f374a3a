import { accountTable, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims of the accounts that use a domain, what became of each account, what its holder is told, and objections. */
export class CreateAccountClaims20261126153100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.claims(queryRunner);
    await this.accounts(queryRunner);
    await this.objections(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table claim_notices, claim_objections, claimed_accounts, account_claims');
  }

  private async claims(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table account_claims (
        organization_id uuid not null constraint account_claims_organization references organizations (organization_id) on delete cascade,
        id uuid not null,
        domain text not null,
        state text not null constraint account_claims_state check (state in ('running', 'in-force', 'stopped')),
        stopped_because text constraint account_claims_because check (stopped_because in ('by-organization', 'proof-lost', 'domain-released')),
        started_at timestamptz not null,
        started_by_member_id uuid,
        takes_force_at timestamptz not null,
        told_until uuid,
        told_at timestamptz,
        ended_at timestamptz,
        constraint account_claims_pkey primary key (organization_id, id),
        constraint account_claims_stopped check ((state = 'stopped') = (stopped_because is not null)),
        constraint account_claims_ended check ((state = 'running') = (ended_at is null)),
        constraint account_claims_starter foreign key (organization_id, started_by_member_id) references members (organization_id, id) on delete set null (started_by_member_id)
      )`);
    await queryRunner.query(`create unique index account_claims_one_runs on account_claims (organization_id, domain) where state = 'running'`);
    await queryRunner.query('create index account_claims_domain on account_claims (organization_id, domain, started_at)');
    await queryRunner.query('create index account_claims_starter on account_claims (organization_id, started_by_member_id)');
    await tenantTable(queryRunner, 'account_claims', ['select', 'insert', 'update (state, stopped_because, takes_force_at, told_until, told_at, ended_at)']);
  }

  private async accounts(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table claimed_accounts (
        organization_id uuid not null,
        claim_id uuid not null,
        account_id uuid not null,
        state text not null constraint claimed_accounts_state check (state in ('told', 'stays', 'objected', 'moved', 'kept-out', 'joined', 'stopped')),
        member_id uuid,
        not_before timestamptz not null,
        changed_at timestamptz not null,
        constraint claimed_accounts_pkey primary key (organization_id, claim_id, account_id),
        constraint claimed_accounts_claim foreign key (organization_id, claim_id) references account_claims (organization_id, id) on delete cascade,
        constraint claimed_accounts_member foreign key (organization_id, member_id) references members (organization_id, id) on delete set null (member_id),
        constraint claimed_accounts_joined check (member_id is null or state = 'joined')
      )`);
    await queryRunner.query('create index claimed_accounts_state on claimed_accounts (organization_id, claim_id, state, account_id)');
    await queryRunner.query('create index claimed_accounts_account on claimed_accounts (organization_id, account_id)');
    await queryRunner.query('create index claimed_accounts_member on claimed_accounts (organization_id, member_id)');
    await tenantTable(queryRunner, 'claimed_accounts', ['select', 'insert', 'update (state, member_id, not_before, changed_at)']);
    await queryRunner.query(`
      create table claim_notices (
        account_id uuid not null constraint claim_notices_account references accounts (account_id),
        claim_id uuid not null,
        organization_id uuid not null,
        organization_name text not null,
        domain text not null,
        state text not null constraint claim_notices_state check (state in ('told', 'stays', 'objected', 'moved', 'kept-out', 'joined', 'stopped')),
        told_at timestamptz not null,
        takes_force_at timestamptz not null,
        constraint claim_notices_pkey primary key (account_id, claim_id)
      )`);
    await accountTable(queryRunner, 'claim_notices', ['select', 'insert', 'update (state, takes_force_at)']);
  }

  private async objections(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table claim_objections (
        organization_id uuid not null,
        id uuid not null,
        claim_id uuid not null,
        account_id uuid not null,
        address text,
        words text,
        salt text not null,
        state text not null constraint claim_objections_state check (state in ('open', 'with-staff', 'accepted', 'refused', 'settled')),
        made_at timestamptz not null,
        answer_by timestamptz not null,
        answer text,
        answered_at timestamptz,
        constraint claim_objections_pkey primary key (organization_id, id),
        constraint claim_objections_account foreign key (organization_id, claim_id, account_id)
          references claimed_accounts (organization_id, claim_id, account_id) on delete cascade,
        constraint claim_objections_answered check ((state in ('open', 'with-staff')) = (answered_at is null))
      )`);
    await queryRunner.query('create index claim_objections_account on claim_objections (organization_id, claim_id, account_id)');
    await queryRunner.query(`create index claim_objections_waiting on claim_objections (organization_id, answer_by) where state = 'open'`);
    await tenantTable(queryRunner, 'claim_objections', ['select', 'insert', 'update (address, words, state, answer, answered_at)']);
  }
}
