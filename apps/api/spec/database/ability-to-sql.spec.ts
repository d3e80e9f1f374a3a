import { createAbility, type Rule, subject } from '@smartpar/access/model';
import { type ConditionColumns, narrow } from '@smartpar/platform/database';
import { freshDatabase, type FreshDatabase } from '@smartpar/platform/testing';
import fc from 'fast-check';
import { Client } from 'pg';

/** One row as the database gives it, and as an ability judges it. */
interface Row {
  readonly id: number;
  readonly owner: string | null;
  readonly status: string | null;
  readonly size: number | null;
  readonly closed: boolean | null;
  readonly due: Date | null;
  readonly day: string | null;
  /** several values, in a table of their own */
  readonly tags: readonly string[];
}

const COLUMNS: ConditionColumns = {
  owner: { sql: 't.owner', type: 'uuid' },
  status: { sql: 't.status', type: 'text' },
  size: { sql: 't.size', type: 'integer' },
  closed: { sql: 't.closed', type: 'boolean' },
  due: { sql: 't.due', type: 'timestamptz' },
  day: { sql: 't.day', type: 'date' },
  tags: { sql: 'g.tag', type: 'uuid', someOf: (comparison) => `exists (select from tagged g where g.id = t.id and ${comparison})` },
};

/** Few values, so that rules and rows meet often. */
const VALUES = {
  owner: ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'],
  status: ['', 'open', 'Open', 'öffen', 'z', '10', '-1', ' '],
  size: [-2, -1, 0, 1, 7, 2_000_000_000],
  closed: [true, false],
  due: ['1969-12-31T23:59:59.999Z', '2026-03-02T09:00:00Z', '2026-03-02T09:00:00.001Z'].map((text) => new Date(text)),
  day: ['2026-03-01', '2026-03-02'],
} as const;

const TAGS = [...VALUES.owner, '00000000-0000-7000-8000-000000000003'];

type Field = keyof typeof VALUES;
const FIELDS: readonly Field[] = ['owner', 'status', 'size', 'closed', 'due', 'day'];
const ORDERED: readonly Field[] = ['status', 'size', 'due', 'day'];

const field = fc.constantFrom(...FIELDS);
const valueOf = (name: Field): fc.Arbitrary<unknown> => fc.constantFrom<unknown>(...VALUES[name]);
const valueOrNull = (name: Field): fc.Arbitrary<unknown> => fc.oneof({ weight: 4, arbitrary: valueOf(name) }, { weight: 1, arbitrary: fc.constant(null) });

const comparison = fc.oneof(
  field.chain((name) => fc.tuple(fc.constantFrom('$eq', '$ne'), valueOrNull(name)).map(([operator, value]) => ({ name, test: { [operator]: value } }))),
  field.chain((name) =>
    fc
      .tuple(fc.constantFrom('$in', '$nin'), fc.array(valueOrNull(name), { maxLength: 3 }))
      .map(([operator, values]) => ({ name, test: { [operator]: values } })),
  ),
  fc
    .constantFrom(...ORDERED)
    .chain((name) =>
      fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), valueOf(name)).map(([operator, value]) => ({ name, test: { [operator]: value } })),
    ),
  fc.record({ name: field, test: fc.boolean().map((there) => ({ $exists: there })) }),
  fc.tuple(fc.constantFrom('$eq', '$ne'), fc.constantFrom(...TAGS)).map(([operator, value]) => ({ name: 'tags', test: { [operator]: value } })),
  fc.tuple(fc.constantFrom('$in', '$nin'), fc.subarray(TAGS)).map(([operator, values]) => ({ name: 'tags', test: { [operator]: values } })),
);

const { condition } = fc.letrec<{ condition: object }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparison.map(({ name, test }) => ({ [name]: test })),
    field.chain((name) => valueOrNull(name).map((value) => ({ [name]: value }))),
    comparison.map(({ name, test }) => ({ [name]: { $not: test } })),
    fc
      .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(tie('condition'), { minLength: 1, maxLength: 3 }))
      .map(([operator, parts]) => ({ [operator]: parts })),
    fc.tuple(tie('condition'), tie('condition')).map(([one, other]) => ({ ...one, ...other })),
  ),
}));

