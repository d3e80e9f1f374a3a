import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** How many there are in a crowd. */
export const CROWD = 10_000;

const OWNER = 'owner@pebble-fern.example';
const OFFICER = 'both@larkspur.example';

/**
 * An organization of its own, in which somebody decides and somebody else looks after privacy.
 * @typedef {{ organizationId: string, url: string, owner: Record<string, string>, officer: Record<string, string>, ownerId: string, officerId: string }} Crowd
 */

/** Somebody with an account of the demo data. */
const PERSON = `
  insert into members (organization_id, id, number, account_id, status, email, email_folded, first_name, last_name, name_folded, given_folded, locale, created_at)
  select $1, $2, 20, account_id, 'active', $3, $3, 'Quill', 'Sandpiper', 'sandpiper quill', 'quill sandpiper', 'en', now() from accounts where email = $3`;

const MEMBERS = `
  insert into members (organization_id, id, number, status, email, email_folded, first_name, last_name, name_folded, given_folded, phone, locale, created_at)
  select $1, gen_random_uuid(), 100000 + n, 'active', 'n' || n || '@crowd.example', 'n' || n || '@crowd.example', 'Mira', 'Kestrel', 'kestrel mira', 'mira kestrel',
    '+49 30 ' || 1000000 + n, 'en', now() from generate_series(1, ${CROWD}) n`;

const ROLES = `insert into member_roles (organization_id, member_id, role, granted_at)
  select organization_id, id, 'helpdesk', now() from members where organization_id = $1 and number > 100000`;

const HELD = `insert into member_roles (organization_id, member_id, role, granted_at) values ($1, $2, 'privacy-officer', now() - interval '1 day')`;

/**
 * Makes a crowd, all of whom hold one role.
 * @param {import('./bench.mjs').House} house
 * @returns {Promise<Crowd>}
 */
export async function makeCrowd(house) {
  const slug = `crowd-${randomUUID().slice(0, 8)}`;
  const named = ['--name', 'Crowd', '--slug', slug, '--country', 'DE', '--time-zone', 'Europe/Berlin'];
  const first = ['--owner-email', OWNER, '--owner-first-name', 'Fern', '--owner-last-name', 'Crowd'];
  // as: the commands print their answers so
  const { organizationId } = /** @type {{ organizationId: string }} */ (await house.operate('create-organization', ...named, ...first));
  const { signIns } = /** @type {{ signIns: { email: string, password: string }[] }} */ (await house.operate('demo-sign-ins'));
  const officerId = randomUUID();
  await house.owner.query('begin');
  await house.owner.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
  await house.owner.query('alter table accounts no force row level security');
  await house.owner.query(PERSON, [organizationId, officerId, OFFICER]);
  await house.owner.query('alter table accounts force row level security');
  await house.owner.query(HELD, [organizationId, officerId]);
  await house.owner.query(MEMBERS, [organizationId]);
  await house.owner.query(ROLES, [organizationId]);
  const { rows } = await house.owner.query('select id from members where organization_id = $1 and email_folded = $2', [organizationId, OWNER]);
  await house.owner.query('commit');
  await house.owner.query('vacuum analyze members, member_roles');
  const signIn = (/** @type {string} */ email) => house.signIn(email, signIns.find((one) => one.email === email)?.password ?? '');
  const url = `${house.baseUrl}/api/organizations/${organizationId}`;
  return { organizationId, url, owner: await signIn(OWNER), officer: await signIn(OFFICER), ownerId: rows[0].id, officerId };
}

/**
 * Does an act.
 * @param {string} url @param {Record<string, string>} headers @param {object} [body]
 * @returns {Promise<any>} what was answered
 */
export async function act(url, headers, body = {}) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/**
 * Nobody looks at others' data before they have promised what is asked of them.
 * @param {string} url of the organization @param {Record<string, string>} headers
 */
export async function sign(url, headers) {
  const { version, texts, inForce } = await (await fetch(`${url}/undertaking`, { headers })).json();
  if (!inForce) await act(`${url}/undertaking/signatures`, headers, { version, hash: texts[0].hash, name: 'Bench' });
}

/**
 * Does something on a connection as bare as the driver lets it be.
 * @template T
 * @param {string} appUrl
 * @param {(client: pg.Client) => Promise<T>} work
 */
export async function connected(appUrl, work) {
  const client = new pg.Client({ connectionString: appUrl, pipeline: true });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Does something in one transaction of an organization.
 * @template T
 * @param {pg.Client} client @param {string} organizationId
 * @param {() => Promise<T>} work
 */
export async function within(client, organizationId, work) {
  await client.query(`begin; set local app.organization_id = '${organizationId}'`);
  const done = await work();
  await client.query('commit');
  return done;
}
