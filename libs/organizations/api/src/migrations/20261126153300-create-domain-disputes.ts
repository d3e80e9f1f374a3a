import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Disputes about domains as each side sees them, and the cases SmartPAR's staff decide. */
export class CreateDomainDisputes20261126153300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table domain_disputes (
        organization_id uuid not null constraint domain_disputes_organization references organizations (organization_id) on delete cascade,
        id uuid not null,
        side text not null constraint domain_disputes_side check (side in ('claimant', 'holder')),
        domain text not null,
        words text,
        salt text,
        opened_at timestamptz not null,
        decision text constraint domain_disputes_decision check (decision in ('keep', 'take-away', 'free')),
        reason text,
        decided_at timestamptz,
        constraint domain_disputes_pkey primary key (organization_id, id),
        constraint domain_disputes_decided check ((decision is null) = (decided_at is null))
      )`);
    await queryRunner.query(
      `create unique index domain_disputes_one_open on domain_disputes (organization_id, domain) where decision is null and side = 'claimant'`,
    );
    await tenantTable(queryRunner, 'domain_disputes', ['select', 'insert', 'update (decision, reason, decided_at)']);
    await queryRunner.query(`
      create table domain_cases (
        organization_id uuid not null constraint domain_cases_organization references organizations (organization_id) on delete cascade,
        id uuid not null,
        kind text not null constraint domain_cases_kind check (kind in ('domain', 'objection')),
        domain text not null,
        claimant_organization_id uuid,
        holder_organization_id uuid not null,
        words text not null,
        salt text not null,
        opened_at timestamptz not null,
        decision text constraint domain_cases_decision check (decision in ('keep', 'take-away', 'leave-alone', 'let-join')),
        reason text,
        decided_at timestamptz,
        decided_by_member_id uuid,
        constraint domain_cases_pkey primary key (organization_id, id),
        constraint domain_cases_decided check ((decision is null) = (decided_at is null) and (decision is null) = (reason is null)),
        constraint domain_cases_decider foreign key (organization_id, decided_by_member_id) references members (organization_id, id) on delete set null (decided_by_member_id)
      )`);
    await queryRunner.query('create index domain_cases_order on domain_cases (organization_id, (decision is not null), opened_at, id)');
    await queryRunner.query('create index domain_cases_decider on domain_cases (organization_id, decided_by_member_id)');
    await tenantTable(queryRunner, 'domain_cases', ['select', 'insert', 'update (decision, reason, decided_at, decided_by_member_id)']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table domain_cases, domain_disputes');
  }
}
