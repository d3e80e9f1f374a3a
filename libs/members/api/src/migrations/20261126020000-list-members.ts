import { foldGivenName } from '@smartpar/members/model';
import { APP_ROLE } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many rows are filled in at once. */
const BATCH = 10_000;

/** What the list of members is searched and ordered by, and the version that keeps two people from overwriting each other. */
export class ListMembers20261126020000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table members add column given_folded text collate "C", add column version integer not null default 1');
    await fillIn(queryRunner);
    for (const index of INDEXES) await queryRunner.query(`create index ${index}`);
    // What begins with the same columns takes the place of these.
    await queryRunner.query('drop index members_name, members_site');
    await queryRunner.query(`grant update (given_folded, version) on members to ${APP_ROLE}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create index members_name on members (organization_id, name_folded, id)');
    await queryRunner.query('create index members_site on members (organization_id, site_id)');
    for (const index of INDEXES) await queryRunner.query(`drop index ${index.split(' ')[0]}`);
    await queryRunner.query('alter table members drop column given_folded, drop column version');
  }
}

/** Those who were de-identified are in no list, so that no page has to pass over them. */
const INDEXES = [
  `members_by_name on members (organization_id, name_folded, id) where status <> 'de-identified'`,
  `members_by_given_name on members (organization_id, given_folded, id) where status <> 'de-identified'`,
  `members_by_address on members (organization_id, email_folded, id) where status <> 'de-identified'`,
  `members_by_number on members (organization_id, number) where status <> 'de-identified'`,
  `members_by_status on members (organization_id, status, name_folded, id) where status <> 'de-identified'`,
  'members_by_site on members (organization_id, site_id, name_folded, id)',
] as const;

interface Named {
  readonly id: string;
  readonly first: string;
  readonly last: string | null;
}

/** The owner is held to the wall as well, so it is lifted while everybody's names are folded. */
async function fillIn(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query('alter table members no force row level security');
  for (;;) {
    const found: unknown = await queryRunner.query(
      `select id, first_name as first, last_name as last from members where given_folded is null and first_name is not null limit ${BATCH}`,
    );
    const rows = found as readonly Named[]; // as: the columns of the statement
    if (rows.length === 0) break;
    await queryRunner.query('update members m set given_folded = n.folded from unnest($1::uuid[], $2::text[]) as n (id, folded) where m.id = n.id', [
      rows.map(({ id }) => id),
      rows.map(({ first, last }) => foldGivenName(first, last)),
    ]);
  }
  await queryRunner.query('alter table members force row level security');
}
