import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports of members: the file as it arrived, its lines once they are read, what is wrong with them and what became of each. */
export class CreateMemberImports20261126070000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createImports(queryRunner);
    await createContent(queryRunner);
    await createFindings(queryRunner);
    await createHeadings(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'drop table member_import_headings, member_import_report, member_import_faults, member_import_lines, member_import_chunks, member_imports',
    );
  }
}

async function createImports(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table member_imports (
      organization_id uuid not null,
      id uuid not null,
      state text not null constraint member_imports_state check (state in
        ('receiving', 'received', 'checking', 'checked', 'applying', 'applied', 'stopped', 'cancelled')),
      member_id uuid not null,
      account_id uuid not null,
      created_at timestamptz not null,
      touched_at timestamptz not null,
      ended_at timestamptz,
      forgotten_at timestamptz,
      bytes integer not null default 0,
      hash bytea,
      guessed_encoding text,
      guess_certain boolean not null default false,
      encoding text,
      delimiter text,
      columns jsonb,
      locale text,
      checks integer not null default 0,
      problem jsonb,
      read_line integer not null default 0,
      read_bytes integer not null default 0,
      lines integer not null default 0,
      new_lines integer not null default 0,
      changed_lines integer not null default 0,
      existing_lines integer not null default 0,
      unchanged_lines integer not null default 0,
      skipped_lines integer not null default 0,
      faulty_lines integer not null default 0,
      send_invitations boolean,
      leave_out_faulty boolean,
      applied_line integer not null default 0,
      applied_lines integer not null default 0,
      added integer not null default 0,
      changed integer not null default 0,
      written integer not null default 0,
      unchanged integer not null default 0,
      left_out integer not null default 0,
      numbers integer[] not null default '{}',
      constraint member_imports_pkey primary key (organization_id, id),
      constraint member_imports_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
    )`);
  await queryRunner.query('create index member_imports_member on member_imports (organization_id, member_id)');
  // One at a time, so that no two files disagree about the same people unseen.
  await queryRunner.query(
    `create unique index member_imports_open on member_imports (organization_id) where state in ('receiving', 'received', 'checking', 'checked', 'applying')`,
  );
  await tenantTable(queryRunner, 'member_imports', ['select', 'insert', 'update', 'delete']);
}

/** What is deleted as soon as the import is over. */
async function createContent(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table member_import_chunks (
      organization_id uuid not null,
      import_id uuid not null,
      position integer not null,
      bytes bytea not null,
      constraint member_import_chunks_pkey primary key (organization_id, import_id, position),
      constraint member_import_chunks_import foreign key (organization_id, import_id) references member_imports (organization_id, id) on delete cascade
    )`);
  // It is read once or twice and gone after: compressing it would take longer than writing it.
  await queryRunner.query('alter table member_import_chunks alter column bytes set storage external');
  await tenantTable(queryRunner, 'member_import_chunks', ['select', 'insert', 'delete']);
  await queryRunner.query(`
    create table member_import_lines (
      organization_id uuid not null,
      import_id uuid not null,
      line integer not null,
      kind text not null constraint member_import_lines_kind check (kind in ('new', 'changed', 'existing', 'unchanged', 'skipped', 'faulty')),
      member_id uuid,
      email text,
      email_folded text collate "C",
      first_name text,
      last_name text,
      name_folded text collate "C",
      given_folded text collate "C",
      phone text,
      site_id uuid,
      locale text,
      constraint member_import_lines_pkey primary key (organization_id, import_id, line),
      constraint member_import_lines_import foreign key (organization_id, import_id) references member_imports (organization_id, id) on delete cascade
    )`);
  await queryRunner.query('create unique index member_import_lines_address on member_import_lines (organization_id, import_id, email_folded)');
  await tenantTable(queryRunner, 'member_import_lines', ['select', 'insert', 'delete']);
}

/** What stays: lines, columns and codes, and who they became, never what stood in the file. */
async function createFindings(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table member_import_faults (
      organization_id uuid not null,
      import_id uuid not null,
      line integer not null,
      position integer not null,
      column_number integer,
      field text,
      code text not null,
      facts jsonb not null,
      constraint member_import_faults_pkey primary key (organization_id, import_id, line, position),
      constraint member_import_faults_import foreign key (organization_id, import_id) references member_imports (organization_id, id) on delete cascade
    )`);
  await tenantTable(queryRunner, 'member_import_faults', ['select', 'insert', 'delete']);
  await queryRunner.query(`
    create table member_import_report (
      organization_id uuid not null,
      import_id uuid not null,
      line integer not null,
      outcome text not null constraint member_import_report_outcome check (outcome in
        ('added', 'changed', 'written', 'unchanged', 'owner', 'taken-meanwhile', 'gone-meanwhile')),
      member_id uuid,
      constraint member_import_report_pkey primary key (organization_id, import_id, line),
      constraint member_import_report_import foreign key (organization_id, import_id) references member_imports (organization_id, id) on delete cascade
    )`);
  await tenantTable(queryRunner, 'member_import_report', ['select', 'insert']);
}

async function createHeadings(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table member_import_headings (
      organization_id uuid not null constraint member_import_headings_organization references organizations (organization_id) on delete cascade,
      heading_folded text collate "C" not null,
      field text,
      constraint member_import_headings_pkey primary key (organization_id, heading_folded)
    )`);
  await tenantTable(queryRunner, 'member_import_headings', ['select', 'insert', 'update (field)']);
}
