import { globalTable, namedFunction, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each kind of usage data and the part of the table it lies in. */
const PARTS = [
  ['device', 'usage_devices'],
  ['sign-in', 'usage_sign_ins'],
  ['diagnostic', 'usage_diagnostics'],
] as const;

const PART_NAMES = PARTS.map(([, part]) => `'${part}'`).join(', ');

/** How long each kind is kept where an organization says nothing, in months after its own. */
const SHIPPED = `values ('device', 6), ('sign-in', 3), ('diagnostic', 1)`;

/**
 * What the app tells of members, parted by kind and then by the month it happened in, which the id of each event begins with. So one key makes sure
 * that an event is kept once, and a month that is over for everybody goes whole. Parts are reached through the table alone, where the wall is.
 */
export class CreateUsageRecords20261126154100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createRecords(queryRunner);
    await createRules(queryRunner);
    await createCounts(queryRunner);
    await makeMonths(queryRunner);
    await dropMonths(queryRunner);
    await queryRunner.query('select prepare_usage_months()');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function drop_usage_months, prepare_usage_months');
    await queryRunner.query('drop table usage_counts, usage_rules, usage_terms, usage_records');
    await queryRunner.query('drop function usage_rules_keep_terms');
  }
}

async function createRecords(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table usage_records (
      organization_id uuid not null,
      kind text not null,
      id uuid not null,
      member_id uuid not null,
      token_id uuid not null,
      received_at timestamptz not null,
      facts jsonb not null,
      constraint usage_records_pkey primary key (organization_id, kind, id)
    ) partition by list (kind)`);
  await queryRunner.query('create index usage_records_member on usage_records (organization_id, member_id, kind, id)');
  await tenantTable(queryRunner, 'usage_records', ['select', 'insert', 'delete']);
  for (const [kind, part] of PARTS) {
    await queryRunner.query(`create table ${part} partition of usage_records for values in ('${kind}') partition by range (id)`);
    await queryRunner.query(`create table ${part}_other partition of ${part} default`);
  }
}

/** How long the longest of all organizations keeps a kind is asked of no tenant, so that the terms follow the rules by trigger. */
async function createRules(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table usage_rules (
      organization_id uuid not null constraint usage_rules_organization references organizations (organization_id) on delete cascade,
      kind text not null constraint usage_rules_kind check (kind in ('device', 'sign-in', 'diagnostic')),
      version integer not null,
      collected boolean not null,
      months integer not null constraint usage_rules_months check (months between 0 and 24),
      changed_at timestamptz not null,
      constraint usage_rules_pkey primary key (organization_id, kind)
    )`);
  await tenantTable(queryRunner, 'usage_rules', ['select', 'insert', 'update (version, collected, months, changed_at)']);
  await queryRunner.query(`
    create table usage_terms (
      organization_id uuid not null,
      kind text not null,
      months integer not null,
      constraint usage_terms_pkey primary key (organization_id, kind)
    )`);
  await globalTable(queryRunner, 'usage_terms', []);
  await namedFunction(queryRunner, {
    name: 'usage_rules_keep_terms',
    parameters: '',
    returns: 'trigger',
    volatility: 'volatile',
    language: 'plpgsql',
    body: `
      begin
        if tg_op = 'DELETE' then
          delete from usage_terms where organization_id = old.organization_id and kind = old.kind;
        else
          insert into usage_terms (organization_id, kind, months) values (new.organization_id, new.kind, new.months)
          on conflict (organization_id, kind) do update set months = excluded.months;
        end if;
        return null;
      end`,
  });
  await queryRunner.query(
    'create trigger usage_rules_terms after insert or update or delete on usage_rules for each row execute function usage_rules_keep_terms()',
  );
}

async function createCounts(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table usage_counts (
      organization_id uuid not null constraint usage_counts_organization references organizations (organization_id) on delete cascade,
      day date not null,
      kind text not null,
      reason text not null constraint usage_counts_reason check (reason in ('switched-off', 'no-agreement', 'unknown-member')),
      events integer not null,
      constraint usage_counts_pkey primary key (organization_id, day, kind, reason)
    )`);
  await tenantTable(queryRunner, 'usage_counts', ['select', 'insert', 'update (events)', 'delete']);
}

/** Makes the months ahead, and those of records that found none. */
const makeMonths = (queryRunner: QueryRunner): Promise<void> =>
  namedFunction(queryRunner, {
    name: 'prepare_usage_months',
    parameters: '',
    returns: 'integer',
    volatility: 'volatile',
    language: 'plpgsql',
    body: `
      declare
        parent text;
        month timestamptz;
        part text;
        made integer := 0;
      begin
        perform set_config('timezone', 'UTC', true);
        perform pg_advisory_xact_lock(hashtextextended('usage months', 0));
        foreach parent in array array[${PART_NAMES}] loop
          for month in execute format(
            'select distinct m from (
               select date_trunc(''month'', moment_of(id)) as m from public.%I
               union select date_trunc(''month'', now()) + n * interval ''1 month'' from generate_series(0, 3) n
             ) wanted where m between ''2020-01-01'' and now() + interval ''4 months'' order by 1', parent || '_other')
          loop
            part := parent || '_' || to_char(month, 'YYYYMM');
            continue when to_regclass('public.' || part) is not null;
            execute format('create table public.%I (like public.%I including defaults including constraints)', part, parent);
            execute format('with moved as (delete from public.%I where id >= %L and id < %L returning *) insert into public.%I select * from moved',
              parent || '_other', first_id_of(month), first_id_of(month + interval '1 month'), part);
            execute format('grant select on public.%I to smartpar_backup', part);
            execute format('alter table public.%I attach partition public.%I for values from (%L) to (%L)',
              parent, part, first_id_of(month), first_id_of(month + interval '1 month'));
            made := made + 1;
          end loop;
        end loop;
        return made;
      end`,
  });

/** Takes away whole months in which everything is over for everybody. It waits for nobody: what is in use now goes the next time. */
const dropMonths = (queryRunner: QueryRunner): Promise<void> =>
  namedFunction(queryRunner, {
    name: 'drop_usage_months',
    parameters: 'moment timestamptz',
    returns: 'integer',
    volatility: 'volatile',
    language: 'plpgsql',
    body: `
      declare
        part record;
        dropped integer := 0;
      begin
        perform set_config('timezone', 'UTC', true);
        perform set_config('lock_timeout', '500', true);
        for part in
          select c.oid::regclass as name from (values ${PARTS.map(([kind, name]) => `('${kind}', '${name}')`).join(', ')}) as kept (kind, parent)
          cross join lateral (
            select max(months) as months from (
              select months from usage_terms t where t.kind = kept.kind
              union all select s.months from (${SHIPPED}) as s (kind, months) where s.kind = kept.kind
            ) every
          ) longest
          join pg_inherits i on i.inhparent = kept.parent::regclass
          join pg_class c on c.oid = i.inhrelid and c.relname ~ '_[0-9]{6}$'
          where to_date(right(c.relname, 6), 'YYYYMM') + (longest.months + 1) * interval '1 month' <= least(moment, now())
          order by c.relname
        loop
          begin
            execute format('drop table %s', part.name);
            dropped := dropped + 1;
          exception when lock_not_available then
            return dropped;
          end;
        end loop;
        return dropped;
      end`,
  });
