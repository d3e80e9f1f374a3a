import { accountTable, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What SmartPAR's staff ask to see of an organization, what it decided, and everything they looked at. */
export class CreateLockboxes20261126134000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createRules(queryRunner);
    await createLockboxes(queryRunner);
    await queryRunner.query('alter table reveals alter by_member_id drop not null, add lockbox_id uuid');
    await queryRunner.query(`
      alter table reveals
        add constraint reveals_lockbox foreign key (organization_id, lockbox_id) references lockboxes (organization_id, id) on delete cascade,
        add constraint reveals_by check ((by_member_id is null) = (lockbox_id is not null))`);
    await queryRunner.query('create index reveals_lockbox on reveals (organization_id, lockbox_id)');
    await createLooks(queryRunner);
    await createPointers(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table staff_lockboxes, lockbox_looks');
    await queryRunner.query('delete from reveals where lockbox_id is not null');
    await queryRunner.query('alter table reveals drop lockbox_id, alter by_member_id set not null');
    await queryRunner.query('drop table lockboxes, lockbox_preapprovals, lockbox_rules');
  }
}

async function createRules(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table lockbox_rules (
      organization_id uuid not null constraint lockbox_rules_pkey primary key
        constraint lockbox_rules_organization references organizations (organization_id) on delete cascade,
      version integer not null,
      mode text not null constraint lockbox_rules_mode check (mode in ('ask', 'none')),
      changed_at timestamptz not null
    )`);
  await tenantTable(queryRunner, 'lockbox_rules', ['select', 'insert', 'update (version, mode, changed_at)']);
  await queryRunner.query(`
    create table lockbox_preapprovals (
      organization_id uuid not null constraint lockbox_preapprovals_organization references organizations (organization_id) on delete cascade,
      justification text not null,
      categories text[] not null constraint lockbox_preapprovals_categories check (cardinality(categories) > 0),
      minutes integer not null constraint lockbox_preapprovals_minutes check (minutes between 1 and 480),
      reach text not null constraint lockbox_preapprovals_reach check (reach in ('all', 'site', 'member')),
      constraint lockbox_preapprovals_pkey primary key (organization_id, justification)
    )`);
  await tenantTable(queryRunner, 'lockbox_preapprovals', ['select', 'insert', 'delete']);
}

/** Eight hours are the most there is, whatever a process believes; what was never granted has no end to be before. */
async function createLockboxes(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table lockboxes (
      organization_id uuid not null constraint lockboxes_organization references organizations (organization_id) on delete cascade,
      id uuid not null,
      staff_account_id uuid not null,
      staff_role text not null,
      staff_number integer not null,
      case_reference text not null constraint lockboxes_case_reference check (case_reference ~ '^[A-Z0-9-]{3,40}$'),
      justification text not null,
      categories text[] not null constraint lockboxes_categories check (cardinality(categories) > 0),
      minutes integer not null constraint lockboxes_minutes check (minutes between 1 and 480),
      reach text not null constraint lockboxes_reach check (reach in ('all', 'site', 'member')),
      named_by text constraint lockboxes_named_by check (named_by in ('number', 'address', 'name')),
      site_id uuid,
      member_id uuid,
      requested_at timestamptz not null,
      lapses_at timestamptz not null,
      state text not null constraint lockboxes_state check (state in ('requested', 'approved', 'refused', 'withdrawn', 'revoked', 'returned')),
      preapproved boolean not null,
      decided_at timestamptz,
      decided_by uuid,
      granted_categories text[],
      granted_minutes integer,
      granted_reach text constraint lockboxes_granted_reach check (granted_reach in ('all', 'site', 'member')),
      granted_site_id uuid,
      granted_member_id uuid,
      until timestamptz,
      ended_at timestamptz,
      constraint lockboxes_pkey primary key (organization_id, id),
      constraint lockboxes_site foreign key (organization_id, site_id) references sites (organization_id, id) on delete set null (site_id),
      constraint lockboxes_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
      constraint lockboxes_granted_site foreign key (organization_id, granted_site_id) references sites (organization_id, id) on delete set null (granted_site_id),
      constraint lockboxes_granted_member foreign key (organization_id, granted_member_id) references members (organization_id, id) on delete cascade,
      constraint lockboxes_granted check (
        (until is null) = (granted_categories is null) and (until is null) = (granted_minutes is null) and (until is null) = (granted_reach is null)
        and (until is not null or state not in ('approved', 'revoked', 'returned')) and (until is null or state in ('approved', 'revoked', 'returned'))),
      constraint lockboxes_longest check (until is null or until <= decided_at + interval '8 hours'),
      constraint lockboxes_ended check ((ended_at is not null) = (state in ('withdrawn', 'revoked', 'returned')))
    )`);
  await queryRunner.query('create index lockboxes_newest on lockboxes (organization_id, requested_at desc, id desc)');
  await queryRunner.query('create index lockboxes_site on lockboxes (organization_id, site_id)');
  await queryRunner.query('create index lockboxes_member on lockboxes (organization_id, member_id)');
  await queryRunner.query('create index lockboxes_granted_site on lockboxes (organization_id, granted_site_id)');
  await queryRunner.query('create index lockboxes_granted_member on lockboxes (organization_id, granted_member_id)');
  await tenantTable(queryRunner, 'lockboxes', [
    'select',
    'insert',
    `update (state, decided_at, decided_by, granted_categories, granted_minutes, granted_reach, granted_site_id, granted_member_id, until, ended_at)`,
  ]);
}

async function createLooks(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table lockbox_looks (
      organization_id uuid not null,
      id uuid not null,
      lockbox_id uuid not null,
      at timestamptz not null,
      kind text not null constraint lockbox_looks_kind check (kind in ('list', 'find', 'reveal')),
      member_id uuid,
      reveal_id uuid,
      constraint lockbox_looks_pkey primary key (organization_id, id),
      constraint lockbox_looks_lockbox foreign key (organization_id, lockbox_id) references lockboxes (organization_id, id) on delete cascade,
      constraint lockbox_looks_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
      constraint lockbox_looks_reveal foreign key (organization_id, reveal_id) references reveals (organization_id, id) on delete cascade,
      constraint lockbox_looks_of check ((kind = 'reveal') = (reveal_id is not null))
    )`);
  await queryRunner.query('create index lockbox_looks_newest on lockbox_looks (organization_id, lockbox_id, at desc, id desc)');
  await queryRunner.query('create index lockbox_looks_member on lockbox_looks (organization_id, member_id)');
  await queryRunner.query('create index lockbox_looks_reveal on lockbox_looks (organization_id, reveal_id)');
  await tenantTable(queryRunner, 'lockbox_looks', ['select', 'insert']);
}

/** Staff find their own lockboxes by their account; everything about each of them is read in the organization it is about. */
async function createPointers(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table staff_lockboxes (
      account_id uuid not null,
      lockbox_id uuid not null,
      organization_id uuid not null,
      organization_name text not null,
      requested_at timestamptz not null,
      constraint staff_lockboxes_pkey primary key (account_id, lockbox_id),
      constraint staff_lockboxes_account foreign key (account_id) references accounts (account_id) on delete cascade
    )`);
  await queryRunner.query('create index staff_lockboxes_newest on staff_lockboxes (account_id, requested_at desc, lockbox_id desc)');
  await accountTable(queryRunner, 'staff_lockboxes', ['select', 'insert']);
}
