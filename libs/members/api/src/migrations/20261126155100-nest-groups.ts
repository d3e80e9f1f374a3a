import { namedFunction, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Groups may stand inside one another. Whoever is in a group is in every group above it as well: those places are kept ready, in the order of names
 * and of numbers, so that whatever is narrowed to a group reads one table along one index. Only triggers and `nest_group` put somebody there.
 */
export class NestGroups20261126155100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await extendGroups(queryRunner);
    await createLines(queryRunner);
    await createPlaces(queryRunner);
    await fillIn(queryRunner);
    await followMembers(queryRunner);
    await followGroups(queryRunner);
    await nest(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop trigger members_keep_places_in_order on members');
    for (const name of ['take', 'leave']) await queryRunner.query(`drop trigger grouped_members_${name}_places on grouped_members`);
    for (const name of ['begin_line', 'empty']) await queryRunner.query(`drop trigger member_groups_${name} on member_groups`);
    await queryRunner.query('drop function nest_group, member_groups_empty, member_groups_begin_line');
    await queryRunner.query('drop function grouped_members_leave_places, grouped_members_take_places, members_keep_places_in_order');
    await queryRunner.query('drop table group_places, group_lines');
    await queryRunner.query('alter table member_groups drop column source, drop column parent_id');
  }
}

async function extendGroups(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    alter table member_groups
      add column parent_id uuid,
      add column source text not null default 'hand' constraint member_groups_source check (source in ('hand', 'directory')),
      add constraint member_groups_parent foreign key (organization_id, parent_id) references member_groups (organization_id, id)`);
  await queryRunner.query('create index member_groups_parent on member_groups (organization_id, parent_id)');
}

/** Which groups stand above a group, itself among them, so that nobody climbs while members come and go. */
async function createLines(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table group_lines (
      organization_id uuid not null,
      group_id uuid not null,
      above_id uuid not null,
      steps smallint not null constraint group_lines_steps check (steps >= 0),
      constraint group_lines_pkey primary key (organization_id, group_id, above_id),
      constraint group_lines_group foreign key (organization_id, group_id) references member_groups (organization_id, id) on delete cascade,
      constraint group_lines_above foreign key (organization_id, above_id) references member_groups (organization_id, id) on delete cascade
    )`);
  await queryRunner.query('create index group_lines_above on group_lines (organization_id, above_id, group_id)');
  await tenantTable(queryRunner, 'group_lines', ['select']);
}

