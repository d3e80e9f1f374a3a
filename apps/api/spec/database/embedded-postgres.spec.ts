import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres, packageFolder, serverUser, StartError, usableBinaries } from '@smartpar/platform/database';
import { Client } from 'pg';

const folders: string[] = [];
const running: EmbeddedPostgres[] = [];

/** A data folder of its own. */
function dataFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'smartpar-embedded-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

async function start(folder: string, port?: number): Promise<EmbeddedPostgres> {
  const database = await EmbeddedPostgres.start({ dataFolder: folder, port });
  running.push(database);
  return database;
}

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop();
});

afterAll(() => {
  for (const folder of folders.splice(0)) {
    const pointer = join(folder, 'postgres.location');
    if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true });
    rmSync(folder, { recursive: true });
  }
});

async function ask<R extends object>(ownerUrl: string, text: string): Promise<R[]> {
  const client = new Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

const keep = (ownerUrl: string, value: string) => ask(ownerUrl, `truncate kept; insert into kept values ('${value}')`);
const kept = async (ownerUrl: string) => (await ask<{ value: string }>(ownerUrl, 'select value from kept order by value')).map(({ value }) => value);

/** Another process that runs a database, as `npm start` would. */
async function otherProcess(folder: string): Promise<{ process: ChildProcess; ownerUrl: string; pid: number }> {
  const source = join(import.meta.dirname, '../../../../libs/platform');
  const program = `
    const { loadTypeScript } = await import('${source}/testing/src/load-typescript.ts');
    loadTypeScript();
    const { EmbeddedPostgres } = await import('${source}/database/src/index.ts');
    const { ownerUrl, pid } = await EmbeddedPostgres.start({ dataFolder: '${folder}' });
    process.stdout.write(JSON.stringify({ ownerUrl, pid }) + '\\n');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer]; // as: what a stream emits
  return { process: child, ...(JSON.parse(line.toString()) as { ownerUrl: string; pid: number }) }; // as: printed above
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function eventually(attempt: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await attempt();
      return;
    } catch {
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
  }
}

/** One data folder that most of what follows starts on again, as making one takes longest. */
let home: string;

beforeAll(async () => {
  home = dataFolder();
  const first = await EmbeddedPostgres.start({ dataFolder: home });
  await ask(first.ownerUrl, 'create table kept (value text)');
  await first.stop();
});

it('keeps its data over a second start, and is no superuser to its owner', async () => {
  const first = await start(home);
  await keep(first.ownerUrl, 'first');
  const [owner] = await ask<{ rolsuper: boolean; rolbypassrls: boolean }>(
    first.ownerUrl,
    'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
  );
  expect(owner).toEqual({ rolsuper: false, rolbypassrls: false });
  await first.stop();
  const second = await start(home);
  expect(await kept(second.ownerUrl)).toEqual(['first']);
});

it('listens on this machine only, asks for a password, and loses nothing acknowledged', async () => {
  const { ownerUrl } = await start(home);
  const url = new URL(ownerUrl);
  const settings = await ask<{ name: string; setting: string }>(
    ownerUrl,
    `select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'synchronous_commit', 'full_page_writes') order by name`,
  );
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '127.0.0.1',
    synchronous_commit: 'on',
  });
  url.password = 'guess';
  await expect(ask(url.href, 'select 1')).rejects.toThrow('password authentication failed');
});

it('stands in a process group of its own, so that Ctrl-C does not reach it first', async () => {
  const { pid } = await start(home);
  const groupOf = (process: number | undefined) => execFileSync('ps', ['-o', 'pgid=', '-p', String(process)], { encoding: 'utf8' }).trim();
  expect(groupOf(pid)).toBe(String(pid));
});

it('is brought back on the same port when it is killed', async () => {
  const database = await start(home);
  await keep(database.ownerUrl, 'acknowledged');
  process.kill(database.pid ?? 0, 'SIGKILL');
  await eventually(async () => expect(await kept(database.ownerUrl)).toEqual(['acknowledged']));
});

it('is taken over when the process that ran it is killed', async () => {
  const other = await otherProcess(home);
  await keep(other.ownerUrl, 'acknowledged');
  await killed(other.process);
  await expect(kept(other.ownerUrl)).resolves.toEqual(['acknowledged']); // it went on without its process
  const database = await start(home);
  expect(await kept(database.ownerUrl)).toEqual(['acknowledged']);
  expect(database.pid).not.toBe(other.pid);
});

it('recovers when process and server are killed together', async () => {
  const other = await otherProcess(home);
  await keep(other.ownerUrl, 'acknowledged');
  process.kill(other.pid, 'SIGKILL');
  await killed(other.process);
  const database = await start(home);
  expect(await kept(database.ownerUrl)).toEqual(['acknowledged']);
});

it('is not misled by a note that names a process which is not its own', async () => {
  const first = await start(home);
  await keep(first.ownerUrl, 'kept');
  const data = join(home, 'postgres/data');
  await first.stop();
  writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n5432\n\n127.0.0.1\n`);
  const second = await start(home);
  expect(await kept(second.ownerUrl)).toEqual(['kept']);
});

