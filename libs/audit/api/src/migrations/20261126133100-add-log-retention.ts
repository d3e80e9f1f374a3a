import { namedFunction, tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How long entries of the log are kept. Trimming takes entries from the beginning of the log and leaves their places and hashes. It is a function of
 * the owner, which goes by what the organization said and by the clock of the database: the server cannot take away anything else.
 */
export class AddLogRetention20261126133100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table audit_retention (
        organization_id uuid not null constraint audit_retention_pkey primary key,
        months integer constraint audit_retention_months check (months between 12 and 240),
        changed_at timestamptz not null
      )`);
    await tenantTable(queryRunner, 'audit_retention', ['select', 'insert', 'update (months, changed_at)']);
    await queryRunner.query(`
      create table audit_trims (
        organization_id uuid not null,
        size bigint not null constraint audit_trims_size check (size > 0),
        trimmed_at timestamptz not null,
        constraint audit_trims_pkey primary key (organization_id, size)
      )`);
    await tenantTable(queryRunner, 'audit_trims', ['select']);
    await namedFunction(queryRunner, {
      name: 'trim_audit_entries',
      parameters: 'moment timestamptz, most integer',
      returns: 'table (size bigint, entries bigint)',
      volatility: 'volatile',
      language: 'sql',
      body: `
        with mine as (
          select current_setting('app.organization_id')::uuid as id
        ), kept as (
          select mine.id, least(moment, now()) - months * interval '1 month' as since,
            coalesce((select max(t.size) from audit_trims t where t.organization_id = mine.id), 0) as before
          from mine join audit_retention r on r.organization_id = mine.id where months is not null
        ), places as (
          select l.position, l.entry_id, e.at < kept.since as old from kept
          join audit_leaves l on l.organization_id = kept.id and l.position >= kept.before and l.position < kept.before + most
          left join audit_sealed e on e.organization_id = l.organization_id and e.id = l.entry_id
        ), reached as (
          select coalesce(min(position) filter (where not coalesce(old, true)), max(position) + 1) as size from places
        ), gone as (
          delete from audit_sealed e using places, reached, kept
          where e.organization_id = kept.id and e.id = places.entry_id and places.position < reached.size returning 1
        ), noted as (
          insert into audit_trims (organization_id, size, trimmed_at)
          select kept.id, reached.size, moment from kept, reached where reached.size > kept.before returning audit_trims.size
        )
        select noted.size, (select count(*) from gone) from noted`,
    });
    await namedFunction(queryRunner, {
      name: 'drop_empty_audit_months',
      parameters: '',
      returns: 'integer',
      volatility: 'volatile',
      language: 'plpgsql',
      body: `
        declare
          part regclass;
          filled boolean;
          dropped integer := 0;
        begin
          perform set_config('lock_timeout', '500', true);
          for part in
            select i.inhrelid::regclass from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'audit_sealed'::regclass and c.relname ~ '^audit_sealed_[0-9]{6}$'
              and c.relname < 'audit_sealed_' || to_char(now() - interval '13 months', 'YYYYMM') order by 1
          loop
            begin
              execute format('select exists (select from %s)', part) into filled;
              continue when filled;
              execute format('drop table %s', part);
              dropped := dropped + 1;
            exception when lock_not_available then
              return dropped;
            end;
          end loop;
          return dropped;
        end`,
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function drop_empty_audit_months, trim_audit_entries');
    await queryRunner.query('drop table audit_trims');
    await queryRunner.query('drop table audit_retention');
  }
}
