import { accountTable, globalTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passwords, sessions, links that let a password be chosen, and the count of failed attempts. */
export class CreateSignIn20261123002100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.credentials(queryRunner);
    await this.sessions(queryRunner);
    await this.resets(queryRunner);
    await this.throttle(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table sign_in_throttle, password_resets, sessions, credentials');
  }

  private async credentials(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table credentials (
        account_id uuid not null,
        password_hash text not null,
        changed_at timestamptz not null,
        constraint credentials_pkey primary key (account_id),
        constraint credentials_account foreign key (account_id) references accounts (account_id)
      )`);
    await accountTable(queryRunner, 'credentials', ['select', 'insert', 'update (password_hash, changed_at)']);
  }

  private async sessions(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table sessions (
        account_id uuid not null,
        session_id uuid not null,
        secret_hash bytea not null,
        shared_computer boolean not null,
        browser text,
        system text,
        network text,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        fresh_until timestamptz not null,
        constraint sessions_pkey primary key (account_id, session_id),
        constraint sessions_secret unique (account_id, secret_hash),
        constraint sessions_account foreign key (account_id) references accounts (account_id)
      )`);
    await accountTable(queryRunner, 'sessions', ['select', 'insert', 'update (last_seen_at, fresh_until)', 'delete']);
  }

  private async resets(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table password_resets (
        account_id uuid not null,
        reset_id uuid not null,
        purpose text not null constraint password_resets_purpose check (purpose in ('reset', 'first-password')),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        constraint password_resets_pkey primary key (account_id, reset_id),
        constraint password_resets_account foreign key (account_id) references accounts (account_id)
      )`);
    await accountTable(queryRunner, 'password_resets', ['select', 'insert', 'delete']);
  }

  private async throttle(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table sign_in_throttle (
        key bytea not null,
        failures integer not null,
        last_at timestamptz not null,
        open_at timestamptz not null,
        constraint sign_in_throttle_pkey primary key (key)
      )`);
    await queryRunner.query('create index sign_in_throttle_last on sign_in_throttle (last_at)');
    await globalTable(queryRunner, 'sign_in_throttle', ['select', 'insert', 'update', 'delete']);
  }
}
