import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In whose place somebody said what they think of a report: two opinions are two rights, not one and its deputy. */
export class KeepWhoseRightDecided20261126143000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table violation_opinions
        add column in_place_of uuid,
        add constraint violation_opinions_in_place_of foreign key (organization_id, in_place_of) references members (organization_id, id) on delete cascade`);
    await queryRunner.query('create index violation_opinions_in_place_of on violation_opinions (organization_id, in_place_of)');
    await queryRunner.query(`create unique index violation_opinions_one_right
      on violation_opinions (organization_id, violation_id, round, coalesce(in_place_of, by_member_id))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index violation_opinions_one_right');
    await queryRunner.query('alter table violation_opinions drop column in_place_of');
  }
}
