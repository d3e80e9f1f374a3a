// The floor: the least that can answer with these rows, on raw `node:http` and `pg`. Started by run.mjs, which hands
// it, on the channel between the two processes, the facts of the benches and the statements the server sends for them.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import pg from 'pg';
import { loadBenches } from './load-benches.mjs';
import { replayed } from './recording.mjs';

const { FLOOR_DATABASE, FLOOR_POOL = '10' } = process.env;
const benches = await loadBenches();

/** @typedef {{ text: string, named: boolean, values?: (string | number | boolean | null | Buffer)[] }} Ready */
/** @type {{ facts: Readonly<Record<string, import('./bench.mjs').Facts>>, recordings: Readonly<Record<string, import('./recording.mjs').Recording>> }} */
let found = { facts: {}, recordings: {} };
/** @type {Map<string, number>} */
const counts = new Map();
/** @type {Map<string, string>} */
const names = new Map();
/** @type {Map<string, pg.Pool>} */
const pools = new Map();

/**
 * Connections, of their own for what runs without a transaction: there the connection itself says for which organization.
 * @param {string} options
 */
function poolOf(options) {
  const pool = pools.get(options) ?? new pg.Pool({ connectionString: FLOOR_DATABASE, max: Number(FLOOR_POOL), pipeline: true, options });
  pools.set(options, pool);
  return pool;
}

/**
 * A statement that is parsed and planned once per connection, where the server's was.
 * @param {Ready} statement
 */
function prepared({ text, named, values = [] }) {
  if (!named) return values.length === 0 ? { text } : { text, values };
  const name = names.get(text) ?? createHash('sha1').update(text).digest('hex');
  names.set(text, name);
  return { name, text, values };
}

/**
 * Everything in one packet, nothing awaited in between.
 * @param {pg.PoolClient} client
 * @param {readonly Ready[]} statements
 */
function send(client, statements) {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return Promise.all(statements.map((statement) => client.query(prepared(statement))));
}

const server = createServer(async (request, response) => {
  try {
    const url = new URL(request.url ?? '/', 'http://floor');
    const bench = benches[Number(url.pathname.slice(1))];
    const recording = bench && found.recordings[bench.name];
    if (bench === undefined || recording === undefined) throw new Error(`There is no bench ${url.pathname}.`);
    if (request.method !== 'GET') await json(request);
    const n = (counts.get(bench.name) ?? 0) + 1;
    counts.set(bench.name, n);
    const bare = url.searchParams.get('bare');
    const statements = replayed(recording, bench.about?.(found.facts[bench.name] ?? {}, n)).slice(...(bare === null ? [0] : [1, -1]));
    const client = await poolOf(bare === null ? '' : `-c app.organization_id=${bare}`).connect();
    try {
      const results = await send(client, statements);
      const body = JSON.stringify(results.findLast(({ command }) => command !== 'COMMIT')?.rows ?? []);
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body);
    } finally {
      client.release();
    }
  } catch (error) {
    response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
  }
});

process.on('message', (/** @type {typeof found} */ message) => {
  found = message;
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(address !== null && typeof address === 'object' ? address.port : 0);
  });
});
process.on('disconnect', () => process.exit(0));
