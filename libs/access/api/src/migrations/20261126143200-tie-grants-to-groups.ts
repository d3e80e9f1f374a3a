import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a group was given names a group that is there. Of what is over the group may go; the grant stays, for a group that is no more. */
export class TieGrantsToGroups20261126143200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table grants drop constraint grants_grantee');
    await queryRunner.query('alter table grants add constraint grants_grantee check (num_nonnulls(grantee_member_id, grantee_role, grantee_group_id) <= 1)');
    await queryRunner.query(`update grants g set grantee_group_id = null where g.grantee_group_id is not null
      and not exists (select from member_groups p where p.organization_id = g.organization_id and p.id = g.grantee_group_id)`);
    await queryRunner.query(`
      alter table grants add constraint grants_group foreign key (organization_id, grantee_group_id)
        references member_groups (organization_id, id) on delete set null (grantee_group_id)`);
    await queryRunner.query('create index grants_group on grants (organization_id, grantee_group_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index grants_group');
    await queryRunner.query('alter table grants drop constraint grants_group');
    await queryRunner.query('delete from grants where num_nonnulls(grantee_member_id, grantee_role, grantee_group_id) = 0');
    await queryRunner.query('alter table grants drop constraint grants_grantee');
    await queryRunner.query('alter table grants add constraint grants_grantee check (num_nonnulls(grantee_member_id, grantee_role, grantee_group_id) = 1)');
  }
}
