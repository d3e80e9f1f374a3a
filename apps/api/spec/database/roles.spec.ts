import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import {
  APP_ROLE,
  backUp,
  BACKUP_ROLE,
  Database,
  databaseMigrations,
  externalPostgres,
  globalTable,
  migrate,
  namedFunction,
  roleUrl,
  StartError,
  TemporaryPostgres,
} from '@smartpar/platform/database';
import { FakeTime } from '@smartpar/platform/testing';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

const debian = process.env['MEDIUM_POSTGRES'];
let server: TemporaryPostgres;
let appUrl: string;

const migrated = (ownerUrl: string, app: string) => migrate({ ownerUrl, migrations: databaseMigrations, passwords: { app, backup: server.passwords.backup } });

async function asked<R extends object>(url: string, text: string): Promise<R[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  server = await TemporaryPostgres.start(debian === undefined || debian === '' ? undefined : `/usr/lib/postgresql/${debian}/bin`);
  await migrated(server.ownerUrl, server.passwords.app);
  appUrl = roleUrl(server.ownerUrl, APP_ROLE, server.passwords.app);
});

afterAll(() => server.stop());

describe('the roles', () => {
  it('are made so that the serving one owns and passes nothing, and the backup one only reads', async () => {
    const roles = await asked(
      server.ownerUrl,
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, rolinherit from pg_roles where rolname in ('${APP_ROLE}', '${BACKUP_ROLE}') order by 1`,
    );
    const nothing = { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: true };
    expect(roles).toEqual([
      { rolname: APP_ROLE, ...nothing, rolbypassrls: false, rolinherit: false },
      { rolname: BACKUP_ROLE, ...nothing, rolbypassrls: true, rolinherit: true },
    ]);
    await expect(asked(roleUrl(server.ownerUrl, BACKUP_ROLE, server.passwords.backup), `delete from installation`)).rejects.toThrow('permission denied');
  });

  it('cannot make, change or empty anything', async () => {
    for (const text of [
      'create table mine (id int)',
      'truncate installation',
      'alter table installation add x int',
      `update installation set mode = 'hosted'`,
      'delete from installation',
      'delete from migrations',
    ]) {
      await expect(asked(appUrl, text)).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it('take a new password when it changes, and the old one is worth nothing then', async () => {
    await migrated(server.ownerUrl, 'another-password');
    await expect(asked(appUrl, 'select 1')).rejects.toThrow('password authentication failed');
    expect(await asked(roleUrl(server.ownerUrl, APP_ROLE, 'another-password'), 'select 1 as one')).toEqual([{ one: 1 }]);
    await migrated(server.ownerUrl, server.passwords.app);
    expect(await asked(appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('are noted when backups cannot see every row, and backups are refused rather than incomplete', async () => {
    const alter = (attribute: string) => server.asSuperuser((client) => client.query(`alter role ${BACKUP_ROLE} ${attribute}`));
    const remedy = `ALTER ROLE ${BACKUP_ROLE} BYPASSRLS once as a superuser`;
    await alter('nobypassrls');
    expect((await migrated(server.ownerUrl, server.passwords.app)).notes).toEqual([expect.stringContaining(remedy)]);
    await expect(backUp(server.ownerUrl, new PassThrough(), randomBytes(32))).rejects.toThrow(remedy);
    await alter('bypassrls');
    expect((await migrated(server.ownerUrl, server.passwords.app)).notes).toEqual([]);
  });

  it('are refused when the serving one is stronger than it may be', async () => {
    const alter = (attribute: string) => server.asSuperuser((client) => client.query(`alter role ${APP_ROLE} ${attribute}`));
    await alter('bypassrls');
    await expect(migrated(server.ownerUrl, server.passwords.app)).rejects.toThrow(`run ALTER ROLE ${APP_ROLE} NOSUPERUSER NOBYPASSRLS once`);
    await alter('nobypassrls');
  });
});

describe('migrating', () => {
  it('runs each migration once, also when several processes start together', async () => {
    await asked(server.ownerUrl, 'create database together');
    const url = server.ownerUrl.replace(/[^/]+$/, 'together');
    const reports = await Promise.all([1, 2, 3].map(() => migrated(url, server.passwords.app)));
    expect(reports.flatMap(({ applied }) => applied)).toEqual(databaseMigrations.map(({ name }) => name));
  });

  it('leaves nothing of a migration that fails, and runs it again the next time', async () => {
    await asked(server.ownerUrl, 'create database failing');
    const url = server.ownerUrl.replace(/[^/]+$/, 'failing');
    let fails = true;
    class MakeThings20261123999999 {
      async up(runner: { query: (text: string) => Promise<unknown> }): Promise<void> {
        await runner.query('create table things (id int)');
        if (fails) throw new Error('no');
      }
      down = () => Promise.resolve();
    }
    const run = () => migrate({ ownerUrl: url, migrations: [...databaseMigrations, MakeThings20261123999999], passwords: server.passwords });
    await expect(run()).rejects.toThrow('no');
    expect(await asked(url, `select to_regclass('things') as things`)).toEqual([{ things: null }]);
    fails = false;
    expect((await run()).applied).toEqual(['MakeThings20261123999999']);
  });
});

describe('a named function', () => {
  it('answers the serving role about a table it may not read', async () => {
    const owner = await new DataSource({ type: 'postgres', url: server.ownerUrl }).initialize();
    const runner = owner.createQueryRunner();
    await runner.query(
      `create table addresses (address text primary key, organization_id uuid); insert into addresses values ('mira@example.com', '00000000-0000-7000-8000-000000000001')`,
    );
    await globalTable(runner, 'addresses', []);
    await namedFunction(runner, {
      name: 'organization_of_address',
      parameters: 'wanted text',
      returns: 'uuid',
      volatility: 'stable',
      language: 'sql',
      body: 'select organization_id from addresses where address = wanted',
    });
    await owner.destroy();
    expect(await asked(appUrl, `select organization_of_address('mira@example.com') as id`)).toEqual([{ id: '00000000-0000-7000-8000-000000000001' }]);
    await expect(asked(appUrl, 'select * from addresses')).rejects.toThrow('permission denied');
    await expect(asked(roleUrl(server.ownerUrl, BACKUP_ROLE, server.passwords.backup), `select organization_of_address('x')`)).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('connections of the server', () => {
  const open = () => Database.open({ url: appUrl, time: new FakeTime('2026-03-02T09:00:00Z'), entities: [], poolSize: 2 });

  it('end what runs or waits too long', async () => {
    const db = await open();
    const settings = await db.global((tx) =>
      tx.query<{ name: string; ms: number }>(
        `select name, setting::int as ms from pg_settings where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')`,
      ),
    );
    expect(settings.length).toBe(3);
    for (const { ms } of settings) expect(ms).toBeGreaterThan(0);
    await db.close();
  });

  it('learn what the installation is once it has been set up, and not before', async () => {
    const db = await open();
    expect(await db.installation()).toBeNull();
    const ids = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
    await db.global((tx) =>
      tx.query(`insert into installation (workforce_organization_id, direct_users_organization_id, mode) values ($1, $2, 'hosted')`, ids),
    );
    expect(await db.installation()).toEqual({ workforceOrganizationId: ids[0], directUsersOrganizationId: ids[1], mode: 'hosted' });
    await expect(
      db.global((tx) => tx.query(`insert into installation (workforce_organization_id, direct_users_organization_id, mode) values ($1, $2, 'hosted')`, ids)),
    ).rejects.toThrow('installation_pkey');
    await db.close();
  });

  it('wait for each other when there are more transactions than connections', async () => {
    const db = await open();
    const sums = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        db.global(async (tx) => {
          const [first] = await tx.query<{ n: number }>('select $1::int as n', [n]);
          const [second] = await tx.query<{ n: number }>('select $1::int as n', [first?.n]);
          return second?.n;
        }),
      ),
    );
    expect(sums).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(db.load).toEqual({ total: 2, idle: 2, waiting: 0 });
    await db.close();
  });
});

describe('a PostgreSQL that somebody else runs', () => {
  it('is taken when it lets us in', async () => {
    await expect(externalPostgres(server.ownerUrl)).resolves.toBeUndefined();
  });

  it.each<[string, (url: URL) => void, RegExp]>([
    ['nobody listens', (url) => (url.port = '1'), /^The database at 127\.0\.0\.1:1\/smartpar cannot be used \(.*ECONNREFUSED.*\): check DATABASE_URL/],
    ['the password is wrong', (url) => (url.password = 'wrong-secret'), /password authentication failed/],
    ['there is no such database', (url) => (url.pathname = '/nowhere'), /database "nowhere" does not exist/],
  ])('is refused in one sentence without a password when %s', async (_, change, sentence) => {
    const url = new URL(server.ownerUrl);
    const { password } = url;
    change(url);
    const error: unknown = await externalPostgres(url.href).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StartError);
    const message = error instanceof StartError ? error.message : '';
    expect(message).toMatch(sentence);
    expect(message).not.toContain(password);
    expect(message).not.toContain('wrong-secret');
  });
});
