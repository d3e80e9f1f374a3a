import { execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { loadRooms } from '../load-rooms.mjs';
import { root } from '../root.mjs';

/**
 * Starts the real server on a data folder and waits until it is ready.
 * @param {{ folder: string, port: string }} where
 */
export async function startServer({ folder, port }) {
  const env = { ...process.env, PORT: port, DATA_FOLDER: folder, RATE_LIMIT: '1000000000', DATABASE_URL: '', SMTP_URL: '', LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, ['tools/run.mjs', 'main'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env });
  const baseUrl = `http://localhost:${port}`;
  const isReady = () =>
    fetch(`${baseUrl}/health/ready`)
      .then(({ ok }) => ok)
      .catch(() => false);
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error('The server did not start; it says why above.');
    await sleep(200);
  }
  return { baseUrl, env, stop: () => end(child) };
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
 * Starts the floor and tells it what the benches found.
 * @param {{ appUrl: string, facts: Record<string, unknown> }} options
 */
export async function startFloor({ appUrl, facts }) {
  const child = fork(new URL('floor-server.mjs', import.meta.url), { env: { ...process.env, FLOOR_DATABASE: appUrl } });
  child.send(facts);
  const [port] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('The floor did not start; it says why above.'))),
  ]);
  return { baseUrl: `http://127.0.0.1:${port}`, stop: () => end(child) };
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
