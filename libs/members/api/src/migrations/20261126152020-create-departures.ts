import { APP_ROLE, globalTable, namedFunction, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who left, until when they can come back, and how they reach what is kept about them; when somebody last used the organization. */
export class CreateDepartures20261126152020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createDepartures(queryRunner);
    await createCodes(queryRunner);
    await createRules(queryRunner);
    await addLastUse(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index members_former, members_dormant');
    await queryRunner.query('drop trigger members_begin_unused on members');
    await queryRunner.query('drop function members_begin_unused');
    await queryRunner.query('alter table members drop column last_used_on');
    await queryRunner.query('drop table life_rules');
    await queryRunner.query('drop table departures');
    await queryRunner.query('drop function departures_keep_codes, leaver_of_code');
    await queryRunner.query('drop table leaver_codes');
  }
}

async function createDepartures(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table departures (
      organization_id uuid not null,
      member_id uuid not null,
      cause text not null constraint departures_cause check (cause in ('left', 'dismissed', 'ended', 'deceased')),
      from_status text not null constraint departures_from check (from_status in ('invited', 'active', 'suspended')),
      departed_at timestamptz not null,
      grace_until timestamptz not null,
      envelope text not null constraint departures_envelope check (envelope in ('mail', 'print', 'none')),
      code_hash bytea,
      code_key text,
      reply_address text,
      done_at timestamptz,
      constraint departures_pkey primary key (organization_id, member_id),
      constraint departures_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
      constraint departures_grace check (departed_at < grace_until),
      constraint departures_code check ((envelope = 'none') = (code_hash is null) and (code_hash is null) = (code_key is null))
    )`);
  await tenantTable(queryRunner, 'departures', ['select', 'insert', 'update (reply_address, done_at)', 'delete']);
}

/** The hash follows the departure by trigger, so that no way of writing departures can leave it behind. */
async function createCodes(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table leaver_codes (
      code_hash bytea not null constraint leaver_codes_pkey primary key,
      organization_id uuid not null,
      member_id uuid not null
    )`);
  await globalTable(queryRunner, 'leaver_codes', []);
  await namedFunction(queryRunner, {
    name: 'leaver_of_code',
    parameters: 'wanted bytea',
    returns: 'table (organization_id uuid, member_id uuid)',
    volatility: 'stable',
    language: 'sql',
    body: 'select c.organization_id, c.member_id from leaver_codes c where c.code_hash = wanted',
  });
  await namedFunction(queryRunner, {
    name: 'departures_keep_codes',
    parameters: '',
    returns: 'trigger',
    volatility: 'volatile',
    language: 'plpgsql',
    body: `
      begin
        if tg_op = 'INSERT' then
          insert into leaver_codes (code_hash, organization_id, member_id)
          select code_hash, organization_id, member_id from after where code_hash is not null;
        else
          delete from leaver_codes c using before b where c.code_hash = b.code_hash;
        end if;
        return null;
      end`,
  });
  for (const [event, tables] of [
    ['insert', 'new table as after'],
    ['delete', 'old table as before'],
  ] as const) {
    await queryRunner.query(
      `create trigger departures_codes_on_${event} after ${event} on departures referencing ${tables} for each statement execute function departures_keep_codes()`,
    );
  }
}

async function createRules(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table life_rules (
      organization_id uuid not null constraint life_rules_pkey primary key
        constraint life_rules_organization references organizations (organization_id) on delete cascade,
      version integer not null,
      grace_days integer not null constraint life_rules_grace check (grace_days between 1 and 90),
      dormant_days integer constraint life_rules_dormant check (dormant_days between 14 and 730),
      changed_at timestamptz not null
    )`);
  await tenantTable(queryRunner, 'life_rules', ['select', 'insert', 'update (version, grace_days, dormant_days, changed_at)']);
}

/**
 * The day of the last use, no closer: how often and when somebody works is nobody's business here. Whoever never used it counts from the day they
 * came. Those who were there before count from today, since nobody knows.
 */
async function addLastUse(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`alter table members add column last_used_on date default (now() at time zone 'UTC')::date`);
  await queryRunner.query('alter table members alter column last_used_on drop default');
  await namedFunction(queryRunner, {
    name: 'members_begin_unused',
    parameters: '',
    returns: 'trigger',
    volatility: 'volatile',
    language: 'plpgsql',
    body: `begin new.last_used_on := (new.created_at at time zone 'UTC')::date; return new; end`,
  });
  await queryRunner.query(
    'create trigger members_begin_unused before insert on members for each row when (new.last_used_on is null) execute function members_begin_unused()',
  );
  await queryRunner.query(`grant update (last_used_on) on members to ${APP_ROLE}`);
  await queryRunner.query(`create index members_dormant on members (organization_id, last_used_on, number) where status = 'active'`);
  await queryRunner.query(`create index members_former on members (organization_id, number) where status = 'de-identified'`);
}