const rule: fc.Arbitrary<Rule> = fc.record(
  {
    action: fc.constantFrom('read', 'manage'),
    subject: fc.constantFrom('thing', 'all'),
    inverted: fc.boolean(),
    conditions: condition,
    fields: fc.subarray([...FIELDS], { minLength: 1 }),
  },
  { requiredKeys: ['action', 'subject', 'inverted'] },
);

const row = fc.record({
  owner: valueOrNull('owner'),
  status: valueOrNull('status'),
  size: valueOrNull('size'),
  closed: valueOrNull('closed'),
  due: valueOrNull('due'),
  day: valueOrNull('day'),
  tags: fc.subarray(TAGS),
});

let fresh: FreshDatabase;
let client: Client;
let rows: readonly Row[];

beforeAll(async () => {
  fresh = await freshDatabase();
  client = new Client({ connectionString: fresh.ownerUrl });
  await client.connect();
  await client.query('create temporary table t (id integer, owner uuid, status text, size integer, closed boolean, due timestamptz, day date)');
  await client.query('create temporary table tagged (id integer, tag uuid)');
  const made = fc.sample(row, { numRuns: 120, seed: 20_261_123 });
  for (const [id, facts] of made.entries()) {
    await client.query('insert into t values ($1, $2, $3, $4, $5, $6, $7)', [id, facts.owner, facts.status, facts.size, facts.closed, facts.due, facts.day]);
    await client.query('insert into tagged select $1, unnest($2::uuid[])', [id, facts.tags]);
  }
  const tags = 'array(select g.tag::text from tagged g where g.id = t.id) as tags';
  rows = (await client.query<Row>(`select id, owner, status, size, closed, due, day::text, ${tags} from t order by id`)).rows;
});

afterAll(async () => {
  await client.end();
  await fresh.drop();
});

async function idsBySql(rules: Rule[], seen?: Field): Promise<readonly number[]> {
  const { text, values } = narrow({ ability: createAbility(rules), action: 'read', noun: 'thing', columns: COLUMNS, startParam: 2, field: seen });
  const found = await client.query<{ id: number }>(`select id from t where id >= $1::int and ${text} order by id`, [0, ...values]);
  return found.rows.map(({ id }) => id);
}

function idsInMemory(rules: Rule[], seen?: Field): readonly number[] {
  const ability = createAbility(rules);
  return rows.filter((facts) => ability.can('read', subject('thing', { ...facts }), seen)).map(({ id }) => id);
}

it('finds by SQL exactly the rows an ability allows in memory', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rule, { maxLength: 5 }), fc.option(field, { nil: undefined }), async (rules, seen) => {
      expect(await idsBySql(rules, seen)).toEqual(idsInMemory(rules, seen));
    }),
    { numRuns: 500 },
  );
});

const everything = () => rows.map(({ id }) => id);

it.each<[string, Rule[], () => readonly number[]]>([
  ['nothing without rules', [], () => []],
  ['everything with a rule without condition', [{ action: 'read', subject: 'thing' }], everything],
  ['everything with an empty condition', [{ action: 'read', subject: 'thing', conditions: {} }], everything],
  [
    'nothing once all is forbidden',
    [
      { action: 'read', subject: 'thing' },
      { action: 'read', subject: 'all', inverted: true },
    ],
    () => [],
  ],
  ['nothing of another noun', [{ action: 'read', subject: 'other' }], () => []],
  ['nothing of another action', [{ action: 'answer', subject: 'thing' }], () => []],
  ['nothing where no row can be meant', [{ action: 'read', subject: 'thing', conditions: { owner: 'not an identifier' } }], () => []],
  [
    'what has no value',
    [{ action: 'read', subject: 'thing', conditions: { status: null } }],
    () => rows.filter(({ status }) => status === null).map(({ id }) => id),
  ],
])('shows %s', async (_, rules, expected) => {
  expect(await idsBySql(rules)).toEqual(expected());
  expect(idsInMemory(rules)).toEqual(expected());
});
