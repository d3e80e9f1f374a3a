// The floor: the least that can answer with these rows, on raw `node:http` and `pg`. Started by run.mjs, which hands
// it the facts of the benches on the channel between the two processes.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import pg from 'pg';
import { loadBenches } from './load-benches.mjs';

const { FLOOR_DATABASE, FLOOR_POOL = '10' } = process.env;
const pool = new pg.Pool({ connectionString: FLOOR_DATABASE, max: Number(FLOOR_POOL), pipeline: true });
const benches = await loadBenches();

/** @type {Readonly<Record<string, import('./bench.mjs').Facts>>} */
let facts = {};
/** @type {Map<string, number>} */
const counts = new Map();
/** @type {Map<string, string>} */
const names = new Map();

/**
 * A statement that is parsed and planned once per connection.
 * @param {import('./bench.mjs').Statement} statement
 */
function prepared({ text, values = [] }) {
  const name = names.get(text) ?? createHash('sha1').update(text).digest('hex');
  names.set(text, name);
  return { name, text, values: [...values] };
}

/**
 * Everything in one packet, nothing awaited in between.
 * @param {pg.PoolClient} client
 * @param {string} organizationId
 * @param {readonly import('./bench.mjs').Statement[]} statements
 * @param {boolean} bare without the tenant transaction
 */
async function send(client, organizationId, statements, bare) {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  const opening = bare
    ? []
    : [client.query('begin'), client.query(prepared({ text: "select set_config('app.organization_id', $1, true)", values: [organizationId] }))];
  const results = statements.map((statement) => client.query(prepared(statement)));
  const closing = bare ? [] : [client.query('commit')];
  await Promise.all([...opening, ...results, ...closing]);
  return (await results.at(-1))?.rows ?? [];
}

const server = createServer(async (request, response) => {
  try {
    const url = new URL(request.url ?? '/', 'http://floor');
    const bench = benches[Number(url.pathname.slice(1))];
    if (bench === undefined) throw new Error(`There is no bench ${url.pathname}.`);
    if (request.method !== 'GET') await json(request);
    const n = counts.get(bench.name) ?? 0;
    counts.set(bench.name, n + 1);
    const { organizationId, statements } = bench.floor(facts[bench.name] ?? {}, n);
    const client = await pool.connect();
    try {
      const body = JSON.stringify(await send(client, organizationId, statements, url.searchParams.has('bare')));
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body);
    } finally {
      client.release();
    }
  } catch (error) {
    response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
  }
});

process.on('message', (/** @type {typeof facts} */ message) => {
  facts = message;
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(address !== null && typeof address === 'object' ? address.port : 0);
  });
});
process.on('disconnect', () => process.exit(0));
