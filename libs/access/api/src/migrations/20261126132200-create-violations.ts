import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that somebody broke what they promised, and what those who look into them think. */
export class CreateViolations20261126132200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table violations (
        organization_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        reported_by uuid not null,
        reported_at timestamptz not null,
        words text not null,
        salt text not null,
        evidence uuid[] not null,
        state text not null default 'running' constraint violations_state check (state in ('running', 'lapsed', 'lifted', 'confirmed')),
        lapses_at timestamptz not null,
        decided_at timestamptz,
        constraint violations_pkey primary key (organization_id, id),
        constraint violations_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
        constraint violations_reporter foreign key (organization_id, reported_by) references members (organization_id, id) on delete cascade,
        constraint violations_others check (member_id <> reported_by),
        constraint violations_decided check ((decided_at is null) = (state in ('running', 'lapsed')))
      )`);
    await queryRunner.query('create index violations_member on violations (organization_id, member_id)');
    await queryRunner.query('create index violations_reporter on violations (organization_id, reported_by)');
    await queryRunner.query('create index violations_order on violations (organization_id, reported_at desc, id desc)');
    // one case at a time keeps somebody away
    await queryRunner.query(`create unique index violations_one on violations (organization_id, member_id) where state in ('running', 'confirmed')`);
    await tenantTable(queryRunner, 'violations', ['select', 'insert', 'update (state, lapses_at, decided_at)']);
    await queryRunner.query(`
      create table violation_opinions (
        organization_id uuid not null,
        violation_id uuid not null,
        round integer not null,
        by_member_id uuid not null,
        outcome text not null constraint violation_opinions_outcome check (outcome in ('lift', 'confirm')),
        words text not null,
        salt text not null,
        at timestamptz not null,
        constraint violation_opinions_pkey primary key (organization_id, violation_id, round, by_member_id),
        constraint violation_opinions_violation foreign key (organization_id, violation_id) references violations (organization_id, id) on delete cascade,
        constraint violation_opinions_member foreign key (organization_id, by_member_id) references members (organization_id, id) on delete cascade
      )`);
    await queryRunner.query('create index violation_opinions_member on violation_opinions (organization_id, by_member_id)');
    await tenantTable(queryRunner, 'violation_opinions', ['select', 'insert']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table violation_opinions, violations');
  }
}
