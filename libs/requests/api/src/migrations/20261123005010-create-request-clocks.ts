import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The clocks of requests and what happened to them. Both only ever grow: a clock's record never changes. */
export class CreateRequestClocks20261123005010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table request_clocks (
        organization_id uuid not null,
        request_id uuid not null,
        id uuid not null,
        rule_id text not null,
        ground text not null constraint request_clocks_ground check (ground in ('controller-place', 'person-place', 'house-rule')),
        place text not null,
        calendar text not null,
        time_zone text not null,
        started_at timestamptz not null,
        due_on date not null,
        due_at timestamptz not null,
        half_at timestamptz not null,
        four_fifths_at timestamptz not null,
        steps jsonb not null,
        constraint request_clocks_pkey primary key (organization_id, request_id, id),
        constraint request_clocks_request foreign key (organization_id, request_id) references privacy_requests (organization_id, id) on delete cascade,
        constraint request_clocks_order check (started_at <= half_at and half_at <= four_fifths_at and four_fifths_at <= due_at)
      )`);
    await tenantTable(queryRunner, 'request_clocks', ['select', 'insert']);
    await queryRunner.query(`
      create table request_clock_events (
        organization_id uuid not null,
        request_id uuid not null,
        clock_id uuid not null,
        id uuid not null,
        kind text not null constraint request_clock_events_kind check (kind in ('paused', 'resumed', 'answered', 'replaced')),
        at timestamptz not null,
        reason text constraint request_clock_events_reason check ((kind = 'paused') = (reason is not null)),
        due_on date,
        due_at timestamptz,
        half_at timestamptz,
        four_fifths_at timestamptz,
        steps jsonb,
        constraint request_clock_events_pkey primary key (organization_id, request_id, clock_id, id),
        constraint request_clock_events_clock foreign key (organization_id, request_id, clock_id) references request_clocks (organization_id, request_id, id) on delete cascade,
        constraint request_clock_events_deadline check ((kind = 'resumed') = (due_at is not null) and num_nulls(due_on, due_at, half_at, four_fifths_at, steps) in (0, 5))
      )`);
    await tenantTable(queryRunner, 'request_clock_events', ['select', 'insert']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table request_clock_events');
    await queryRunner.query('drop table request_clocks');
  }
}
