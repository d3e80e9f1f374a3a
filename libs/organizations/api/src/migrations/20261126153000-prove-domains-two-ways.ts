import { APP_ROLE, namedFunction } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = ['file_outcome', 'proved_by', 'proved_at', 'failing_since', 'failures', 'lost_at'] as const;

/** A domain is proved by a record or by a file, looked at again every day, and lost after days without its proof. */
export class ProveDomainsTwoWays20261126153000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table organization_domains
        add column file_outcome text constraint organization_domains_file
          check (file_outcome in ('proved', 'no-file', 'other-content', 'moved', 'closed-address', 'certificate', 'no-answer')),
        add column proved_by text constraint organization_domains_way check (proved_by in ('record', 'file', 'operator')),
        add column proved_at timestamptz,
        add column failing_since timestamptz,
        add column failures integer not null default 0,
        add column lost_at timestamptz,
        drop constraint organization_domains_state,
        add constraint organization_domains_state check (state in ('claimed', 'verified', 'failed', 'lost')),
        add constraint organization_domains_lost check ((state = 'lost') = (lost_at is not null)),
        add constraint organization_domains_failing check (failing_since is null or state = 'verified')`);
    await queryRunner.query(`grant update (${COLUMNS.join(', ')}) on organization_domains to ${APP_ROLE}`);
    await queryRunner.query('alter table verified_domains add column next_check_at timestamptz not null default now()');
    // The owner is held to the wall as well, so it is lifted while what was proved before learns how.
    await queryRunner.query('alter table organization_domains no force row level security');
    await queryRunner.query(
      `update organization_domains set proved_at = verified_at, proved_by = case when proof_value = 'by-operator' then 'operator' else 'record' end where state = 'verified'`,
    );
    await queryRunner.query(`
      update verified_domains v set next_check_at = 'infinity' from organization_domains d
      where d.organization_id = v.organization_id and d.domain = v.domain and d.proved_by = 'operator'`);
    await queryRunner.query('alter table organization_domains force row level security');
    await this.lookAgain(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function take_domains_to_check(timestamptz, timestamptz, integer)');
    await queryRunner.query('drop function keep_domain(text, timestamptz, timestamptz)');
    await queryRunner.query('drop index verified_domains_next_check');
    await queryRunner.query('alter table verified_domains drop column next_check_at');
    await queryRunner.query('alter table organization_domains no force row level security');
    await queryRunner.query(`update organization_domains set state = 'failed', lost_at = null where state = 'lost'`);
    await queryRunner.query('alter table organization_domains force row level security');
    await queryRunner.query(`
      alter table organization_domains
        drop constraint organization_domains_state,
        add constraint organization_domains_state check (state in ('claimed', 'verified', 'failed')),
        ${COLUMNS.map((column) => `drop column ${column}`).join(', ')}`);
  }

  /** Which domains are to be looked at again is read before any tenant is known. Whoever takes some has them for a while; what is not done then is taken again. */
  private async lookAgain(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create index verified_domains_next_check on verified_domains (next_check_at)');
    await namedFunction(queryRunner, {
      name: 'keep_domain',
      parameters: 'wanted text, at timestamptz, check_at timestamptz',
      returns: 'boolean',
      volatility: 'volatile',
      language: 'plpgsql',
      body: `
        declare own uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
        begin
          insert into verified_domains as v (domain, organization_id, verified_at, next_check_at) values (wanted, own, at, check_at)
          on conflict (domain) do update set next_check_at = excluded.next_check_at where v.organization_id = own;
          return exists (select from verified_domains where domain = wanted and organization_id = own);
        end`,
    });
    await namedFunction(queryRunner, {
      name: 'take_domains_to_check',
      parameters: 'at timestamptz, lease_until timestamptz, most integer',
      returns: 'table (organization_id uuid, domain text)',
      volatility: 'volatile',
      language: 'sql',
      body: `
        update verified_domains v set next_check_at = lease_until
        where v.domain in (select d.domain from verified_domains d where d.next_check_at <= at order by d.next_check_at, d.domain limit most for update skip locked)
        returning v.organization_id, v.domain`,
    });
  }
}
