import { namedFunction } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An entry that is gone though nobody trimmed it is not taken for an old one: trimming stops before it, so that its place goes on showing. */
export class StopTrimmingAtGaps20261126139000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await trimming(queryRunner, 'false');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await trimming(queryRunner, 'true');
  }
}

/** Makes the function, which takes an entry that is missing for an old one or not. */
const trimming = (queryRunner: QueryRunner, missing: 'true' | 'false'): Promise<void> =>
  namedFunction(queryRunner, {
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
      select coalesce(min(position) filter (where not coalesce(old, ${missing})), max(position) + 1) as size from places
    ), gone as (
      delete from audit_sealed e using places, reached, kept
      where e.organization_id = kept.id and e.id = places.entry_id and places.position < reached.size returning 1
    ), noted as (
      insert into audit_trims (organization_id, size, trimmed_at)
      select kept.id, reached.size, moment from kept, reached where reached.size > kept.before returning audit_trims.size
    )
    select noted.size, (select count(*) from gone) from noted`,
  });
