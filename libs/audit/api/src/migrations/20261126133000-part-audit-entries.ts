import { namedFunction, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = 'organization_id, id, at, xact_id, actor_kind, actor_id, actor_roles, action, target_noun, target_id, facts, leaf, sealed';

/** What may be said of an entry by whoever writes it; the rest the database says. */
const WRITTEN = 'organization_id, id, at, actor_kind, actor_id, actor_roles, action, target_noun, target_id, facts, leaf';

/** Entries a transaction wrote that is over: nobody can come before them any more. Rows of a restored backup may be numbered beyond the count of now. */
const SETTLED = 'xact_id < pg_snapshot_xmin(pg_current_snapshot()) or xact_id >= pg_snapshot_xmax(pg_current_snapshot())';

/**
 * Parts the log: what is not sealed yet is a plain heap, so that writing an entry touches no index, and sealing moves it into the month it belongs
 * to. Months go by the id, which begins with the entry's moment. Parts are reached through the log alone, where the wall is, and through the functions
 * made here. Nothing is checked while an entry is written, since the database would read each check anew every time; one place makes entries.
 */
export class PartAuditEntries20261126133000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table audit_entries rename to audit_entries_before');
    for (const kind of ['pkey', 'at', 'action', 'actor', 'target', 'xact'])
      await queryRunner.query(`alter index audit_entries_${kind} rename to audit_entries_before_${kind}`);
    await makeParts(queryRunner);
    await makeMonths(queryRunner);
    await queryRunner.query('alter table audit_entries_before no force row level security');
    await queryRunner.query('alter table audit_leaves no force row level security');
    await queryRunner.query('alter table audit_entries no force row level security');
    await queryRunner.query(`
      insert into audit_entries (${COLUMNS}) select e.organization_id, e.id, at, xact_id, actor_kind, actor_id, actor_roles, action, target_noun, target_id, facts,
        case when l.entry_id is null then sha256('\\x00'::bytea || canonical) end, l.entry_id is not null
      from audit_entries_before e left join audit_leaves l on l.organization_id = e.organization_id and l.entry_id = e.id`);
    await queryRunner.query('drop table audit_entries_before');
    await queryRunner.query('alter table audit_entries force row level security');
    await queryRunner.query('alter table audit_leaves force row level security');
    await queryRunner.query('select prepare_audit_months()');
    await queryRunner.query('alter table audit_checkpoints drop horizon, drop horizon_entry, drop cluster, drop overlap');
    await queryRunner.query('revoke insert on audit_leaves from smartpar_app');
    await makeSealing(queryRunner);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The log is not put together again: go back to a backup.'));
  }
}

async function makeParts(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table audit_entries (
      organization_id uuid not null,
      id uuid not null,
      at timestamptz not null,
      xact_id xid8 not null default pg_current_xact_id(),
      actor_kind text not null,
      actor_id text collate "C",
      actor_roles text[] not null,
      action text collate "C" not null,
      target_noun text collate "C" not null,
      target_id text collate "C" not null,
      facts jsonb not null,
      leaf bytea,
      sealed boolean not null default false
    ) partition by list (sealed)`);
  await tenantTable(queryRunner, 'audit_entries', ['select', `insert (${WRITTEN})`]);
  await queryRunner.query('create table audit_unsealed partition of audit_entries for values in (false)');
  await queryRunner.query('create table audit_sealed partition of audit_entries for values in (true) partition by range (id)');
  await queryRunner.query('alter table audit_sealed add constraint audit_sealed_pkey primary key (organization_id, id)');
  await queryRunner.query('create index audit_sealed_action on audit_sealed (organization_id, action, id)');
  await queryRunner.query('create index audit_sealed_actor on audit_sealed (organization_id, actor_id, id)');
  await queryRunner.query('create index audit_sealed_target on audit_sealed (organization_id, target_noun, target_id, id)');
  await queryRunner.query('create table audit_sealed_other partition of audit_sealed default');
}

/** Makes the months ahead, and those of entries that found none. */
async function makeMonths(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create function first_id_of(moment timestamptz) returns uuid language sql immutable as
    $$ select (lpad(to_hex(floor(extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid $$`);
  await queryRunner.query(`
    create function moment_of(id uuid) returns timestamptz language sql immutable as
    $$ select to_timestamp(('x0000' || substr(replace(id::text, '-', ''), 1, 12))::bit(64)::bigint / 1000.0) $$`);
  await namedFunction(queryRunner, {
    name: 'prepare_audit_months',
    parameters: '',
    returns: 'integer',
    volatility: 'volatile',
    language: 'plpgsql',
    body: `
      declare
        month timestamptz;
        part text;
        made integer := 0;
      begin
        perform set_config('timezone', 'UTC', true);
        perform pg_advisory_xact_lock(hashtextextended('audit months', 0));
        for month in
          select distinct m from (
            select date_trunc('month', moment_of(id)) as m from audit_sealed_other
            union select date_trunc('month', now()) + n * interval '1 month' from generate_series(0, 3) n
          ) wanted where m between '2020-01-01' and now() + interval '4 months' order by 1
        loop
          part := 'audit_sealed_' || to_char(month, 'YYYYMM');
          continue when to_regclass('public.' || part) is not null;
          execute format('create table public.%I (like audit_sealed including defaults including constraints)', part);
          execute format('with moved as (delete from audit_sealed_other where id >= %L and id < %L returning *) insert into public.%I select * from moved',
            first_id_of(month), first_id_of(month + interval '1 month'), part);
          execute format('grant select on public.%I to smartpar_backup', part);
          execute format('alter table audit_sealed attach partition public.%I for values from (%L) to (%L)',
            part, first_id_of(month), first_id_of(month + interval '1 month'));
          made := made + 1;
        end loop;
        return made;
      end`,
  });
}

/** Tells which logs have grown, and seals a batch of one. */
async function makeSealing(queryRunner: QueryRunner): Promise<void> {
  await namedFunction(queryRunner, {
    name: 'audit_logs_that_grew',
    parameters: '',
    returns: 'table (id uuid)',
    volatility: 'volatile',
    language: 'sql',
    body: `select distinct organization_id from audit_unsealed where ${SETTLED}`,
  });
  await namedFunction(queryRunner, {
    name: 'seal_audit_entries',
    parameters: 'size bigint, most integer',
    returns: 'table (hash bytea)',
    volatility: 'volatile',
    language: 'sql',
    body: `
      with gone as (
        delete from audit_unsealed where ctid = any (array(
          select ctid from audit_unsealed
          where organization_id = current_setting('app.organization_id')::uuid and (${SETTLED})
          order by xact_id >= pg_snapshot_xmax(pg_current_snapshot()) desc, xact_id, id limit most))
        returning *
      ), ordered as (
        select gone.*, size - 1 + row_number() over (order by xact_id >= pg_snapshot_xmax(pg_current_snapshot()) desc, xact_id, gone.id) as position from gone
      ), moved as (
        insert into audit_sealed (${COLUMNS})
        select organization_id, id, at, xact_id, actor_kind, actor_id, actor_roles, action, target_noun, target_id, facts, null, true from ordered
      ), placed as (
        insert into audit_leaves (organization_id, position, entry_id, hash) select organization_id, position, id, leaf from ordered
        returning position, audit_leaves.hash
      )
      select placed.hash from placed order by position`,
  });
}
