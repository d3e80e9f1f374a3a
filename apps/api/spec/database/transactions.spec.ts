import type { MemberActor } from '@smartpar/access/model';
import { systemActor } from '@smartpar/access/model';
import { FakeTime, newId } from '@smartpar/kernel';
import { Database, instantColumn, isUniqueViolation, tenantTable, accountTable, globalTable, migrate, toInstant } from '@smartpar/platform/database';
import { freshDatabase, type FreshDatabase } from '@smartpar/platform/testing';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';

@Entity('spec_notes')
class Note {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' }) organizationId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) body!: string;
  @Column({ name: 'made_at', type: 'timestamptz', transformer: instantColumn }) madeAt!: unknown;
}

const workforce = newId();
const ours = newId();
const theirs = newId();
const start = '2026-03-02T09:00:00.123456Z';

let fresh: FreshDatabase;
let db: Database;

const member = (organizationId: string): MemberActor => ({
  kind: 'member',
  accountId: newId(),
  organizationId,
  memberId: newId(),
  roles: [],
  grants: [],
  oversight: false,
});
const actor = systemActor(ours, 'spec');

beforeAll(async () => {
  fresh = await freshDatabase();
  const owner = await new DataSource({ type: 'postgres', url: fresh.ownerUrl }).initialize();
  const runner = owner.createQueryRunner();
  await runner.query(
    'create table spec_notes (organization_id uuid not null, id uuid not null, body text not null, made_at timestamptz not null, constraint spec_notes_pkey primary key (organization_id, id))',
  );
  await tenantTable(runner, 'spec_notes', ['select', 'insert', 'update (body)', 'delete']);
  await runner.query('create table spec_keys (account_id uuid not null, name text not null, primary key (account_id, name))');
  await accountTable(runner, 'spec_keys', ['select', 'insert']);
  await runner.query('create table spec_facts (name text primary key, amount bigint not null default 0)');
  await globalTable(runner, 'spec_facts', ['select', 'insert']);
  await runner.query(
    `insert into installation (workforce_organization_id, direct_users_organization_id, mode) values ('${workforce}', '${newId()}', 'hosted')`,
  );
  await runner.release();
  await owner.destroy();
  db = await Database.open({ url: fresh.appUrl, time: new FakeTime(start), entities: [Note], poolSize: 4 });
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const addNote = (organizationId: string, body: string) =>
  db.tenant(systemActor(organizationId, 'spec'), async (tx) => {
    const id = newId();
    await tx.query('insert into spec_notes (organization_id, id, body, made_at) values ($1, $2, $3, $4)', [organizationId, id, body, tx.at]);
    return id;
  });

describe('a tenant transaction', () => {
  it('keeps what it wrote when the work returns', async () => {
    const id = await addNote(ours, 'kept');
    const rows = await db.tenant(actor, (tx) => tx.query<{ body: string; made_at: Date }>('select body, made_at from spec_notes where id = $1', [id]));
    expect(rows.map(({ body }) => body)).toEqual(['kept']);
  });

  it('stores its moment so that it reads back equal', async () => {
    const id = await addNote(ours, 'timed');
    await db.tenant(actor, async (tx) => {
      const [row] = await tx.query<{ made_at: Date }>('select made_at from spec_notes where id = $1', [id]);
      expect(tx.at.toString()).toBe('2026-03-02T09:00:00.123Z');
      expect(row && toInstant(row.made_at).equals(tx.at)).toBe(true);
    });
  });

  it('keeps nothing when the work throws', async () => {
    const id = newId();
    const work = db.tenant(actor, async (tx) => {
      await tx.query('insert into spec_notes (organization_id, id, body, made_at) values ($1, $2, $3, now())', [ours, id, 'undone']);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await db.readTenant(ours, { text: 'select id from spec_notes where id = $1', values: [id] })).toEqual([]);
  });

  it('fails when a statement failed and the work passed over it', async () => {
    const id = newId();
    const work = db.tenant(actor, async (tx) => {
      await tx.query('insert into spec_notes (organization_id, id, body, made_at) values ($1, $2, $3, now())', [ours, id, 'undone']);
      await tx.query('select 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('nothing was kept');
    expect(await db.readTenant(ours, { text: 'select id from spec_notes where id = $1', values: [id] })).toEqual([]);
  });

  it('shows nothing of another organization, and lets nothing be written there', async () => {
    const id = await addNote(theirs, 'secret');
    const seen = await db.tenant(actor, (tx) => tx.query('select * from spec_notes where id = $1', [id]));
    expect(seen).toEqual([]);
    const write = db.tenant(actor, (tx) =>
      tx.query('insert into spec_notes (organization_id, id, body, made_at) values ($1, $2, $3, now())', [theirs, newId(), 'planted']),
    );
    await expect(write).rejects.toThrow('row-level security');
    const changed = await db.tenant(actor, (tx) => tx.manager.update(Note, { id }, { body: 'changed' }));
    expect(changed.affected).toBe(0);
  });

  it('sends statements that do not wait for each other together, in order', async () => {
    const results = await db.tenant(actor, (tx) => Promise.all([1, 2, 3].map((n) => tx.query<{ n: number }>('select $1::int as n', [n]))));
    expect(results.flat().map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it('refuses what comes after its end, by SQL or by entity', async () => {
    const tx = await db.tenant(actor, (open) => Promise.resolve(open));
    await expect(tx.query('select 1')).rejects.toThrow('over');
    await expect(tx.manager.count(Note)).rejects.toThrow('over');
  });

  it('names the account of a member and of nobody else', async () => {
    const someone = member(ours);
    const accountOf = async (by: Parameters<typeof db.tenant>[0]) => {
      const [row] = await db.tenant(by, (tx) => tx.query<{ id: string }>(`select nullif(current_setting('app.account_id', true), '') as id`));
      return row?.id;
    };
    expect(await accountOf(someone)).toBe(someone.accountId);
    expect(await accountOf(actor)).toBeNull();
  });

  it('leaves no organization behind on its connection', async () => {
    const single = await Database.open({ url: fresh.appUrl, time: new FakeTime(start), entities: [], poolSize: 1 });
    await addNote(ours, 'visible to us');
    await single.tenant(actor, (tx) => tx.query('select 1'));
    const rows = await single.global((tx) => tx.query(`select organization_id from spec_notes`));
    await single.close();
    expect(rows).toEqual([]);
  });

  it('serves entities on the same connection', async () => {
    const id = newId();
    await db.tenant(actor, async (tx) => {
      await tx.manager.insert(Note, { organizationId: ours, id, body: 'by entity', madeAt: tx.at });
      const { affected } = await tx.manager.update(Note, { organizationId: ours, id }, { body: 'changed' });
      expect(affected).toBe(1);
      const found = await tx.manager.findOneBy(Note, { organizationId: ours, id });
      expect(found?.body).toBe('changed');
      expect(String(found?.madeAt)).toBe(tx.at.toString());
      await expect(tx.manager.transaction(() => Promise.resolve())).rejects.toThrow('belongs to Database');
    });
  });

  it('tells a violated key from other failures, without quoting the row', async () => {
    const work = db.global(async (tx) => {
      await tx.query(`insert into spec_facts (name) values ('secret-value')`);
      await tx.query(`insert into spec_facts (name) values ('secret-value')`);
    });
    const failure: unknown = await work.catch((error: unknown) => error);
    expect(isUniqueViolation(failure, 'spec_facts_pkey')).toBe(true);
    expect(isUniqueViolation(failure, 'other')).toBe(false);
    expect(JSON.stringify(failure)).not.toContain('secret-value');
  });

  it('refuses an organization that is not an identifier', async () => {
    await expect(db.tenant(systemActor(`'; drop table spec_notes; --`, 'spec'), () => Promise.resolve())).rejects.toThrow(TypeError);
  });

  it('recovers when its connection is cut', async () => {
    const work = db.tenant(actor, async (tx) => {
      const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
      await tx.query('select pg_terminate_backend($1)', [row?.pid]);
    });
    await expect(work).rejects.toThrow();
    expect(await db.tenant(actor, (tx) => tx.query<{ one: number }>('select 1 as one'))).toEqual([{ one: 1 }]);
    expect(db.load.waiting).toBe(0);
  });
});

describe('an account transaction', () => {
  it('sees its account and nobody else, and writes to the log of the platform', async () => {
    const [mine, other] = [newId(), newId()];
    for (const id of [mine, other])
      await db.account(id, (tx) => tx.query('insert into spec_keys (account_id, name) values ($1, $2)', [tx.accountId, 'passkey']));
    const rows = await db.account(mine, (tx) => tx.query<{ account_id: string }>('select account_id from spec_keys'));
    expect(rows).toEqual([{ account_id: mine }]);
    const [row] = await db.account(mine, (tx) => tx.query<{ id: string }>(`select current_setting('app.organization_id') as id`));
    expect(row?.id).toBe(workforce);
  });
});

describe('a global transaction', () => {
  it('sees no tenant and no account', async () => {
    await addNote(ours, 'hidden');
    const rows = await db.global(async (tx) => [...(await tx.query('select * from spec_notes')), ...(await tx.query('select * from spec_keys'))]);
    expect(rows).toEqual([]);
  });

  it('reads counts as exact numbers', async () => {
    const rows = await db.global((tx) =>
      tx.query<{ n: number; large: number }>('select count(*) as n, 9007199254740991::bigint as large from generate_series(1, 3)'),
    );
    expect(rows).toEqual([{ n: 3, large: Number.MAX_SAFE_INTEGER }]);
    await expect(db.global((tx) => tx.query('select 9007199254740993::bigint as large'))).rejects.toThrow('exactly');
  });
});

describe('reading in one round trip', () => {
  it('sees one organization', async () => {
    await addNote(theirs, 'not ours');
    const rows = await db.readTenant<{ organization_id: string }>(ours, { text: 'select distinct organization_id from spec_notes', values: [] });
    expect(rows).toEqual([{ organization_id: ours }]);
  });

  it('cannot write', async () => {
    const write = db.readTenant(ours, { text: `delete from spec_notes returning id`, values: [] });
    await expect(write).rejects.toThrow('read-only');
  });

  it('fails as the statement fails, and the next one works', async () => {
    await expect(db.readTenant(ours, { text: 'select nothing from nowhere', values: [] })).rejects.toThrow('nowhere');
    await expect(db.readTenant(ours, { text: 'select 1 / $1::int as x', values: [0] })).rejects.toThrow('division');
    expect(await db.readTenant(ours, { text: 'select 4 / $1::int as x', values: [2] })).toEqual([{ x: 2 }]);
  });
});

describe('reading again what the connection has read before', () => {
  let one: Database;
  beforeAll(async () => {
    one = await Database.open({ url: fresh.appUrl, time: new FakeTime(start), entities: [Note], poolSize: 1 });
  });
  afterAll(() => one.close());

  const again = async <R extends object>(text: string, values: readonly unknown[] = [], organizationId = ours): Promise<R[]> => {
    await one.readTenant<R>(organizationId, { text, values }).catch(() => undefined);
    return one.readTenant<R>(organizationId, { text, values });
  };

  it('reads every kind of value alike', async () => {
    const text = `select $1::text as text, $2::int as number, $3::boolean as flag, $4::timestamptz as moment, $5::text[] as words, null as nothing,
      '{"a": [1]}'::json as json, 12::bigint as large, date '2026-03-02' as day, '' as empty`;
    const values = ['ä"\\{', 7, true, new Date('2026-03-02T09:00:00.123Z'), ['a,b', '"', 'ü']];
    const first = await one.readTenant(ours, { text, values });
    const [word, number, flag, moment, words] = values;
    expect(first).toEqual([{ text: word, number, flag, moment, words, nothing: null, json: { a: [1] }, large: 12, day: '2026-03-02', empty: '' }]);
    expect(await one.readTenant(ours, { text, values })).toEqual(first);
    const simple = [word, number, flag, '2026-03-02T10:00:00.123+01:00', '{"a,b","\\"",ü}'];
    expect(await one.readTenant(ours, { text, values: simple })).toEqual(first);
    expect(await one.readTenant(ours, { text, values: values.map(() => null) })).toMatchObject([{ text: null, words: null, large: 12 }]);
  });

  it('sees the organization it is for, whoever read before, and leaves none behind', async () => {
    await addNote(theirs, 'not ours');
    const text = 'select distinct organization_id from spec_notes';
    expect(await again(text)).toEqual([{ organization_id: ours }]);
    expect(await again(text, [], theirs)).toEqual([{ organization_id: theirs }]);
    expect(await again(text, [], newId())).toEqual([]);
    expect(await one.global((tx) => tx.query(text))).toEqual([]);
  });

  it('refuses an organization that is not an identifier', async () => {
    await expect(again('select 1 as one', [], 'x')).rejects.toThrow(TypeError);
  });

  it('cannot write, and whoever comes after can', async () => {
    const id = newId();
    const text = 'insert into spec_notes (organization_id, id, body, made_at) select $1, $2, $3, now() where $4 returning id';
    await again('select id from spec_notes where id = $1', [id]);
    await expect(again(text, [ours, id, 'planted', true])).rejects.toThrow('read-only');
    await expect(again(`select set_config('transaction_read_only', 'off', true) as off`)).rejects.toThrow('read-write');
    expect(await one.tenant(actor, (tx) => tx.query(text, [ours, id, 'kept', true]))).toEqual([{ id }]);
  });

  it('fails as the statement fails, and the next one works', async () => {
    expect(await again('select 4 / $1::int as x', [2])).toEqual([{ x: 2 }]);
    await expect(one.readTenant(ours, { text: 'select 4 / $1::int as x', values: [0] })).rejects.toThrow('division');
    expect(await one.readTenant(ours, { text: 'select 4 / $1::int as x', values: [4] })).toEqual([{ x: 1 }]);
  });

  it('refuses a number it cannot hold exactly, and the next one works', async () => {
    const text = 'select $1::bigint as large';
    expect(await again(text, ['1'])).toEqual([{ large: 1 }]);
    await expect(one.readTenant(ours, { text, values: ['9007199254740993'] })).rejects.toThrow('exactly');
    expect(await one.readTenant(ours, { text, values: ['2'] })).toEqual([{ large: 2 }]);
  });

  it('reads in order what is asked at once', async () => {
    const text = 'select $1::int as n';
    await again(text, [0]);
    const all = await Promise.all([1, 2, 3, 4].map((n) => one.readTenant(ours, { text, values: [n] })));
    expect(all.flat()).toEqual([1, 2, 3, 4].map((n) => ({ n })));
  });

  it('recovers when its connection is cut, or when a table has other columns than before', async () => {
    const cut = 'select pg_terminate_backend(pg_backend_pid()) from spec_notes where $1 limit 1';
    await again(cut, [false]);
    await expect(one.readTenant(ours, { text: cut, values: [true] })).rejects.toThrow();
    expect(await again('select 1 as one')).toEqual([{ one: 1 }]);

    const everything = `select * from spec_facts where name = 'none'`;
    await again(everything);
    const owner = await new DataSource({ type: 'postgres', url: fresh.ownerUrl }).initialize();
    await owner.query('alter table spec_facts add column later text');
    await owner.destroy();
    await expect(one.readTenant(ours, { text: everything, values: [] })).rejects.toThrow('cached plan');
    expect(await again(everything)).toEqual([]);
  });
});

describe('listening', () => {
  it('hears what committed transactions tell, and is told when it lost its connection', async () => {
    const heard: string[] = [];
    let lost = 0;
    const listening = await db.listen(
      'spec_channel',
      (payload) => heard.push(payload),
      () => (lost += 1),
    );
    await db.global((tx) => tx.notify('spec_channel', 'committed'));
    await db
      .global(async (tx) => {
        await tx.notify('spec_channel', 'undone');
        throw new Error('no');
      })
      .catch(() => undefined);
    await until(() => heard.length > 0);
    expect(heard).toEqual(['committed']);
    await db.global((tx) =>
      tx.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'smartpar listening' and datname = current_database()`),
    );
    await until(() => lost === 2 && listening.connected);
    await db.global((tx) => tx.notify('spec_channel', 'again'));
    await until(() => heard.length > 1);
    expect(heard).toEqual(['committed', 'again']);
    await listening.stop();
  });
});

describe('migrating', () => {
  it('may be run by several at once, and again', async () => {
    const run = () => migrate({ ownerUrl: fresh.ownerUrl, migrations: [], passwords: { app: new URL(fresh.appUrl).password } });
    const reports = await Promise.all([run(), run()]);
    expect(reports.map(({ applied }) => applied)).toEqual([[], []]);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition())
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
}
