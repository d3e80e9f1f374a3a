import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

/** @type {import('../bench.mjs').Bench[]} nothing here is one request */
export const benches = [];

/** How many events a round has, how many go at once, and how many ways they come in. */
const EVENTS = 100_000;
const BATCH = 100;
const WAYS = 8;

/** How many members the events are about. */
const ABOUT = 500;

const OWNER = 'owner@pebble-fern.example';

/** A UUID of version 7 of this moment. */
function eventId() {
  const tail = randomBytes(10).toString('hex');
  const head = Date.now().toString(16).padStart(12, '0');
  return `${head.slice(0, 8)}-${head.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(6, 18)}`;
}

/** @typedef {{ id: string, kind: string, memberId: string, facts: Record<string, unknown> }} Event */

/**
 * The three kinds as an app mixes them.
 * @param {readonly string[]} memberIds
 * @returns {Event[][]}
 */
const batchesOf = (memberIds) =>
  Array.from({ length: EVENTS / BATCH }, (_, batch) =>
    Array.from({ length: BATCH }, (_one, n) => {
      const memberId = memberIds[(batch * 37 + n) % memberIds.length] ?? '';
      const about = { id: eventId(), memberId };
      if (n % 4 === 0) return { ...about, kind: 'device', facts: { deviceId: `device-${n}`, type: 'phone', system: 'Android 15', browser: 'Firefox 132' } };
      if (n % 4 === 1) return { ...about, kind: 'sign-in', facts: { address: `203.0.113.${n}` } };
      return { ...about, kind: 'diagnostic', facts: { code: 'app.screen', app: '4.2.1', facts: { screen: 'inbox', milliseconds: n } } };
    }),
  );

/**
 * Sends everything in several ways at once, each waiting for its own answers.
 * @template T
 * @param {readonly T[]} things
 * @param {(thing: T, way: number) => Promise<void>} send
 */
async function inWays(things, send) {
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: WAYS }, async (_, way) => {
      for (let index = way; index < things.length; index += WAYS) await send(/** @type {T} */ (things[index]), way); // as: the index is within the list
    }),
  );
  return { lines: EVENTS, seconds: (performance.now() - begun) / 1000 };
}

const INSERT = `
  insert into usage_records (organization_id, kind, id, member_id, token_id, received_at, facts)
  select $1, kind, id, member_id, $6, now(), facts from unnest($2::text[], $3::uuid[], $4::uuid[], $5::jsonb[]) as e (kind, id, member_id, facts)`;

/**
 * The least it takes: rows that stand ready, put in a hundred at once; nobody asks who sends them or of whom they are.
 * @param {{ appUrl: string, organizationId: string, memberIds: readonly string[] }} where
 */
async function floor({ appUrl, organizationId, memberIds }) {
  const tokenId = randomUUID();
  const ready = batchesOf(memberIds).map((events) => [
    organizationId,
    events.map(({ kind }) => kind),
    events.map(({ id }) => id),
    events.map(({ memberId }) => memberId),
    events.map(({ facts }) => JSON.stringify(facts)),
    tokenId,
  ]);
  const clients = Array.from({ length: WAYS }, () => new pg.Client({ connectionString: appUrl, pipeline: true }));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    return await inWays(ready, async (values, way) => {
      const client = clients[way];
      await Promise.all([
        client?.query(`begin; set local app.organization_id = '${organizationId}'`),
        client?.query({ name: 'insert', text: INSERT, values }),
        client?.query('commit'),
      ]);
    });
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** @param {{ url: string, token: string, memberIds: readonly string[] }} where */
async function ours({ url, token, memberIds }) {
  const ready = batchesOf(memberIds).map((events) =>
    JSON.stringify({ events: events.map(({ id, kind, memberId, facts }) => ({ id, kind, member: { memberId }, ...facts })) }),
  );
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return inWays(ready, async (body) => {
    const answer = await fetch(url, { method: 'POST', headers, body });
    const { stored } = /** @type {{ stored: number }} */ (await answer.json()); // as: the contract of what becomes of a batch
    if (stored !== BATCH) throw new Error(`${answer.status}: ${stored} of ${BATCH} were kept.`);
  });
}

/** @type {import('../jobs.mjs').Job[]} */
export const jobs = [
  {
    name: 'usage data of 100,000 events, taken in by hundreds',
    least: 0.4,
    megabytes: 400,
    prepare: async (house) => {
      const { rows } = await house.owner.query(`select organization_id as "organizationId" from organization_figures where slug = 'pebble-fern'`);
      const { organizationId } = rows[0];
      // as: the command prints its sign-ins so
      const { signIns } = /** @type {{ signIns: { email: string, password: string }[] }} */ (await house.operate('demo-sign-ins'));
      const signedIn = await house.signIn(OWNER, signIns.find(({ email }) => email === OWNER)?.password ?? '');
      const answer = await fetch(`${house.baseUrl}/api/organizations/${organizationId}/system-tokens`, {
        method: 'POST',
        headers: { ...signedIn, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify({ name: 'Bench', scope: 'usage', days: 1 }),
      });
      const { text: token } = /** @type {{ text: string }} */ (await answer.json()); // as: the contract of a token that was made
      await house.owner.query(`select set_config('app.organization_id', $1, false)`, [organizationId]);
      const found = await house.owner.query(`select id from members where organization_id = $1 and status in ('invited', 'active') limit $2`, [
        organizationId,
        ABOUT,
      ]);
      const memberIds = found.rows.map(({ id }) => id);
      return {
        ours: () => ours({ url: `${house.baseUrl}/api/ingest/usage`, token, memberIds }),
        floor: () => floor({ appUrl: house.appUrl, organizationId, memberIds }),
      };
    },
  },
];
