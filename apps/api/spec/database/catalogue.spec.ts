import { catalogueFaults, readCatalogue, type TableDeclaration } from '@smartpar/platform/database';
import { freshDatabase, type FreshDatabase } from '@smartpar/platform/testing';
import { Client } from 'pg';
import { allTables } from '../../src/tables';

let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
});

afterAll(() => fresh.drop());

/** Plants something, looks, and takes it out again. */
async function faultsWith(planted: string, declarations: readonly TableDeclaration[] = []): Promise<readonly string[]> {
  const client = new Client({ connectionString: fresh.ownerUrl });
  await client.connect();
  try {
    await client.query(planted);
    return catalogueFaults(await readCatalogue(fresh.ownerUrl), [...allTables, ...declarations]);
  } finally {
    await client.query('drop view if exists planted_view; drop table if exists planted_child, planted; drop function if exists planted_function()');
    await client.end();
  }
}

const tenant = (name: string): TableDeclaration => ({ name, class: 'tenant', reason: 'Planted by a test.' });
const own = (column: string) => `${column} = nullif(current_setting('app.${column}', true), '')::uuid`;
const walled = (name: string, column = 'organization_id') => `
  alter table ${name} enable row level security;
  alter table ${name} force row level security;
  create policy wall on ${name} using (${own(column)}) with check (${own(column)});
  grant select on ${name} to smartpar_backup;`;
const sound = `create table planted (organization_id uuid, id uuid, name text, primary key (organization_id, id)); ${walled('planted')}`;

it('finds every wall of the product standing', async () => {
  expect(catalogueFaults(await readCatalogue(fresh.ownerUrl), allTables)).toEqual([]);
});

it('finds nothing wrong with a sound table', async () => {
  expect((await faultsWith(sound, [tenant('planted')])).filter((fault) => fault.includes('planted'))).toEqual([]);
});

it('holds audit entries to growing only', () => {
  expect(allTables.find(({ name }) => name === 'audit_entries')).toMatchObject({ class: 'tenant', appendOnly: true });
});

const planted: readonly (readonly [string, string, readonly TableDeclaration[], string])[] = [
  ['a table nobody declared', sound, [], 'table planted is not declared'],
  ['a declared table that is not there', 'select 1', [tenant('planted')], 'table planted is declared and not there'],
  ['a table without row-level security', `${sound}; alter table planted disable row level security`, [tenant('planted')], 'planted has no row-level security'],
  [
    'row-level security its owner passes',
    `${sound}; alter table planted no force row level security`,
    [tenant('planted')],
    'row-level security of planted is not forced',
  ],
  [
    'a second policy that opens the wall',
    `${sound}; create policy door on planted using (true)`,
    [tenant('planted')],
    'planted is not walled in by exactly one policy on organization_id',
  ],
  [
    'a policy on the wrong setting',
    sound.replaceAll('app.organization_id', 'app.account_id'),
    [tenant('planted')],
    'planted is not walled in by exactly one policy on organization_id',
  ],
  [
    'a key that begins with something else',
    sound.replace('(organization_id, id)', '(id, organization_id)'),
    [tenant('planted')],
    'the primary key of planted does not begin with organization_id',
  ],
  [
    'a unique name across tenants',
    `${sound}; create unique index planted_name on planted (name)`,
    [tenant('planted')],
    'unique index planted_name of planted does not include organization_id, so one could learn from it what others have',
  ],
  [
    'a key to another class',
    `${sound}; create table planted_child (account_id uuid primary key); ${walled('planted_child', 'account_id')};
     alter table planted add constraint planted_fk foreign key (id) references planted_child`,
    [tenant('planted'), { name: 'planted_child', class: 'account', reason: 'Planted by a test.' }],
    'foreign key planted_fk leads from the tenant table planted to the account table planted_child',
  ],
  [
    'a foreign key without an index',
    `${sound}; alter table planted add parent uuid, add constraint planted_fk foreign key (organization_id, parent) references planted`,
    [tenant('planted')],
    'foreign key planted_fk of planted has no index',
  ],
  ['what everybody may read', `${sound}; grant select on planted to public`, [tenant('planted')], 'everybody may SELECT planted'],
  [
    'a serving role that may empty a table',
    `${sound}; grant truncate on planted to smartpar_app`,
    [tenant('planted')],
    'the serving role may TRUNCATE planted',
  ],
  [
    'a serving role that may change one column of what only grows',
    `${sound}; grant update (name) on planted to smartpar_app`,
    [{ ...tenant('planted'), appendOnly: true }],
    'the serving role may UPDATE planted, which only grows',
  ],
  [
    'a part of a table that is reached past its wall',
    `${sound.replace('primary key (organization_id, id))', 'primary key (organization_id, id)) partition by list (organization_id)')};
     create table planted_child partition of planted default; grant select on planted_child to smartpar_backup, smartpar_app`,
    [tenant('planted')],
    'the serving role may SELECT planted_child, a part of planted without a wall',
  ],
  ['a view', `${sound}; create view planted_view as select * from planted`, [tenant('planted')], 'view planted_view looks past row-level security'],
  ['a table that backups miss', `${sound}; revoke select on planted from smartpar_backup`, [tenant('planted')], 'the backup role may not read planted'],
  [
    'time without its zone',
    `${sound}; alter table planted add made timestamp`,
    [tenant('planted')],
    'planted.made is timestamp without time zone: use text, timestamptz, jsonb or a whole number',
  ],
  [
    'a function that runs as its owner for anybody',
    `create function planted_function() returns int language sql security definer set search_path = pg_catalog as 'select 1'`,
    [],
    'function planted_function() runs as its owner and anybody may call it',
  ],
  [
    'a function that runs as its owner wherever it is led',
    `create function planted_function() returns int language sql security definer as 'select 1'; revoke all on function planted_function from public`,
    [],
    'function planted_function() runs as its owner without a fixed search path',
  ],
];

it.each(planted)('notices %s', async (_, statements, declarations, fault) => {
  expect(await faultsWith(statements, declarations)).toContain(fault);
});

it('notices a serving role that owns, makes or belongs to something', async () => {
  const catalogue = await readCatalogue(fresh.ownerUrl);
  const app = {
    superuser: true,
    bypassesRowSecurity: true,
    createsRoles: true,
    createsDatabases: true,
    makesTables: true,
    memberOf: ['smartpar_owner'],
    owns: ['members'],
  };
  expect(catalogueFaults({ ...catalogue, foreignKeys: [], app }, allTables)).toEqual([
    'the serving role is a superuser',
    'the serving role bypasses row-level security',
    'the serving role may create roles',
    'the serving role may create databases',
    'the serving role may make tables',
    'the serving role is a member of smartpar_owner',
    'the serving role owns members',
  ]);
});
