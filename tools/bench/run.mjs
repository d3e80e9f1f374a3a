// `npm run bench [-- words of a bench's name]`: the real server beside the floor, in the same run, rounds interleaved.
// --rounds 5 --seconds 4 --connections 8, --data <folder> keeps what was filled for the next run, --json <file>.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../build.mjs';
import { freePort } from '../free-port.mjs';
import { AUTHORIZED, authorizationShare } from './authorization.mjs';
import { firstLoad } from './first-load.mjs';
import { HEADS, rowsOf, table } from './figures.mjs';
import { databaseOf, houseOf, pidOfDatabase, startFloor, startServer } from './house.mjs';
import { JOB_HEADS, loadJobs, runJobs } from './jobs.mjs';
import { loadBenches } from './load-benches.mjs';
import { round } from './load.mjs';
import { organizationIn, record, sendable } from './record.mjs';

/** After how many answers a process is as fast as it gets. */
const WARM = 4000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '8' },
    data: { type: 'string' },
    json: { type: 'string' },
  },
});
const [rounds, seconds, connections] = [Number(values.rounds), Number(values.seconds), Number(values.connections)];
const folder = values.data === undefined ? join(tmpdir(), `smartpar-bench-${process.pid}`) : resolve(values.data);

const all = await loadBenches();
const wanted = all.filter(
  ({ name, flat }) =>
    positionals.length === 0 ||
    positionals.every((word) => name.includes(word)) ||
    all.some((other) => other.flat?.as === name && flat === undefined && positionals.every((word) => other.name.includes(word))),
);
const allJobs = await loadJobs();
const jobs = allJobs.filter(({ name }) => positionals.every((word) => name.includes(word)));
/** What is asked for by this word, beside everything. */
const SHARE = 'authorization';
const authorized = positionals.every((word) => word === SHARE) ? all.filter(({ name }) => AUTHORIZED.includes(name)) : [];
if (wanted.length + jobs.length + authorized.length === 0) {
  process.stderr.write(`No bench is called that; there are: ${[SHARE, ...[...all, ...allJobs].map(({ name }) => name)].join('; ')}.\n`);
  process.exit(1);
}

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

await build('api');
await build('console');
const port = String(await freePort());
const recording = join(mkdtempSync(join(tmpdir(), 'smartpar-bench-')), 'sent');
/** @type {Awaited<ReturnType<typeof startServer>> | undefined} */
let server;
try {
  server = await startServer({ folder, port, recording });
  const found = await learn(server);
  await server.stop();
  server = await startServer({ folder, port });
  const held = [await besideFloor(server, found), await worked(server)];
  if (authorized.length > 0) {
    await server.stop();
    const profile = join(dirname(recording), 'profile');
    server = await startServer({ folder, port, profile });
    const share = await authorizationShare({
      baseUrl: server.baseUrl,
      pid: server.pid,
      file: profile,
      connections,
      seconds,
      benches: authorized,
      facts: found.facts,
    });
    process.stdout.write(`${share.text}\n`);
    held.push(share.held);
  }
  process.exitCode = held.every(Boolean) ? 0 : 1;
} finally {
  await server?.stop();
  rmSync(dirname(recording), { recursive: true, force: true });
  if (values.data === undefined) rmSync(folder, { recursive: true, force: true });
}

/**
 * Measures the requests.
 * @param {Awaited<ReturnType<typeof startServer>>} running
 * @param {Awaited<ReturnType<typeof learn>>} found
 * @returns {Promise<boolean>} whether all held
 */
async function besideFloor(running, found) {
  if (wanted.length === 0) return true;
  const { appUrl, ownerUrl } = await databaseOf(folder);
  const floor = await startFloor({ appUrl, ...found });
  try {
    const measured = await measure({ facts: found.facts, database: await pidOfDatabase(ownerUrl), ours: running, floor });
    const rows = rowsOf(measured);
    process.stdout.write(`${table([HEADS, ...rows.map(({ cells }) => cells)])}\n`);
    if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(measured, null, 2));
    const { held, sentence } = firstLoad();
    process.stdout.write(`${sentence}\n`);
    return held && rows.every((row) => row.held);
  } finally {
    await floor.stop();
  }
}

/**
 * Measures the work behind requests.
 * @param {Awaited<ReturnType<typeof startServer>>} running
 * @returns {Promise<boolean>} whether all held
 */
