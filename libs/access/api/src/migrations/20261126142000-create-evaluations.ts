import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The role of the works council, evaluations of worker data, and whether they are on. */
export class CreateEvaluations20261126142000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table member_roles drop constraint member_roles_role, add constraint member_roles_role check (role in (${MEMBER_ROLES}))`);
    await createRules(queryRunner);
    await createEvaluations(queryRunner);
    await createAlerts(queryRunner);
    await createReceipts(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index reveals_when');
    await queryRunner.query('drop table evaluation_receipts, volume_alerts, evaluations, evaluation_rules');
    await queryRunner.query(`delete from member_roles where role = 'works-council'`);
    await queryRunner.query(
      `alter table member_roles drop constraint member_roles_role, add constraint member_roles_role check (role in (${MEMBER_ROLES.replace(", 'works-council'", '')}))`,
    );
  }
}

const MEMBER_ROLES = `'owner', 'user-administrator', 'privacy-officer', 'helpdesk', 'auditor', 'works-council', 'support', 'privacy-counsel', 'security', 'platform-operator'`;

/** The newest version counts; what was before stays, since receipts tell of it. */
async function createRules(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table evaluation_rules (
      organization_id uuid not null constraint evaluation_rules_organization references organizations (organization_id) on delete cascade,
      version integer not null,
      needed boolean not null,
      asked_by text,
      title text,
      reference text,
      concluded_on date,
      valid_until date,
      salt text not null,
      changed_at timestamptz not null,
      constraint evaluation_rules_pkey primary key (organization_id, version),
      constraint evaluation_rules_asked_by check (not needed or asked_by is not null),
      constraint evaluation_rules_agreement check ((title is null) = (reference is null) and (title is null) = (concluded_on is null)),
      constraint evaluation_rules_order check (valid_until is null or valid_until >= concluded_on)
    )`);
  await tenantTable(queryRunner, 'evaluation_rules', ['select', 'insert']);
}

/** As which roles and about how many, never who and about whom. */
async function createEvaluations(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table evaluations (
      organization_id uuid not null constraint evaluations_organization references organizations (organization_id) on delete cascade,
      id uuid not null,
      kind text not null constraint evaluations_kind check (kind in ('look-volume', 'looks-of-one', 'log-of-one', 'grant-use')),
      at timestamptz not null,
      by_system boolean not null,
      by_roles text[] not null,
      people integer not null,
      findings integer not null,
      constraint evaluations_pkey primary key (organization_id, id)
    )`);
  await queryRunner.query('create index evaluations_order on evaluations (organization_id, at desc, id desc)');
  await tenantTable(queryRunner, 'evaluations', ['select', 'insert']);
}

/** One for each day on which somebody looked unusually often. Looks are counted by the moment they were made at, whoever made them. */
async function createAlerts(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table volume_alerts (
      organization_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      day date not null,
      by_roles text[] not null,
      looks integer not null,
      past integer[] not null,
      at timestamptz not null,
      state text not null default 'open' constraint volume_alerts_state check (state in ('open', 'explained', 'reported')),
      settled_by uuid,
      settled_at timestamptz,
      words text,
      salt text,
      constraint volume_alerts_pkey primary key (organization_id, id),
      constraint volume_alerts_once unique (organization_id, member_id, day),
      constraint volume_alerts_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
      constraint volume_alerts_settled_by foreign key (organization_id, settled_by) references members (organization_id, id) on delete cascade,
      constraint volume_alerts_settled check ((state = 'open') = (settled_by is null) and (settled_by is null) = (settled_at is null)
        and (settled_by is null) = (words is null) and (words is null) = (salt is null)),
      constraint volume_alerts_others check (settled_by is distinct from member_id)
    )`);
  await queryRunner.query('create index volume_alerts_settled_by on volume_alerts (organization_id, settled_by)');
  await queryRunner.query('create index volume_alerts_order on volume_alerts (organization_id, at desc, id desc)');
  await tenantTable(queryRunner, 'volume_alerts', ['select', 'insert', 'update (state, settled_by, settled_at, words, salt)']);
  await queryRunner.query('create index reveals_when on reveals (organization_id, at, by_member_id)');
}

/** What was signed, as it was signed. */
async function createReceipts(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table evaluation_receipts (
      organization_id uuid not null constraint evaluation_receipts_organization references organizations (organization_id) on delete cascade,
      id uuid not null,
      month date not null constraint evaluation_receipts_first check (extract(day from month) = 1),
      made_at timestamptz not null,
      runs integer not null,
      receipt text not null,
      note text not null,
      constraint evaluation_receipts_pkey primary key (organization_id, id),
      constraint evaluation_receipts_once unique (organization_id, month)
    )`);
  await tenantTable(queryRunner, 'evaluation_receipts', ['select', 'insert']);
}
