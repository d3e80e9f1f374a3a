import { randomBytes } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@smartpar/kernel';
import { backUp, restore, StartError, tenantTable } from '@smartpar/platform/database';
import { freshDatabase, type FreshDatabase } from '@smartpar/platform/testing';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

const key = randomBytes(32);
const databases: FreshDatabase[] = [];
let full: FreshDatabase;
let backup: Buffer;

/** A database with tables of every awkward kind. */
async function made(): Promise<FreshDatabase> {
  const fresh = await freshDatabase();
  databases.push(fresh);
  const owner = await new DataSource({ type: 'postgres', url: fresh.ownerUrl }).initialize();
  const runner = owner.createQueryRunner();
  await runner.query(`
    create table spec_rows (
      organization_id uuid not null, id uuid not null, parent_id uuid, body text, facts jsonb, file bytea, words text[], at timestamptz,
      size integer generated always as (length(body)) stored, number integer generated always as identity,
      primary key (organization_id, id), constraint spec_parent foreign key (organization_id, parent_id) references spec_rows)`);
  await runner.query('create table spec_counts (organization_id uuid primary key, count integer not null)');
  await runner.query(`
    create function spec_count() returns trigger language plpgsql as $$ begin
      insert into spec_counts values (new.organization_id, 1) on conflict (organization_id) do update set count = spec_counts.count + 1; return new; end $$`);
  await runner.query('create trigger spec_count after insert on spec_rows for each row execute function spec_count()');
  for (const table of ['spec_rows', 'spec_counts']) await tenantTable(runner, table, ['select', 'insert', 'update']);
  await runner.query('create sequence spec_numbers');
  await runner.query('grant select on all sequences in schema public to smartpar_backup');
  await owner.destroy();
  return fresh;
}

async function asked<R extends object>(url: string, text: string, values: readonly unknown[] = []): Promise<R[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function fill(fresh: FreshDatabase): Promise<void> {
  const organizationId = newId();
  const client = new Client({ connectionString: fresh.ownerUrl });
  await client.connect();
  await client.query(`select set_config('app.organization_id', $1, false)`, [organizationId]);
  const [parent, child] = [newId(), newId()];
  await client.query(
    `insert into spec_rows (organization_id, id, parent_id, body, facts, file, words, at) values
       ($1, $2, $3, $4, $5, $6, $7, '2026-03-02T09:00:00.123456Z'), ($1, $3, $2, null, null, null, null, null)`,
    [organizationId, parent, child, 'line\nbreak\ttab \\N backslash "quote" ü 🔒', { a: [1, null] }, Buffer.from([0, 10, 255]), ['a,b', '"', null]],
  );
  await client.query(
    `insert into spec_rows (organization_id, id, body) select $1, gen_random_uuid(), repeat(md5(n::text), 40) from generate_series(1, 5000) n`,
    [organizationId],
  );
  await client.query(`select setval('spec_numbers', 4711)`);
  await client.end();
}

const contents = async ({ backupUrl, ownerUrl }: FreshDatabase) => ({
  rows: await asked(backupUrl, 'select *, md5(body) from spec_rows order by number'),
  counts: await asked(backupUrl, 'select * from spec_counts'),
  numbers: await asked(backupUrl, 'select last_value, is_called from spec_numbers'),
  walls: await asked(ownerUrl, `select relname, relforcerowsecurity from pg_class where relname like 'spec_%' and relkind = 'r' order by 1`),
  keys: await asked(ownerUrl, `select conname, pg_get_constraintdef(oid) from pg_constraint where conrelid = 'spec_rows'::regclass and contype = 'f'`),
  triggers: await asked(ownerUrl, `select tgname, tgenabled from pg_trigger where tgrelid = 'spec_rows'::regclass and not tgisinternal`),
});

async function backedUp(url: string, withKey: Uint8Array = key): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const sink = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      done();
    },
  });
  await backUp(url, sink, withKey);
  return Buffer.concat(pieces);
}

/** The file in pieces of any size, as a disk or a network would give it. */
const inPieces = (bytes: Buffer, size = 10_007) =>
  Readable.from(
    (function* () {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    })(),
    { objectMode: false },
  );

beforeAll(async () => {
  full = await made();
  await fill(full);
  backup = await backedUp(full.backupUrl);
});

afterAll(async () => {
  for (const database of databases) await database.drop();
});

