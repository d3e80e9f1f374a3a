import { KEEPING_REASONS, TRACE_KINDS } from '@smartpar/platform/contract';
import type { MemberTrace, TableDeclaration } from '@smartpar/platform/database';
import { freshDatabase, type FreshDatabase } from '@smartpar/platform/testing';
import { Client } from 'pg';
import { allTables } from '../../src/tables';

let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
});

afterAll(() => fresh.drop());

interface Column {
  readonly table: string;
  readonly column: string;
}

/** Every column of a tenant's table that names a member: by its own name, or by a key that leads to the members. */
const NAMING = `
  select c.relname as table, a.attname as column
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
    and a.attname <> 'organization_id'
    and (a.attname ~ '(^|_)member_id$' or exists (
      select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'members'::regclass and a.attnum = any (f.conkey)))
  order by 1, 2`;

const COLUMNS = `
  select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by 1, 2`;

async function read<R extends object>(text: string): Promise<R[]> {
  const client = new Client({ connectionString: fresh.ownerUrl });
  await client.connect();
  return (await client.query<R>(text).finally(() => client.end())).rows;
}

const tenants = allTables.filter((table) => table.class === 'tenant');
const traces = tenants.flatMap(({ name, member = [] }) => member.map((trace) => ({ name, trace })));

/** The columns that name a member and say nothing of what becomes of them. */
const silent = (found: readonly Column[], declared: readonly TableDeclaration[]): readonly string[] =>
  found
    .filter(({ table }) => declared.some(({ name }) => name === table))
    .filter(({ table, column }) => !(declared.find(({ name }) => name === table)?.member ?? []).some((trace) => trace.column === column))
    .map(({ table, column }) => `${table}.${column}`);

describe('what becomes of what tables keep about a member who is de-identified', () => {
  it('is said by every table of tenants, for each column that names a member', async () => {
    expect(silent(await read<Column>(NAMING), tenants)).toEqual([]);
  });

  it('is missed where a table says nothing of it', async () => {
    const forgetful = tenants.map((table) => (table.name === 'reveals' ? { ...table, member: [] } : table));
    expect(silent(await read<Column>(NAMING), forgetful)).toEqual(['reveals.by_member_id', 'reveals.member_id']);
  });

  it('is said of columns that are there, once each, in words the page has', async () => {
    const there = new Set((await read<Column>(COLUMNS)).map(({ table, column }) => `${table}.${column}`));
    const said = traces.map(({ name, trace }) => `${name}.${trace.column}`);
    expect(said.filter((column) => !there.has(column))).toEqual([]);
    expect(new Set(said).size).toBe(said.length);
    expect(traces.filter(({ trace }) => !TRACE_KINDS.includes(trace.kind))).toEqual([]);
    expect(traces.filter(({ trace }) => trace.becomes !== 'erased' && !KEEPING_REASONS.includes(trace.why))).toEqual([]);
    const emptied = traces.flatMap(({ name, trace }) => (trace.becomes === 'emptied' ? Object.keys(trace.columns).map((one) => `${name}.${one}`) : []));
    expect(emptied.filter((column) => !there.has(column))).toEqual([]);
  });

  it('leaves no column of a table about members without a word', async () => {
    const all = await read<Column>(COLUMNS);
    const lists = traces.filter(
      (one): one is { name: string; trace: Extract<MemberTrace, { becomes: 'emptied' }> } => one.trace.becomes === 'emptied' && one.trace.stays !== undefined,
    );
    expect(lists.map(({ name }) => name)).toContain('members');
    for (const { name, trace } of lists) {
      const spokenOf = [...Object.keys(trace.columns), ...(trace.stays ?? [])].toSorted();
      expect({ name, columns: spokenOf }).toEqual({
        name,
        columns: all
          .filter(({ table }) => table === name)
          .map(({ column }) => column)
          .toSorted(),
      });
    }
  });

  it('lets the serving role do what it says, or names the function that does it', async () => {
    const refused: string[] = [];
    for (const { name, trace } of traces) {
      const [found] = trace.becomes === 'kept' ? [] : await read<{ allowed: boolean }>(`select ${rightTo(name, trace)} as allowed`);
      if (found?.allowed === false) refused.push(`${name}.${trace.column}`);
    }
    expect(refused).toEqual([]);
  });
});

/** SQL that tells whether the serving role may do what a table says becomes of a member's rows. */
function rightTo(table: string, trace: Exclude<MemberTrace, { becomes: 'kept' }>): string {
  if (trace.becomes === 'erased') return `has_table_privilege('smartpar_app', '${table}', 'DELETE')`;
  if (trace.through !== undefined) return `has_function_privilege('smartpar_app', '${trace.through}(uuid)', 'EXECUTE')`;
  const columns = Object.keys(trace.columns).map((column) => `has_column_privilege('smartpar_app', '${table}', '${column}', 'UPDATE')`);
  return columns.join(' and ');
}