async function worked({ baseUrl, env, pid }) {
  if (jobs.length === 0) return true;
  const { appUrl, ownerUrl } = await databaseOf(folder);
  const house = await houseOf({ baseUrl, env, ownerUrl });
  try {
    const rows = await runJobs(jobs, { house: { ...house, appUrl }, pid, rounds: Math.min(rounds, 3), say });
    process.stdout.write(`${table([JOB_HEADS, ...rows.map(({ cells }) => cells)])}\n`);
    return rows.every((row) => row.held);
  } finally {
    await house.owner.end();
  }
}

/**
 * Prepares the benches and records what the server sends for each.
 * @param {Awaited<ReturnType<typeof startServer>>} recorded
 */
async function learn({ baseUrl, env }) {
  const { ownerUrl } = await databaseOf(folder);
  const house = await houseOf({ baseUrl, env, ownerUrl });
  const facts = await prepareAll(house, [...new Set([...wanted, ...authorized])]);
  await house.owner.query('analyze');
  await house.owner.end();
  /** @type {Record<string, import('./recording.mjs').Recording>} */
  const recordings = {};
  for (const bench of wanted) recordings[bench.name] = await record({ bench, facts: facts[bench.name] ?? {}, baseUrl, file: recording });
  return { facts, recordings };
}

/**
 * @param {import('./bench.mjs').House} house
 * @param {readonly import('./bench.mjs').Bench[]} benches
 * @returns {Promise<Record<string, import('./bench.mjs').Facts>>}
 */
async function prepareAll(house, benches) {
  /** @type {Map<Function, Promise<import('./bench.mjs').Facts>>} */
  const found = new Map();
  /** @type {Record<string, import('./bench.mjs').Facts>} */
  const facts = {};
  for (const { name, prepare } of benches) {
    if (!found.has(prepare)) say(`Preparing "${name}".`);
    found.set(prepare, found.get(prepare) ?? prepare(house));
    facts[name] = (await found.get(prepare)) ?? {};
  }
  return facts;
}

/**
 * Measures turn by turn: whatever else the machine is busy with weighs on what is compared alike.
 * @typedef {{ baseUrl: string, pid: number }} Contender
 * @param {{ facts: Readonly<Record<string, import('./bench.mjs').Facts>>, database: number, ours: Contender, floor: Contender }} what
 * @returns {Promise<import('./figures.mjs').Measured[]>}
 */
async function measure({ facts, database, ours, floor }) {
  const measured = wanted.map(({ name, least, tail = 3, flat }) => ({ name, least, tail, flat, ours: [], floor: [], bare: [] }));
  const lines = wanted.map((bench) => contendersOf({ bench, facts: facts[bench.name] ?? {}, ours, floor }));
  for (let turn = 0; turn <= rounds; turn += 1) {
    for (const [index, contenders] of lines.entries()) {
      for (const { who, pid, ...load } of contenders) {
        // The first turn only warms up: until the compiler has seen enough, however busy the machine is.
        const result = await round({ ...load, ...(turn === 0 ? { answers: WARM } : { seconds }), connections, pids: { alone: pid, family: database } });
        /** @type {import('./figures.mjs').Round[] | undefined} */
        const kept = measured[index]?.[who];
        if (turn > 0) kept?.push(result);
      }
    }
    say(`Round ${turn} of ${rounds}, load ${loadavg()[0]?.toFixed(1)}.`);
  }
  return measured;
}

/**
 * Who is measured for a bench, in turn. A change has nothing bare: what keeps it together is the transaction.
 * @param {{ bench: import('./bench.mjs').Bench, facts: import('./bench.mjs').Facts, ours: Contender, floor: Contender }} what
 */
function contendersOf({ bench, facts, ours, floor }) {
  let n = 0;
  const next = () => sendable(bench.ours(facts, (n += 1)));
  const asked = next();
  const at = `/${all.indexOf(bench)}`;
  const both = [
    { who: /** @type {const} */ ('ours'), url: ours.baseUrl.replace('localhost', '127.0.0.1'), pid: ours.pid, next },
    { who: /** @type {const} */ ('floor'), url: floor.baseUrl, pid: floor.pid, next: () => ({ ...next(), path: at }) },
  ];
  if (asked.method !== 'GET') return both;
  const bare = {
    who: /** @type {const} */ ('bare'),
    url: floor.baseUrl,
    pid: floor.pid,
    next: () => ({ ...next(), path: `${at}?bare=${organizationIn(asked)}` }),
  };
  return [...both, bare];
}