it('keeps its data elsewhere when its user cannot reach the data folder, and finds them again', async () => {
  const folder = dataFolder(0o700);
  const first = await start(folder);
  await ask(first.ownerUrl, `create table kept as select 'kept' as value`);
  await first.stop();
  chmodSync(folder, 0o755);
  const second = await start(folder);
  expect(await kept(second.ownerUrl)).toEqual(['kept']);
});

it('runs from a copy when its user cannot reach the installed programs', () => {
  const closed = dataFolder(0o700);
  const native = join(closed, 'package/native');
  cpSync(packageFolder(), native, { recursive: true, verbatimSymlinks: true });
  cpSync(join(packageFolder(), '../package.json'), join(closed, 'package/package.json'));
  rmSync(join(native, 'lib/libicuuc.so.60')); // as after an installation without scripts
  const { folder, major } = usableBinaries(native, serverUser(), dataFolder());
  expect(major).toBe(18);
  expect(folder.startsWith(native)).toBe(false);
});

it('begins anew what was cut short while it was made', async () => {
  const folder = dataFolder();
  mkdirSync(join(folder, 'postgres/data.new/base'), { recursive: true });
  const database = await start(folder);
  expect(await ask(database.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('is found by a command in another process, and not once it is stopped', async () => {
  expect(EmbeddedPostgres.running(home)).toBeNull();
  const other = await otherProcess(home);
  expect(EmbeddedPostgres.running(home)?.ownerUrl).toBe(other.ownerUrl);
  await killed(other.process);
  expect(EmbeddedPostgres.running(home)).toBeNull();
  await start(home);
});

describe('says in one sentence what is wrong', () => {
  const refusal = async (starting: Promise<unknown>): Promise<string> => {
    const error: unknown = await starting.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(StartError);
    return error instanceof StartError ? error.message : '';
  };

  it('when another start has the folder', async () => {
    await start(home);
    expect(await refusal(start(home))).toMatch(/already runs on .* \(process \d+\): stop it first/);
  });

  it('when the folder cannot be written', async () => {
    expect(await refusal(start('/dev/null/data'))).toBe(
      'The data folder /dev/null/data cannot be written (ENOTDIR): make it writable for this user, or set DATA_FOLDER to another.',
    );
  });

  it('when the port is taken', async () => {
    const other = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    expect(await refusal(start(home, port))).toBe(`The port ${port} for the embedded database is taken: stop what uses it, or choose another.`);
    other.close();
  });

  it('when the data are of another version', async () => {
    const folder = dataFolder();
    mkdirSync(join(folder, 'postgres/data'), { recursive: true });
    writeFileSync(join(folder, 'postgres/data/PG_VERSION'), '14\n');
    expect(await refusal(start(folder))).toContain('are of PostgreSQL 14 and SmartPAR brings 18');
  });
});
