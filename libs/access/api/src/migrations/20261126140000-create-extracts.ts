import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Data of many members taken out at once: who asked, who agreed, who is in it, and what each of them reads of it. */
export class CreateExtracts20261126140000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createRules(queryRunner);
    await createExtracts(queryRunner);
    await createLines(queryRunner);
    await queryRunner.query(`
      alter table reveals add extract_id uuid,
        add constraint reveals_extract foreign key (organization_id, extract_id) references extracts (organization_id, id) on delete cascade`);
    // nobody stands twice in one extract's ledger lines, however often it is written
    await queryRunner.query('create unique index reveals_extract on reveals (organization_id, extract_id, member_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table reveals drop extract_id');
    await queryRunner.query('drop table extract_lines, extracts, extract_rules');
  }
}

async function createRules(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table extract_rules (
      organization_id uuid not null constraint extract_rules_pkey primary key
        constraint extract_rules_organization references organizations (organization_id) on delete cascade,
      version integer not null,
      alone_up_to integer not null constraint extract_rules_alone_up_to check (alone_up_to between 0 and 500),
      changed_at timestamptz not null
    )`);
  await tenantTable(queryRunner, 'extract_rules', ['select', 'insert', 'update (version, alone_up_to, changed_at)']);
}

/** Whoever asked may be gone one day; what others read of it in their ledgers stays. */
async function createExtracts(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table extracts (
      organization_id uuid not null constraint extracts_organization references organizations (organization_id) on delete cascade,
      id uuid not null,
      state text not null constraint extracts_state check (state in ('requested', 'refused', 'lapsed', 'withdrawn', 'running', 'ready', 'stopped')),
      requested_at timestamptz not null,
      requested_by uuid not null,
      account_id uuid not null,
      lapses_at timestamptz,
      whom jsonb not null,
      categories text[] not null constraint extracts_categories check (cardinality(categories) > 0),
      purpose text not null,
      reason_template text,
      reason_words text,
      reason_salt text,
      people integer not null constraint extracts_people check (people > 0),
      exempt integer not null,
      exempt_by jsonb not null,
      stored integer not null default 0,
      no_access integer not null default 0,
      gone integer not null default 0,
      stop text constraint extracts_stop check (stop in ('access-ended', 'kept-away', 'unsigned', 'taken-back')),
      done_at timestamptz,
      expires_at timestamptz,
      destroyed_at timestamptz,
      downloads integer not null default 0,
      decided_at timestamptz,
      decided_by uuid,
      decided_for uuid,
      decision_words text,
      decision_salt text,
      constraint extracts_pkey primary key (organization_id, id),
      constraint extracts_reason check ((reason_template is null) <> (reason_words is null) and (reason_words is null) = (reason_salt is null)),
      constraint extracts_others_decide check (decided_by <> requested_by and decided_for is distinct from requested_by),
      constraint extracts_decided check ((decided_by is null) = (decided_at is null)
        and (lapses_at is null or decided_at is not null or state in ('requested', 'lapsed', 'withdrawn'))),
      constraint extracts_done check ((state in ('ready', 'stopped')) = (done_at is not null) and (done_at is null) = (expires_at is null)
        and (stop is not null) = (state = 'stopped')),
      constraint extracts_counts check (stored + no_access + gone <= people)
    )`);
  await queryRunner.query('create index extracts_requested_by on extracts (organization_id, requested_by, id desc)');
  await queryRunner.query(`create index extracts_waiting on extracts (organization_id, lapses_at, id) where state = 'requested'`);
  await tenantTable(queryRunner, 'extracts', [
    'select',
    'insert',
    `update (state, stored, no_access, gone, stop, done_at, expires_at, destroyed_at, downloads, decided_at, decided_by, decided_for, decision_words,
       decision_salt)`,
  ]);
}

/** A line holds sealed values exactly where its member reads of it. */
async function createLines(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table extract_lines (
      organization_id uuid not null,
      extract_id uuid not null,
      place integer not null,
      member_id uuid not null,
      outcome text constraint extract_lines_outcome check (outcome in ('stored', 'no-access', 'gone')),
      sealed text,
      constraint extract_lines_pkey primary key (organization_id, extract_id, place),
      constraint extract_lines_once unique (organization_id, extract_id, member_id),
      constraint extract_lines_extract foreign key (organization_id, extract_id) references extracts (organization_id, id) on delete cascade,
      constraint extract_lines_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
      constraint extract_lines_sealed check ((outcome is not distinct from 'stored') = (sealed is not null))
    )`);
  await queryRunner.query('create index extract_lines_member on extract_lines (organization_id, member_id)');
  await tenantTable(queryRunner, 'extract_lines', ['select', 'insert', 'update (outcome, sealed)', 'delete']);
}