it('brings every row, count and sequence back, and leaves every wall standing', async () => {
  const other = await made();
  const report = await restore(other.ownerUrl, inPieces(backup), key);
  expect(await contents(other)).toEqual(await contents(full));
  expect(report.tables.find(({ table }) => table === 'spec_rows')?.rows).toBe(5002);
});

it('goes on where the original stopped', async () => {
  const other = await made();
  await restore(other.ownerUrl, inPieces(backup, 1_000_000), key);
  const [next] = await asked<{ next: string }>(other.ownerUrl, `select nextval('spec_numbers') as next`);
  expect(next?.next).toBe('4712');
});

it('is the same when the owner makes it, who sees nothing by himself', async () => {
  expect(await asked(full.ownerUrl, 'select * from spec_rows')).toEqual([]);
  const other = await made();
  await restore(other.ownerUrl, inPieces(await backedUp(full.ownerUrl)), key);
  expect(await contents(other)).toEqual(await contents(full));
});

it('holds one moment, whatever is written meanwhile', async () => {
  const source = await made();
  await fill(source);
  const pieces: Buffer[] = [];
  let added: Promise<void> | undefined;
  const slow = new Writable({
    highWaterMark: 1,
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      added ??= fill(source);
      void pause(1).then(() => done());
    },
  });
  const { tables } = await backUp(source.backupUrl, slow, key);
  await added;
  const rowsOf = (table: string) => tables.find((end) => end.table === table)?.rows;
  expect([rowsOf('spec_counts'), rowsOf('spec_rows')]).toEqual([1, 5002]);
});

it('shows nothing of what is in it', () => {
  expect(backup.includes('spec_rows')).toBe(false);
  expect(backup.includes('break')).toBe(false);
});

describe('refuses, and changes nothing', () => {
  let empty: FreshDatabase;
  const refusal = async (target: FreshDatabase, bytes: Buffer, withKey: Uint8Array = key): Promise<string> => {
    const error: unknown = await restore(target.ownerUrl, inPieces(bytes), withKey).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StartError);
    return error instanceof StartError ? error.message : '';
  };
  const damagedAt = (place: number): Buffer => {
    const copy = Buffer.from(backup);
    copy.writeUInt8(copy.readUInt8(place) ^ 1, place);
    return copy;
  };

  beforeAll(async () => {
    empty = await made();
  });

  afterEach(async () => {
    const { rows, counts, ...walls } = await contents(empty);
    expect([rows, counts]).toEqual([[], []]);
    const { rows: _rows, counts: _counts, numbers: _numbers, ...expected } = await contents(full);
    expect(walls).toMatchObject(expected);
    expect(walls.numbers).toEqual([{ last_value: '1', is_called: false }]);
  });

  it('another key', async () => {
    expect(await refusal(empty, backup, randomBytes(32))).toContain('made with another key');
  });

  it('a key of another length', async () => {
    expect(await refusal(empty, backup, randomBytes(16))).toContain('has 16 bytes');
  });

  it('a file that is none', async () => {
    expect(await refusal(empty, randomBytes(500))).toContain('is no backup of SmartPAR');
  });

  it('a changed byte, wherever it is', async () => {
    for (const place of [100, 80_000, backup.length - 20]) expect(await refusal(empty, damagedAt(place))).toContain('damaged');
  });

  it('a missing end, and a file that goes on behind it', async () => {
    for (const bytes of [
      backup.subarray(0, backup.length - 1),
      backup.subarray(0, 70_000),
      backup.subarray(0, 20),
      Buffer.concat([backup, Buffer.from('more')]),
    ]) {
      expect(await refusal(empty, bytes)).toContain('damaged');
    }
  });

  it('a database that has rows', async () => {
    const before = await contents(full);
    expect(await refusal(full, backup)).toMatch(/not empty \(spec_\w+ has rows\)/);
    expect(await contents(full)).toEqual(before);
  });

  it('a database that a server is running on', async () => {
    const serving = new Client({ connectionString: empty.appUrl });
    await serving.connect();
    expect(await refusal(empty, backup)).toContain('A server is running');
    await serving.end();
  });

  it('a database of another version', async () => {
    const older = await freshDatabase();
    databases.push(older);
    expect(await refusal(older, backup)).toContain('of another version');
  });
});

it('refuses to back up as a role that does not see everything', async () => {
  const error: unknown = await backedUp(full.appUrl).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StartError);
  expect(String(error)).toContain('may not read every row');
});
