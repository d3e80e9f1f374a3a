import { execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import pg from 'pg';
import { loadRooms } from '../load-rooms.mjs';
import { root } from '../root.mjs';
import { parentOf } from './cpu.mjs';

/**
 * Starts the real server, as it was built, on a data folder and waits until it greets: only then the demo data are in. What builds it is not
 * started in the same process, where it would count as the server's memory.
 * @param {{ folder: string, port: string, recording?: string, profile?: string }} where files for what it sends to the database and for what its
 *   processor time goes into, if anywhere
 */
export async function startServer({ folder, port, recording, profile }) {
  const ahead = [...(recording === undefined ? [] : ['recorder.mjs']), ...(profile === undefined ? [] : ['profiler.mjs'])];
  const env = {
    ...process.env,
    PORT: port,
    DATA_FOLDER: folder,
    RATE_LIMIT: '1000000000',
    DATABASE_URL: '',
    SMTP_URL: '',
    LOG_LEVEL: 'warn',
    BENCH_RECORDING: recording,
    BENCH_PROFILE: profile,
  };
  const preloaded = ahead.flatMap((file) => ['--import', new URL(file, import.meta.url).href]);
  const child = spawn(process.execPath, [...preloaded, 'dist/api/main.js'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env });
  const greeted = new Promise((resolve) => child.stdout.on('data', (chunk) => String(chunk).includes('answers at') && resolve(true)));
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The server did not start; it says why above.')));
  await Promise.race([greeted, ended]);
  // From here on nobody waits for its end but `stop`.
  ended.catch(() => undefined);
  return { baseUrl: `http://localhost:${port}`, env, pid: child.pid ?? 0, stop: () => end(child) };
}

/**
 * How to reach the embedded database the server runs.
 * @param {string} folder
 * @returns {Promise<{ ownerUrl: string, appUrl: string }>}
 */
export async function databaseOf(folder) {
  await loadRooms();
  const { EmbeddedPostgres, roleUrl, APP_ROLE } = await import('@smartpar/platform/database');
  const access = EmbeddedPostgres.running(folder);
  if (access === null) throw new Error(`No database runs on ${folder}.`);
  return { ownerUrl: access.ownerUrl, appUrl: roleUrl(access.ownerUrl, APP_ROLE, access.passwords.app) };
}

/**
 * The process all processes of the database come from; 0 where the machine does not tell.
 * @param {string} ownerUrl
 */
export async function pidOfDatabase(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select pg_backend_pid() as pid');
    return parentOf(rows[0].pid);
  } catch {
    return 0;
  } finally {
    await client.end();
  }
}

/**
 * What benches prepare with.
 * @param {{ baseUrl: string, env: NodeJS.ProcessEnv, ownerUrl: string }} where
 * @returns {Promise<import('./bench.mjs').House>}
 */
export async function houseOf({ baseUrl, env, ownerUrl }) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  // When the server stops first, whatever made it stop is worth more than this.
  owner.on('error', () => undefined);
  await owner.connect();
  return {
    baseUrl,
    owner,
    operate: async (...args) => {
      const { stdout } = await promisify(execFile)(process.execPath, ['tools/run.mjs', 'operate', ...args, '--json'], {
        cwd: root,
        env,
        maxBuffer: 64 * 1024 * 1024,
      });
      return JSON.parse(stdout);
    },
    signIn: async (identifier, password) => {
      const answer = await fetch(`${baseUrl}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: baseUrl },
        body: JSON.stringify({ email: identifier, password }),
      });
      if (!answer.ok) throw new Error(`Signing in as ${identifier} failed: ${answer.status} ${await answer.text()}`);
      return {
        cookie: answer.headers
          .getSetCookie()
          .map((cookie) => cookie.split(';')[0])
          .join('; '),
        origin: baseUrl,
      };
    },
  };
}

/**
 * Starts the floor and tells it what the benches found and what it has to send.
 * @param {{ appUrl: string, facts: Readonly<Record<string, import('./bench.mjs').Facts>>, recordings: Readonly<Record<string, import('./recording.mjs').Recording>> }} options
 */
export async function startFloor({ appUrl, ...found }) {
  const child = fork(new URL('floor-server.mjs', import.meta.url), { env: { ...process.env, FLOOR_DATABASE: appUrl } });
  child.send(found);
  const [port] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('The floor did not start; it says why above.'))),
  ]);
  return { baseUrl: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => end(child) };
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
