import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may see which data of whom, why, from when until when; who asked for it and who decided; and who stands in for whom. */
export class CreateGrants20261126130000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createGrants(queryRunner);
    await createDeputies(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table deputies, grants');
  }
}

async function createGrants(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table grants (
      organization_id uuid not null constraint grants_organization references organizations (organization_id) on delete cascade,
      id uuid not null,
      state text not null constraint grants_state check (state in ('requested', 'approved', 'refused', 'lapsed', 'withdrawn', 'revoked')),
      grantee_member_id uuid,
      grantee_role text,
      grantee_group_id uuid,
      categories text[] not null constraint grants_categories check (cardinality(categories) > 0),
      mode text not null constraint grants_mode check (mode in ('shown', 'on-reveal')),
      purposes text[] not null constraint grants_purposes check (cardinality(purposes) > 0),
      scope_kind text not null constraint grants_scope_kind check (scope_kind in ('all', 'site', 'group', 'members', 'request')),
      scope_ids uuid[] not null,
      scope_members uuid[] not null,
      starts_at timestamptz,
      ends_at timestamptz not null,
      reviewed boolean not null,
      requested_at timestamptz not null,
      requested_by uuid not null,
      reason text not null,
      reason_salt text not null,
      lapses_at timestamptz,
      asked jsonb,
      decided_at timestamptz,
      decided_by uuid,
      decided_for uuid,
      decision_words text,
      decision_salt text,
      revoked_at timestamptz,
      revoked_by uuid,
      revocation_words text,
      revocation_salt text,
      last_used_at timestamptz,
      constraint grants_pkey primary key (organization_id, id),
      constraint grants_grantee check (num_nonnulls(grantee_member_id, grantee_role, grantee_group_id) = 1),
      constraint grants_scope check ((scope_kind = 'all') = (cardinality(scope_ids) = 0) and (scope_kind = 'request' or cardinality(scope_members) = 0)),
      constraint grants_others_decide check (decided_by is null or (decided_by <> requested_by and decided_by is distinct from grantee_member_id)
        or lapses_at is null),
      constraint grants_decided check ((state in ('approved', 'revoked', 'refused')) = (decided_at is not null)),
      constraint grants_member foreign key (organization_id, grantee_member_id) references members (organization_id, id) on delete cascade,
      constraint grants_requested_by foreign key (organization_id, requested_by) references members (organization_id, id) on delete cascade
    )`);
  await queryRunner.query('create index grants_member on grants (organization_id, grantee_member_id, id desc)');
  await queryRunner.query('create index grants_requested_by on grants (organization_id, requested_by, id desc)');
  await queryRunner.query(`create index grants_waiting on grants (organization_id, lapses_at, id) where state = 'requested'`);
  await queryRunner.query(`create index grants_approved on grants (organization_id, ends_at) where state = 'approved'`);
  await tenantTable(queryRunner, 'grants', [
    'select',
    'insert',
    `update (state, categories, mode, purposes, scope_kind, scope_ids, scope_members, starts_at, ends_at, asked, decided_at, decided_by, decided_for,
       decision_words, decision_salt, revoked_at, revoked_by, revocation_words, revocation_salt, last_used_at)`,
  ]);
}

async function createDeputies(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table deputies (
      organization_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      deputy_member_id uuid not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      ended_at timestamptz,
      constraint deputies_pkey primary key (organization_id, id),
      constraint deputies_other check (member_id <> deputy_member_id),
      constraint deputies_order check (starts_at < ends_at),
      constraint deputies_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
      constraint deputies_deputy foreign key (organization_id, deputy_member_id) references members (organization_id, id) on delete cascade
    )`);
  await queryRunner.query('create index deputies_member on deputies (organization_id, member_id, ends_at)');
  await queryRunner.query('create index deputies_deputy on deputies (organization_id, deputy_member_id, ends_at)');
  await tenantTable(queryRunner, 'deputies', ['select', 'insert', 'update (ended_at)']);
}
