import { randomUUID } from 'node:crypto';
import pg from 'pg';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** How many people the directory has already. */
const PEOPLE = 20_000;
/** How many a first synchronization brings, and by how many clients at once. */
const BROUGHT = 20_000;
const CLIENTS = 8;

/** @param {string} prefix @param {number} n */
const idOf = (prefix, n) => `${prefix}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

const PREFIX = '5c1b0001';

const FILL = `
  insert into members (organization_id, id, number, status, email, email_folded, first_name, last_name, name_folded, given_folded, locale, created_at,
    user_name, user_name_folded, external_id, origin, directory_values)
  select $1, ($2 || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 600000000 + n, 'active', name, name, 'Reed', 'Marsh ' || n, 'marsh ' || n || ' reed', 'reed marsh ' || n,
    'en', timestamptz '2026-01-01' + n * interval '1 second', name, name, 'object-' || n, 'directory', '{"emailPrimary": "work", "phonePrimary": "none"}'
  from (select n, 'reed.' || n || '@directory.example' as name from generate_series(1, $3::integer) n) made`;

const OWNER = 'owner@reed-marsh.example';

/** @type {Promise<{ organizationId: string, token: string }> | undefined} */
let connected;

/** @param {import('../bench.mjs').House} house */
async function connect(house) {
  const slug = `scim-${randomUUID().slice(0, 8)}`;
  const named = ['--name', 'Directory', '--slug', slug, '--country', 'DE', '--time-zone', 'Europe/Berlin'];
  const owner = ['--owner-email', OWNER, '--owner-first-name', 'Reed', '--owner-last-name', 'Marsh'];
  // as: the commands print their answers so
  const { organizationId } = /** @type {{ organizationId: string }} */ (await house.operate('create-organization', ...named, ...owner));
  const { token } = /** @type {{ token: string }} */ (await house.operate('scim-token', '--organization', slug));
  return { organizationId, token };
}

/** @param {import('../bench.mjs').House} house */
async function prepare(house) {
  connected ??= connect(house);
  const { organizationId, token } = await connected;
  await house.owner.query(FILL, [organizationId, PREFIX, PEOPLE]);
  await house.owner.query('analyze members');
  return { organizationId, headers: headersOf(token) };
}

/** @param {string} token */
const headersOf = (token) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' });

/** @param {import('../bench.mjs').Facts} facts */
const headersIn = (facts) => /** @type {Record<string, string>} */ (facts['headers']); // as: prepare made it

/** @param {number} n */
const someone = (n) => 1 + ((n * 7919) % PEOPLE);

/** @type {import('../bench.mjs').Bench[]} */
export const benches = [
  {
    name: 'SCIM: one user found by userName',
    least: 0.5,
    prepare,
    ours: (facts, n) => ({
      method: 'GET',
      path: `/scim/v2/Users?filter=${encodeURIComponent(`userName eq "reed.${someone(n)}@directory.example"`)}`,
      headers: headersIn(facts),
    }),
  },
  {
    name: 'SCIM: a page of 100 users',
    least: 0.5,
    prepare,
    ours: (facts) => ({ method: 'GET', path: '/scim/v2/Users?count=100&excludedAttributes=groups', headers: headersIn(facts) }),
  },
  {
    name: 'SCIM: a change of one user',
    least: 0.5,
    prepare,
    about: (_, n) => idOf(PREFIX, someone(n)),
    ours: (facts, n) => ({
      method: 'PATCH',
      path: `/scim/v2/Users/${idOf(PREFIX, someone(n))}`,
      headers: headersIn(facts),
      body: { schemas: [PATCH_OP], Operations: [{ op: 'replace', path: 'displayName', value: randomUUID() }] },
    }),
  },
];

/**
 * Runs something so many times, a few at once.
 * @param {number} count @param {(n: number) => Promise<void>} one
 * @returns {Promise<{ seconds: number, first: number, last: number }>} the time of the first and the last quarter beside that of all
 */
async function together(count, one) {
  const begun = performance.now();
  const marks = [0];
  let next = 0;
  const client = async () => {
    while (next < count) {
      next += 1;
      await one(next);
      if (next % (count / 4) === 0) marks.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const seconds = (performance.now() - begun) / 1000;
  return { seconds, first: (marks[1] ?? 0) / 1000, last: seconds - (marks[3] ?? 0) / 1000 };
}

const INSERT = `
  insert into members (organization_id, id, number, status, email, email_folded, first_name, last_name, name_folded, given_folded, locale, created_at,
    user_name, user_name_folded, external_id, origin, directory_values)
  values ($1, $2, $3, 'active', $4, $4, 'Reed', $5, $6, $6, 'en', now(), $4, $4, $7, 'directory', '{"emailPrimary": "work", "phonePrimary": "none"}')`;

const CALL = `
  insert into provisioning_calls (organization_id, id, at, token_id, method, path, resource_id, status, changed, not_kept, milliseconds)
  values ($1, $2, now(), $2, 'POST', 'Users', $2, 201, '{userName}', '{}', 1)`;

const ENTRY = `
  insert into audit_entries (organization_id, id, at, actor_kind, actor_id, actor_roles, action, target_noun, target_id, facts, leaf)
  values ($1, $2, now(), 'system', 'provisioning', '{}', 'member.provisioned', 'member', $2, '{}', $3)`;

/** @param {{ appUrl: string, organizationId: string, turn: number }} where */
async function floor({ appUrl, organizationId, turn }) {
  const pool = new pg.Pool({ connectionString: appUrl, max: CLIENTS });
  const { seconds } = await together(BROUGHT, async (n) => {
    const client = await pool.connect();
    const [id, name] = [randomUUID(), `floor.${turn}.${n}@directory.example`];
    await client.query(`begin; set local app.organization_id = '${organizationId}'`);
    await Promise.all([
      client.query({ name: 'insert', text: INSERT, values: [organizationId, id, 700_000_000 + turn * BROUGHT + n, name, `Marsh ${n}`, `marsh ${n} reed`, `${turn}.${n}`] }),
      client.query({ name: 'entry', text: ENTRY, values: [organizationId, id, Buffer.alloc(32)] }),
      client.query({ name: 'call', text: CALL, values: [organizationId, id] }),
    ]);
    await client.query('commit');
    client.release();
  });
  await pool.end();
  return { lines: BROUGHT, seconds };
}

/** @param {{ baseUrl: string, headers: Record<string, string>, turn: number }} where */
async function ours({ baseUrl, headers, turn }) {
  const { seconds, first, last } = await together(BROUGHT, async (n) => {
    const userName = `ours.${turn}.${n}@directory.example`;
    const body = JSON.stringify({ schemas: [USER], userName, externalId: `ours-${turn}-${n}`, name: { givenName: 'Reed', familyName: `Marsh ${n}` }, emails: [{ value: userName, type: 'work', primary: true }] });
    const answer = await fetch(`${baseUrl}/scim/v2/Users`, { method: 'POST', headers, body });
    if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  });
  if (last > first * 1.2) throw new Error(`The last quarter took ${last.toFixed(1)} s, the first ${first.toFixed(1)} s.`);
  return { lines: BROUGHT, seconds };
}

/** @type {import('../jobs.mjs').Job[]} */
export const jobs = [
  {
    name: `SCIM: a first synchronization of ${BROUGHT.toLocaleString('en')} users by ${CLIENTS} clients, which ends at the rate it began with`,
    least: 0.2,
    megabytes: 400,
    prepare: async (house) => {
      connected ??= connect(house);
      const { organizationId, token } = await connected;
      return {
        ours: (turn) => ours({ baseUrl: house.baseUrl, headers: headersOf(token), turn }),
        floor: (turn) => floor({ appUrl: house.appUrl, organizationId, turn }),
      };
    },
  },
];
