import pg from 'pg';
import { auditTables } from '@smartpar/audit/api';
import { foldAddress } from '@smartpar/platform/contract';
import { DEMO_ORGANIZATIONS, DEMO_SIGN_INS } from './world';

/** What was removed. */
export interface RemovedDemoData {
  readonly organizations: number;
  readonly accounts: number;
}

/** What a founding organization of the installation keeps: it exists, and its log is never cut, nor what seals it. */
const KEPT_OF_FOUNDERS: ReadonlySet<string> = new Set(['organizations', 'organization_figures', ...auditTables.filter(({ appendOnly }) => appendOnly).map(({ name }) => name)]);

/**
 * Removes the demo organizations and accounts with everything that was done with them, in one transaction; SmartPAR's
 * own organizations stay, emptied.
 * @param ownerUrl connection of the database's owner: the serving role may delete none of this
 */
export async function removeDemoData(ownerUrl: string): Promise<RemovedDemoData> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const removed = { organizations: await removeOrganizations(client), accounts: await removeAccounts(client) };
    await client.query('commit');
    return removed;
  } finally {
    await client.end();
  }
}

async function removeOrganizations(client: pg.Client): Promise<number> {
  const tables = await tablesWith(client, 'organization_id');
  let removed = 0;
  for (const { slug, kind } of DEMO_ORGANIZATIONS) {
    const { rows } = await client.query<{ id: string }>('select organization_id as id from organization_figures where slug = $1', [slug]);
    const [organization] = rows;
    if (organization === undefined) continue;
    removed += kind === 'tenant' ? 1 : 0;
    await client.query(`select set_config('app.organization_id', $1, true)`, [organization.id]);
    for (const table of tables.filter((name) => kind === 'tenant' || !KEPT_OF_FOUNDERS.has(name))) await client.query(`delete from ${table} where organization_id = $1`, [organization.id]);
  }
  return removed;
}

async function removeAccounts(client: pg.Client): Promise<number> {
  const tables = await tablesWith(client, 'account_id', 'members');
  let removed = 0;
  for (const { email } of DEMO_SIGN_INS) {
    const { rows } = await client.query<{ id: string }>('select account_id as id from account_addresses where address_folded = $1', [foldAddress(email)]);
    const [account] = rows;
    if (account === undefined) continue;
    removed += 1;
    await client.query(`select set_config('app.account_id', $1, true)`, [account.id]);
    for (const table of tables) await client.query(`delete from ${table} where account_id = $1`, [account.id]);
  }
  return removed;
}

/** Tables that have a column, those that refer to others before those they refer to. */
async function tablesWith(client: pg.Client, column: string, ...without: readonly string[]): Promise<readonly string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attname = $1 and not a.attisdropped`,
    [column],
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  );
  return referringFirst(tables.map(({ name }) => name).filter((name) => !without.includes(name)), references);
}

/** Orders tables so that a row is always deleted before the rows it refers to. */
export function referringFirst(tables: readonly string[], references: readonly { readonly from: string; readonly to: string }[]): readonly string[] {
  const left = new Set(tables);
  const ordered: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter((table) => !references.some(({ from, to }) => to === table && left.has(from)));
    if (free.length === 0) throw new Error(`The tables ${[...left].join(', ')} refer to each other in a circle.`);
    for (const table of free) left.delete(table);
    ordered.push(...free);
  }
  return ordered;
}
