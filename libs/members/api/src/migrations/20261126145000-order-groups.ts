import { namedFunction } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever is in a group stands there in the order of names and of numbers, so that a list of those whom a group lets somebody see is read along
 * it, however many are in the group and however few of the organization that is. A trigger keeps the order, whoever changes a name.
 */
export class OrderGroups20261126145000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table grouped_members add column name_folded text collate "C", add column member_number integer');
    await fillIn(queryRunner);
    await queryRunner.query('alter table grouped_members alter column member_number set not null');
    await queryRunner.query('create index grouped_members_by_name on grouped_members (organization_id, group_id, name_folded, member_id)');
    await queryRunner.query('create index grouped_members_by_number on grouped_members (organization_id, group_id, member_number)');
    await queryRunner.query('create index members_by_site_number on members (organization_id, site_id, number)');
    await keepOrder(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop trigger members_keep_groups_in_order on members');
    await queryRunner.query('drop trigger grouped_members_take_order on grouped_members');
    await queryRunner.query('drop function members_keep_groups_in_order, grouped_members_take_order');
    await queryRunner.query('drop index members_by_site_number');
    await queryRunner.query('alter table grouped_members drop column name_folded, drop column member_number');
  }
}

/** The owner is held to the wall as well, so it is lifted meanwhile. */
async function fillIn(queryRunner: QueryRunner): Promise<void> {
  for (const table of WALLED) await queryRunner.query(`alter table ${table} no force row level security`);
  await queryRunner.query(`
    update grouped_members g set name_folded = m.name_folded, member_number = m.number
    from members m where m.organization_id = g.organization_id and m.id = g.member_id`);
  for (const table of WALLED) await queryRunner.query(`alter table ${table} force row level security`);
}

const WALLED = ['members', 'grouped_members'] as const;

/** Whoever is put into a group is held as they are until that is done: a name that changes at the same time comes before or after, never between. */
async function keepOrder(queryRunner: QueryRunner): Promise<void> {
  await step(
    queryRunner,
    'grouped_members_take_order',
    `
    select name_folded, number into new.name_folded, new.member_number from members
    where organization_id = new.organization_id and id = new.member_id for share;
    return new;`,
  );
  await queryRunner.query(
    'create trigger grouped_members_take_order before insert on grouped_members for each row execute function grouped_members_take_order()',
  );
  await step(
    queryRunner,
    'members_keep_groups_in_order',
    `
    update grouped_members set name_folded = new.name_folded where organization_id = new.organization_id and member_id = new.id;
    return null;`,
  );
  await queryRunner.query(`
    create trigger members_keep_groups_in_order after update of name_folded on members
    for each row when (old.name_folded is distinct from new.name_folded) execute function members_keep_groups_in_order()`);
}

const step = (queryRunner: QueryRunner, name: string, steps: string): Promise<void> =>
  namedFunction(queryRunner, { name, parameters: '', returns: 'trigger', volatility: 'volatile', language: 'plpgsql', body: `begin ${steps} end` });
