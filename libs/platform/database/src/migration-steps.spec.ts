import type { QueryRunner } from 'typeorm';
import { accountTable, globalTable, namedFunction, tenantTable } from './migration-steps';

/** What a step would run. */
async function statementsOf(step: (queryRunner: QueryRunner) => Promise<void>): Promise<readonly string[]> {
  const statements: string[] = [];
  const runner = {
    query: (text: string) => {
      statements.push(text.replace(/\s+/g, ' '));
      return Promise.resolve([]);
    },
  };
  await step(runner as unknown as QueryRunner); // as: steps only query
  return statements;
}

const policy = (table: string, column: string) =>
  `create policy ${table}_wall on ${table} using (${column} = nullif(current_setting('app.${column}', true), '')::uuid) with check (${column} = nullif(current_setting('app.${column}', true), '')::uuid)`;

it('walls a table of tenants in by organization, also against its owner', async () => {
  expect(await statementsOf((runner) => tenantTable(runner, 'members', ['select', 'insert', 'update (email)']))).toEqual([
    'alter table members enable row level security',
    'alter table members force row level security',
    policy('members', 'organization_id'),
    'grant select on members to smartpar_backup',
    'grant select, insert, update (email) on members to smartpar_app',
  ]);
});

it('walls a table of accounts in by account', async () => {
  expect(await statementsOf((runner) => accountTable(runner, 'sessions', ['select']))).toContain(policy('sessions', 'account_id'));
});

it('grants nothing on a table that only named functions reach', async () => {
  expect(await statementsOf((runner) => globalTable(runner, 'verified_domains', []))).toEqual(['grant select on verified_domains to smartpar_backup']);
});

it('makes functions that run as their owner, find only what they should, and are called by the server alone', async () => {
  const made = { name: 'organization_of_domain', parameters: 'wanted text', returns: 'uuid', volatility: 'stable', language: 'sql', body: 'select 1' } as const;
  expect(await statementsOf((runner) => namedFunction(runner, made))).toEqual([
    'create or replace function organization_of_domain(wanted text) returns uuid language sql stable security definer set search_path = pg_catalog, public, pg_temp as $function$select 1$function$',
    'revoke all on function organization_of_domain from public',
    'grant execute on function organization_of_domain to smartpar_app',
  ]);
});