/** Who is in a group, by how many ways: by being put in, and by each group below that they were put into. */
async function createPlaces(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table group_places (
      organization_id uuid not null,
      group_id uuid not null,
      member_id uuid not null,
      ways smallint not null constraint group_places_ways check (ways > 0),
      since timestamptz not null,
      name_folded text collate "C",
      member_number integer not null,
      constraint group_places_pkey primary key (organization_id, group_id, member_id),
      constraint group_places_group foreign key (organization_id, group_id) references member_groups (organization_id, id) on delete cascade,
      constraint group_places_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
    )`);
  await queryRunner.query('create index group_places_member on group_places (organization_id, member_id, group_id)');
  await queryRunner.query('create index group_places_by_name on group_places (organization_id, group_id, name_folded, member_id)');
  await queryRunner.query('create index group_places_by_number on group_places (organization_id, group_id, member_number)');
  await tenantTable(queryRunner, 'group_places', ['select', 'delete']);
}

const WALLED = ['members', 'member_groups', 'grouped_members', 'group_lines', 'group_places'] as const;

/** The owner is held to the wall as well, so it is lifted meanwhile. The order of those who were put in is kept with their places from now on. */
async function fillIn(queryRunner: QueryRunner): Promise<void> {
  for (const table of WALLED) await queryRunner.query(`alter table ${table} no force row level security`);
  await queryRunner.query('insert into group_lines (organization_id, group_id, above_id, steps) select organization_id, id, id, 0 from member_groups');
  await queryRunner.query(`
    insert into group_places (organization_id, group_id, member_id, ways, since, name_folded, member_number)
    select g.organization_id, g.group_id, g.member_id, 1, g.added_at, m.name_folded, m.number
    from grouped_members g join members m on m.organization_id = g.organization_id and m.id = g.member_id`);
  for (const table of WALLED) await queryRunner.query(`alter table ${table} force row level security`);
}

/** Held while groups are moved about; whoever comes into a group or leaves it waits for that, and for nobody else. */
const MOVING = (organization: string): string => `hashtextextended('groups ' || ${organization}, 0)`;

const WAIT = `
  for concerned in select distinct organization_id from moved loop
    perform pg_advisory_xact_lock_shared(${MOVING('concerned')});
  end loop;`;

/** Whoever comes is held as they are until that is done: a name that changes at the same time comes before or after, never between. */
const TAKE = `
  perform 1 from members m where (m.organization_id, m.id) in (select v.organization_id, v.member_id from moved v) order by m.id for share;
  ${WAIT}
  insert into group_places (organization_id, group_id, member_id, ways, since, name_folded, member_number)
  select v.organization_id, l.above_id, v.member_id, count(*), min(v.added_at), m.name_folded, m.number
  from moved v
  join group_lines l on l.organization_id = v.organization_id and l.group_id = v.group_id
  join members m on m.organization_id = v.organization_id and m.id = v.member_id
  group by v.organization_id, l.above_id, v.member_id, m.name_folded, m.number
  order by l.above_id, v.member_id
  on conflict (organization_id, group_id, member_id) do update set ways = group_places.ways + excluded.ways;`;

const LEAVE = `
  ${WAIT}
  with gone as (
    select v.organization_id, l.above_id, v.member_id, count(*) as ways
    from moved v join group_lines l on l.organization_id = v.organization_id and l.group_id = v.group_id
    group by v.organization_id, l.above_id, v.member_id),
  ended as (
    delete from group_places p using gone g
    where p.organization_id = g.organization_id and p.group_id = g.above_id and p.member_id = g.member_id and p.ways <= g.ways)
  update group_places p set ways = p.ways - g.ways from gone g
  where p.organization_id = g.organization_id and p.group_id = g.above_id and p.member_id = g.member_id and p.ways > g.ways;`;

async function followMembers(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query('drop trigger members_keep_groups_in_order on members');
  await queryRunner.query('drop trigger grouped_members_take_order on grouped_members');
  await queryRunner.query('drop function members_keep_groups_in_order, grouped_members_take_order');
  await queryRunner.query('alter table grouped_members drop column name_folded, drop column member_number');
  await trigger(queryRunner, 'grouped_members_take_places', `declare concerned uuid; begin ${TAKE} return null; end`);
  await trigger(queryRunner, 'grouped_members_leave_places', `declare concerned uuid; begin ${LEAVE} return null; end`);
  const order = 'update group_places set name_folded = new.name_folded where organization_id = new.organization_id and member_id = new.id;';
  await trigger(queryRunner, 'members_keep_places_in_order', `begin ${order} return null; end`);
  await queryRunner.query(`create trigger grouped_members_take_places after insert on grouped_members referencing new table as moved
    for each statement execute function grouped_members_take_places()`);
  await queryRunner.query(`create trigger grouped_members_leave_places after delete on grouped_members referencing old table as moved
    for each statement execute function grouped_members_leave_places()`);
  await queryRunner.query(`create trigger members_keep_places_in_order after update of name_folded on members
    for each row when (old.name_folded is distinct from new.name_folded) execute function members_keep_places_in_order()`);
}

/** A group is above itself from the first moment, and before it goes everybody leaves it: those above it are told while it is still below them. */
async function followGroups(queryRunner: QueryRunner): Promise<void> {
  const line = 'insert into group_lines (organization_id, group_id, above_id, steps) values (new.organization_id, new.id, new.id, 0);';
  await trigger(queryRunner, 'member_groups_begin_line', `begin ${line} return null; end`);
  const empty = 'delete from grouped_members where organization_id = old.organization_id and group_id = old.id;';
  await trigger(queryRunner, 'member_groups_empty', `begin ${empty} return old; end`);
  await queryRunner.query('create trigger member_groups_begin_line after insert on member_groups for each row execute function member_groups_begin_line()');
  await queryRunner.query('create trigger member_groups_empty before delete on member_groups for each row execute function member_groups_empty()');
}

/** Whether it may stand there is asked before, by whoever holds both groups and keeps others from moving any. */
async function nest(queryRunner: QueryRunner): Promise<void> {
  await namedFunction(queryRunner, {
    name: 'nest_group',
    parameters: 'nested uuid, into_group uuid',
    returns: 'void',
    volatility: 'volatile',
    language: 'plpgsql',
    body: `
      declare own uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
      begin
        perform pg_advisory_xact_lock(${MOVING('own')});
        perform 1 from members m where m.organization_id = own
          and m.id in (select p.member_id from group_places p where p.organization_id = own and p.group_id = nested) order by m.id for share;
        with gone as (
          select l.above_id, p.member_id, p.ways from group_lines l
          join group_places p on p.organization_id = own and p.group_id = nested
          where l.organization_id = own and l.group_id = nested and l.above_id <> nested),
        ended as (
          delete from group_places p using gone g
          where p.organization_id = own and p.group_id = g.above_id and p.member_id = g.member_id and p.ways <= g.ways)
        update group_places p set ways = p.ways - g.ways from gone g
        where p.organization_id = own and p.group_id = g.above_id and p.member_id = g.member_id and p.ways > g.ways;
        delete from group_lines l using group_lines below, group_lines above
        where below.organization_id = own and below.above_id = nested
          and above.organization_id = own and above.group_id = nested and above.above_id <> nested
          and l.organization_id = own and l.group_id = below.group_id and l.above_id = above.above_id;
        update member_groups set parent_id = into_group where organization_id = own and id = nested;
        if into_group is null then return; end if;
        insert into group_lines (organization_id, group_id, above_id, steps)
        select own, below.group_id, above.above_id, below.steps + above.steps + 1
        from group_lines below join group_lines above on above.organization_id = own and above.group_id = into_group
        where below.organization_id = own and below.above_id = nested;
        insert into group_places (organization_id, group_id, member_id, ways, since, name_folded, member_number)
        select own, above.above_id, p.member_id, p.ways, p.since, m.name_folded, m.number
        from group_lines above
        join group_places p on p.organization_id = own and p.group_id = nested
        join members m on m.organization_id = own and m.id = p.member_id
        where above.organization_id = own and above.group_id = into_group
        order by above.above_id, p.member_id
        on conflict (organization_id, group_id, member_id) do update set ways = group_places.ways + excluded.ways;
      end`,
  });
}

const trigger = (queryRunner: QueryRunner, name: string, body: string): Promise<void> =>
  namedFunction(queryRunner, { name, parameters: '', returns: 'trigger', volatility: 'volatile', language: 'plpgsql', body });
