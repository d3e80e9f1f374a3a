import { auditedWrites, isWritingSql } from './audited-writes.mjs';
import { tester } from './rule-tester.mjs';

const repository = 'libs/requests/api/src/request.repository.ts';
const elsewhere = 'libs/requests/api/src/answer-request.ts';

const inRepository = (code) => ({ code, filename: repository });
const withEntry = (write) => inRepository(`class Requests { async add(tx: TenantTransaction, entry: AuditEntry) { ${write}; await recordEntry(tx, entry); } }`);
const withoutEntry = (write) => inRepository(`class Requests { async add(tx: TenantTransaction) { ${write}; } }`);

const WRITES = [
  'await tx.manager.insert(Row, row)',
  'await tx.manager.update(Row, where, patch)',
  'await tx.manager.delete(Row, where)',
  'await tx.manager.upsert(Row, row, keys)',
  'await manager.insert(Row, row)',
  'await this.entityManager.update(Row, where, patch)',
  'await tx.manager.createQueryBuilder().delete().from(Row).execute()',
  'await tx.query("insert into members (id) values ($1)", [id])',
  'await tx.query(`update members set name = $1 where id = $2`, [name, id])',
  'await tx.query(`\n  -- the oldest\n  delete from members where id = $1`, [id])',
  'await tx.query(`with gone as (delete from drafts returning id) select id from gone`)',
  'await client.query({ text: "insert into members (id) values ($1)", values: [id] })',
  'await tx.query("insert into " + table + " values (1)")',
  'await tx.query(`update ${table} set at = now()`)',
  'await sql`insert into members values (${id})`',
  'const text = "insert into members values ($1)"; await tx.query(text, [id])',
];

tester.run('audited-writes', auditedWrites, {
  valid: [
    ...WRITES.map(withEntry),
    inRepository('class R { async add(tx: Tx, entries: readonly AuditEntry[]) { await tx.manager.insert(Row, row); await recordEntries(tx, entries); } }'),
    inRepository('class R { async add(tx: Tx, entries: AuditEntry[]) { await tx.manager.insert(Row, row); await recordEntries(tx, entries); } }'),
    inRepository(
      'export const add = async (tx: Tx, entry: AuditEntry) => { await Promise.all(rows.map((row) => tx.manager.insert(Row, row))); await recordEntry(tx, entry); };',
    ),
    inRepository(
      'const INSERT = "insert into members values ($1)"; export async function add(tx: Tx, entry: AuditEntry) { await tx.query(INSERT, []); await recordEntry(tx, entry); }',
    ),
    { code: 'const rows = await tx.query("select * from members for update skip locked");', filename: elsewhere },
    { code: 'const rows = await tx.query("select update_count from members where note = \'delete from\'");', filename: elsewhere },
    { code: 'cache.delete(key); map.clear(); hash.update(text); form.insert(row);', filename: elsewhere },
    { code: 'await tx.manager.find(Row, { where });', filename: elsewhere },
    { code: 'await tx.manager.insert(Row, row);', filename: elsewhere, options: [{ exceptions: [elsewhere] }] },
    {
      code: 'throw invalid("x", "Delete from the list what you do not need.");',
      filename: 'libs/requests/model/src/a.ts',
      options: [{ exceptions: ['libs/requests/model/src/a.ts'] }],
    },
  ],
  invalid: [
    ...WRITES.map((write) => ({ ...withoutEntry(write), errors: [{ messageId: 'entry' }] })),
    ...WRITES.map((write) => ({
      code: `async function f(tx: Tx, entry: AuditEntry) { ${write}; await recordEntry(tx, entry); }`,
      filename: elsewhere,
      errors: [{ messageId: 'place' }],
    })),
    { ...inRepository('class R { async add(tx: Tx, entry: AuditEntry) { await tx.manager.insert(Row, row); } }'), errors: [{ messageId: 'unused' }] },
    {
      ...inRepository('class R { async add(tx: Tx, entry: Entry) { await tx.manager.insert(Row, row); await recordEntry(tx, entry); } }'),
      errors: [{ messageId: 'entry' }],
    },
    { ...withEntry('await tx.manager.save(row)'), errors: [{ messageId: 'never' }] },
    { ...withEntry('await tx.manager.remove(row)'), errors: [{ messageId: 'never' }] },
    { ...withEntry('tx.manager.getRepository(Row)'), errors: [{ messageId: 'never' }] },
    { ...inRepository('export const INSERT = "insert into members values ($1)";'), errors: [{ messageId: 'escapes' }] },
    {
      code: 'const INSERT = "insert into members values ($1)"; const add = (tx: Tx) => tx.query(INSERT, []);',
      filename: elsewhere,
      errors: [{ messageId: 'place' }],
    },
  ],
});

describe('SQL that writes', () => {
  it.each([
    'INSERT INTO a VALUES (1)',
    'update only a set b = 1',
    'update a as x set b = 1',
    'merge into a using b on true',
    'truncate a',
    'copy a (b) from stdin',
    '/* why */ delete from a',
    '\n  insert into a select 1',
  ])('%s', (text) => {
    expect(isWritingSql(text)).toBe(true);
  });

  it.each([
    'select 1',
    'select * from a for update',
    'with x as (select 1) select * from x',
    'copy (select 1) to stdout',
    'update',
    'Insert a coin',
    'select set_config($1, $2, true)',
  ])('is not: %s', (text) => {
    expect(isWritingSql(text)).toBe(false);
  });
});
