import { cursorOf, type KeyColumn, keyset } from '@smartpar/platform/database';
import { freshDatabase, type FreshDatabase } from '@smartpar/platform/testing';
import fc from 'fast-check';
import { Client } from 'pg';

interface Row {
  readonly due: Date;
  readonly name: string;
  readonly number: number;
}

let fresh: FreshDatabase;
let client: Client;

beforeAll(async () => {
  fresh = await freshDatabase();
  client = new Client({ connectionString: fresh.ownerUrl });
  await client.connect();
  await client.query(`create temporary table t (due timestamptz not null, name text collate "C" not null, number integer primary key)`);
  await client.query(`insert into t select '2026-03-02T09:00:00Z'::timestamptz + (n % 3) * interval '1 ms', chr(97 + n % 5), n from generate_series(1, 60) n`);
});

afterAll(async () => {
  await client.end();
  await fresh.drop();
});

const direction = fc.constantFrom<'asc' | 'desc'>('asc', 'desc');
const order = fc.tuple(direction, direction, direction).map(([due, name, number]): readonly KeyColumn[] => [
  { sql: 't.due', direction: due, type: 'timestamptz' },
  { sql: 't.name', direction: name, type: 'text' },
  { sql: 't.number', direction: number, type: 'integer' },
]);

async function page(columns: readonly KeyColumn[], size: number, after: string | undefined): Promise<readonly Row[]> {
  const { where, orderBy, values } = keyset({ columns, after, startParam: 2 });
  const { rows } = await client.query<Row>(`select due, name, number from t where ${where} order by ${orderBy} limit $1`, [size, ...values]);
  return rows;
}

async function allPages(columns: readonly KeyColumn[], size: number): Promise<readonly number[]> {
  const seen: number[] = [];
  let after: string | undefined;
  for (;;) {
    const rows = await page(columns, size, after);
    seen.push(...rows.map(({ number }) => number));
    const last = rows.at(-1);
    if (last === undefined) return seen;
    after = cursorOf([last.due, last.name, last.number]);
  }
}

it('shows every row once and in order, whatever the order and the size of a page', async () => {
  await fc.assert(
    fc.asyncProperty(order, fc.integer({ min: 1, max: 25 }), async (columns, size) => {
      const whole = await page(columns, 1000, undefined);
      expect(await allPages(columns, size)).toEqual(whole.map(({ number }) => number));
    }),
    { numRuns: 30 },
  );
});

it('answers a page from one range of an index', async () => {
  await client.query('create index t_key on t (due, name, number); analyze t; set enable_seqscan = off');
  const { where, orderBy, values } = keyset({
    columns: [
      { sql: 't.due', direction: 'asc', type: 'timestamptz' },
      { sql: 't.name', direction: 'asc', type: 'text' },
      { sql: 't.number', direction: 'asc', type: 'integer' },
    ],
    after: cursorOf([new Date('2026-03-02T09:00:00Z'), 'c', 12]),
    startParam: 1,
  });
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain select * from t where ${where} order by ${orderBy} limit 5`, [...values]);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('Index Cond: (ROW(due, name, number) > ROW(');
  expect(plan).not.toContain('Sort');
});
