import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries that are told later, complaints about entries, and whether names are told. */
export class CreateLedgerParts20261126132300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createDelays(queryRunner);
    await createChallenges(queryRunner);
    await createNameDecisions(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table ledger_name_decisions, ledger_challenges, ledger_delays');
  }
}

async function createDelays(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table ledger_delays (
      organization_id uuid not null,
      id uuid not null,
      entry_id uuid not null,
      ground text not null constraint ledger_delays_ground check (ground in ('crime', 'authority-order', 'evidence', 'rights-of-others')),
      words text not null,
      salt text not null,
      state text not null default 'requested' constraint ledger_delays_state check (state in ('requested', 'approved', 'refused')),
      requested_by uuid not null,
      requested_at timestamptz not null,
      lapses_at timestamptz not null,
      decided_by uuid,
      decided_at timestamptz,
      decision_words text,
      decision_salt text,
      until timestamptz,
      constraint ledger_delays_pkey primary key (organization_id, id),
      constraint ledger_delays_entry foreign key (organization_id, entry_id) references reveals (organization_id, id) on delete cascade,
      constraint ledger_delays_requested_by foreign key (organization_id, requested_by) references members (organization_id, id) on delete cascade,
      constraint ledger_delays_decided_by foreign key (organization_id, decided_by) references members (organization_id, id) on delete cascade,
      constraint ledger_delays_decided check ((state = 'requested') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
      constraint ledger_delays_others_decide check (decided_by is distinct from requested_by),
      constraint ledger_delays_until check ((state = 'approved') = (until is not null))
    )`);
  await queryRunner.query('create index ledger_delays_entry on ledger_delays (organization_id, entry_id)');
  await queryRunner.query('create index ledger_delays_requested_by on ledger_delays (organization_id, requested_by)');
  await queryRunner.query('create index ledger_delays_decided_by on ledger_delays (organization_id, decided_by)');
  await queryRunner.query('create index ledger_delays_order on ledger_delays (organization_id, requested_at desc, id desc)');
  await tenantTable(queryRunner, 'ledger_delays', ['select', 'insert', 'update (state, decided_by, decided_at, decision_words, decision_salt, until)']);
}

async function createChallenges(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table ledger_challenges (
      organization_id uuid not null,
      entry_id uuid not null,
      request_id uuid not null,
      salt text not null,
      at timestamptz not null,
      constraint ledger_challenges_pkey primary key (organization_id, entry_id),
      constraint ledger_challenges_entry foreign key (organization_id, entry_id) references reveals (organization_id, id) on delete cascade
    )`);
  await tenantTable(queryRunner, 'ledger_challenges', ['select', 'insert']);
}

async function createNameDecisions(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table ledger_name_decisions (
      organization_id uuid not null constraint ledger_name_decisions_organization references organizations (organization_id) on delete cascade,
      id uuid not null,
      shown boolean not null,
      decided_on date not null,
      words text not null,
      salt text not null,
      recorded_at timestamptz not null,
      constraint ledger_name_decisions_pkey primary key (organization_id, id)
    )`);
  await queryRunner.query('create index ledger_name_decisions_order on ledger_name_decisions (organization_id, recorded_at desc, id desc)');
  await tenantTable(queryRunner, 'ledger_name_decisions', ['select', 'insert']);
}
