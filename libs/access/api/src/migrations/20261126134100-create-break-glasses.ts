import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Emergencies in which somebody looked without asking first, and what others found afterwards. One hour is the most there is. */
export class CreateBreakGlasses20261126134100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table break_glasses (
        organization_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        by_roles text[] not null,
        ground text not null constraint break_glasses_ground check (ground in ('safety', 'running-breach')),
        categories text[] not null constraint break_glasses_categories check (cardinality(categories) > 0),
        words text not null,
        salt text not null,
        began_at timestamptz not null,
        until timestamptz not null,
        review_by timestamptz not null,
        outcome text constraint break_glasses_outcome check (outcome in ('justified', 'not-justified')),
        review_words text,
        review_salt text,
        reviewed_by uuid,
        reviewed_at timestamptz,
        constraint break_glasses_pkey primary key (organization_id, id),
        constraint break_glasses_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
        constraint break_glasses_hour check (until >= began_at and until <= began_at + interval '1 hour'),
        constraint break_glasses_other check (reviewed_by <> member_id),
        constraint break_glasses_review check (
          (outcome is null) = (reviewed_at is null) and (outcome is null) = (reviewed_by is null)
          and (outcome is null) = (review_words is null) and (outcome is null) = (review_salt is null))
      )`);
    await queryRunner.query('create index break_glasses_member on break_glasses (organization_id, member_id, until desc)');
    await queryRunner.query('create index break_glasses_newest on break_glasses (organization_id, began_at desc, id desc)');
    await tenantTable(queryRunner, 'break_glasses', ['select', 'insert', 'update (until, outcome, review_words, review_salt, reviewed_by, reviewed_at)']);
    await queryRunner.query(`
      alter table reveals add break_glass_id uuid,
        add constraint reveals_break_glass foreign key (organization_id, break_glass_id) references break_glasses (organization_id, id) on delete cascade`);
    await queryRunner.query('create index reveals_break_glass on reveals (organization_id, break_glass_id, at desc, id desc)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table reveals drop break_glass_id');
    await queryRunner.query('drop table break_glasses');
  }
}
