// `npm run bench [-- words of a bench's name]`: the real server beside the floor, in the same run, rounds interleaved.
// --rounds 5 --seconds 4 --connections 8, --data <folder> keeps what was filled for the next run, --json <file>.
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../build.mjs';
import { freePort } from '../free-port.mjs';
import { HEADS, rowsOf, table } from './figures.mjs';
import { databaseOf, houseOf, startFloor, startServer } from './house.mjs';
import { loadBenches } from './load-benches.mjs';
import { round } from './load.mjs';

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
if (wanted.length === 0) {
  process.stderr.write(`No bench is called that; there are: ${all.map(({ name }) => name).join('; ') || 'none'}.\n`);
  process.exit(1);
}

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

await build('api');
await build('console');
const server = await startServer({ folder, port: String(await freePort()) });
try {
  const { ownerUrl, appUrl } = await databaseOf(folder);
  const house = await houseOf({ baseUrl: server.baseUrl, env: server.env, ownerUrl });
  const facts = await prepareAll(house);
  await house.owner.query('analyze');
  await house.owner.end();
  const floor = await startFloor({ appUrl, facts });
  try {
    const measured = [];
    for (const bench of wanted) measured.push(await measure(bench, facts[bench.name] ?? {}, floor.baseUrl));
    const rows = rowsOf(measured);
    process.stdout.write(`${table([HEADS, ...rows.map(({ cells }) => cells)])}\n`);
    if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(measured, null, 2));
    process.exitCode = rows.every(({ held }) => held) ? 0 : 1;
  } finally {
    await floor.stop();
  }
} finally {
  await server.stop();
  if (values.data === undefined) rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {import('./bench.mjs').House} house
 * @returns {Promise<Record<string, import('./bench.mjs').Facts>>}
 */
async function prepareAll(house) {
  /** @type {Map<Function, Promise<import('./bench.mjs').Facts>>} */
  const found = new Map();
  /** @type {Record<string, import('./bench.mjs').Facts>} */
  const facts = {};
  for (const { name, prepare } of wanted) {
    if (!found.has(prepare)) say(`Preparing "${name}".`);
    found.set(prepare, found.get(prepare) ?? prepare(house));
    facts[name] = (await found.get(prepare)) ?? {};
  }
  return facts;
}

/**
 * @param {import('./bench.mjs').Bench} bench
 * @param {import('./bench.mjs').Facts} facts
 * @param {string} floorUrl
 * @returns {Promise<import('./figures.mjs').Measured>}
 */
async function measure(bench, facts, floorUrl) {
  let n = 0;
  const ours = () => {
    const { body, headers, ...request } = bench.ours(facts, (n += 1));
    return body === undefined
      ? { ...request, headers }
      : { ...request, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
  };
  const at = `/${all.indexOf(bench)}`;
  const contenders = {
    ours: { url: server.baseUrl.replace('localhost', '127.0.0.1'), next: ours },
    floor: { url: floorUrl, next: () => ({ ...ours(), path: at }) },
    bare: { url: floorUrl, next: () => ({ ...ours(), path: `${at}?bare` }) },
  };
  /** @type {import('./figures.mjs').Measured} */
  const measured = { name: bench.name, least: bench.least, tail: bench.tail ?? 3, flat: bench.flat, ours: [], floor: [], bare: [] };
  for (let turn = 0; turn <= rounds; turn += 1) {
    for (const who of /** @type {const} */ (['ours', 'floor', 'bare'])) {
      // The first turn only warms up.
      const result = await round({ ...contenders[who], seconds: turn === 0 ? Math.min(2, seconds) : seconds, connections });
      if (turn > 0) measured[who].push(result);
    }
    if (turn > 0)
      say(`${bench.name}: round ${turn} of ${rounds}, ${measured.ours.at(-1)?.rate.toFixed(0)} to ${measured.floor.at(-1)?.rate.toFixed(0)} a second.`);
  }
  return measured;
}
