import { accountTable, APP_ROLE, globalTable, namedFunction, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors with their recovery codes, sign-ins that wait for a code, resets by organizations, and ways to prove oneself. */
export class CreateSecondFactors20261126040000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.factors(queryRunner);
    await this.keys(queryRunner);
    await this.halfSessions(queryRunner);
    await this.proofs(queryRunner);
    await this.organizations(queryRunner);
    await queryRunner.query('alter table sessions add column factor_since timestamptz, add column only_in uuid');
    await queryRunner.query(`grant update (factor_since, only_in) on sessions to ${APP_ROLE}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table sessions drop column factor_since, drop column only_in');
    await queryRunner.query(
      'drop table factor_requirements, factor_resets, proof_links, private_addresses, half_sessions, recovery_codes, second_factors, factor_keys',
    );
    for (const made of ['second_factors_keep_keys', 'factors_under_other_keys']) await queryRunner.query(`drop function ${made}`);
  }

  private async factors(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table second_factors (
        account_id uuid not null,
        factor_id uuid not null,
        organization_id uuid,
        state text not null constraint second_factors_state check (state in ('prepared', 'active')),
        sealed_secret text not null,
        last_step bigint,
        prepared_at timestamptz not null,
        since timestamptz,
        constraint second_factors_pkey primary key (account_id, factor_id),
        constraint second_factors_since check ((state = 'active') = (since is not null)),
        constraint second_factors_one unique nulls not distinct (account_id, organization_id, state),
        constraint second_factors_account foreign key (account_id) references accounts (account_id)
      )`);
    await accountTable(queryRunner, 'second_factors', ['select', 'insert', 'update (state, sealed_secret, last_step, since)', 'delete']);
    await queryRunner.query(`
      create table recovery_codes (
        account_id uuid not null,
        code_hash bytea not null,
        created_at timestamptz not null,
        constraint recovery_codes_pkey primary key (account_id, code_hash),
        constraint recovery_codes_account foreign key (account_id) references accounts (account_id)
      )`);
    await accountTable(queryRunner, 'recovery_codes', ['select', 'insert', 'delete']);
  }

  /** Which key each secret lies under, kept by trigger, so that after a rotation those under older keys are found without looking into accounts. */
  private async keys(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table factor_keys (
        account_id uuid not null,
        factor_id uuid not null,
        key_id text not null,
        constraint factor_keys_pkey primary key (account_id, factor_id)
      )`);
    await queryRunner.query('create index factor_keys_key on factor_keys (key_id)');
    await globalTable(queryRunner, 'factor_keys', []);
    await namedFunction(queryRunner, {
      name: 'factors_under_other_keys',
      parameters: 'current_key text, most integer',
      returns: 'table (account_id uuid)',
      volatility: 'stable',
      language: 'sql',
      body: 'select distinct k.account_id from factor_keys k where k.key_id <> current_key order by 1 limit most',
    });
    await namedFunction(queryRunner, {
      name: 'second_factors_keep_keys',
      parameters: '',
      returns: 'trigger',
      volatility: 'volatile',
      language: 'plpgsql',
      body: `
        begin
          if tg_op = 'DELETE' then
            delete from factor_keys k where k.account_id = old.account_id and k.factor_id = old.factor_id;
            return null;
          end if;
          insert into factor_keys (account_id, factor_id, key_id) values (new.account_id, new.factor_id, split_part(new.sealed_secret, '.', 2))
          on conflict (account_id, factor_id) do update set key_id = excluded.key_id;
          return null;
        end`,
    });
    await queryRunner.query(
      'create trigger second_factors_keys after insert or delete or update of sealed_secret on second_factors for each row execute function second_factors_keep_keys()',
    );
  }

  private async halfSessions(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table half_sessions (
        account_id uuid not null,
        secret_hash bytea not null,
        shared_computer boolean not null,
        device_known boolean not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        constraint half_sessions_pkey primary key (account_id, secret_hash),
        constraint half_sessions_account foreign key (account_id) references accounts (account_id)
      )`);
    await accountTable(queryRunner, 'half_sessions', ['select', 'insert', 'delete']);
  }

  private async proofs(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table private_addresses (
        account_id uuid not null,
        address_id uuid not null,
        confirmed boolean not null,
        email text not null,
        created_at timestamptz not null,
        constraint private_addresses_pkey primary key (account_id, address_id),
        constraint private_addresses_one unique (account_id, confirmed),
        constraint private_addresses_account foreign key (account_id) references accounts (account_id)
      )`);
    await accountTable(queryRunner, 'private_addresses', ['select', 'insert', 'update (confirmed)', 'delete']);
    await queryRunner.query(`
      create table proof_links (
        account_id uuid not null,
        proof_id uuid not null,
        session_id uuid not null,
        expires_at timestamptz not null,
        constraint proof_links_pkey primary key (account_id, proof_id),
        constraint proof_links_session foreign key (account_id, session_id) references sessions (account_id, session_id) on delete cascade
      )`);
    await queryRunner.query('create index proof_links_session on proof_links (account_id, session_id)');
    await accountTable(queryRunner, 'proof_links', ['select', 'insert', 'delete']);
  }

  private async organizations(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table factor_resets (
        account_id uuid not null,
        organization_id uuid not null,
        reset_at timestamptz not null,
        open_until timestamptz not null,
        constraint factor_resets_pkey primary key (account_id, organization_id),
        constraint factor_resets_account foreign key (account_id) references accounts (account_id)
      )`);
    await accountTable(queryRunner, 'factor_resets', ['select', 'insert', 'update (reset_at, open_until)', 'delete']);
    await queryRunner.query(`
      create table factor_requirements (
        organization_id uuid not null constraint factor_requirements_pkey primary key
          constraint factor_requirements_organization references organizations (organization_id) on delete cascade,
        since timestamptz,
        grace_days integer not null constraint factor_requirements_grace check (grace_days between 0 and 90),
        version integer not null
      )`);
    await tenantTable(queryRunner, 'factor_requirements', ['select', 'insert', 'update (since, grace_days, version)']);
  }
}
