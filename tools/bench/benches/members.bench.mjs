import { randomUUID } from 'node:crypto';

/** How many members the large and the small organization have. */
const MANY = 1_000_000;
const FEW = 10_000;
/** How many other organizations there are, with some members each. */
const OTHERS = 1000;
/** How many members of the large one have an account and can be suspended; half of them are for the floor. */
const SUSPENDED = 200_000;

/** @typedef {{ organizationId: string, prefix: string, headers: Record<string, string> }} Desk */

/** @param {string} prefix @param {number} n */
const idOf = (prefix, n) => `${prefix}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

const NUMBERED = (/** @type {string} */ prefix) => `(${prefix} || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;

/** Names in an order of their own, so that a page by name is not a page by id, and ahead of everybody else's; each at one of the sites there are. */
const MEMBERS = `
  insert into members (organization_id, id, number, account_id, status, email, email_folded, first_name, last_name, name_folded, given_folded, phone, site_id, locale, created_at)
  select $1, ${NUMBERED('$2')}, 100000 + n, case when n <= $4 then ${NUMBERED(`'ac' || right($2, 6)`)} end,
    case when n > $4 and n % 97 = 0 then 'suspended' else 'active' end,
    'member' || n || '.' || $2 || '@mail.example', 'member' || n || '.' || $2 || '@mail.example', first, last, lower(last) || ' ' || lower(first), lower(first) || ' ' || lower(last),
    '+49 30 ' || (1000000 + n), case when n % 10 > 0 then (select id from sites where organization_id = $1 order by id limit 1) end, 'en', timestamptz '2026-01-01' + n * interval '1 second'
  from (
    select n, (array['Ada', 'Birke', 'Cem', 'Dana', 'Edda', 'Fern', 'Gil', 'Hazel'])[1 + n % 8] as first, 'A0' || substr(md5(n::text), 1, 10) as last
    from generate_series(1, $3::integer) n
  ) made`;

const ACCOUNTS = `insert into accounts (account_id, email, locale, created_at)
  select ${NUMBERED(`'ac' || right($1, 6)`)}, 'member' || n || '.' || $1 || '@mail.example', 'en', now() from generate_series(1, $2::integer) n`;

/** What suspensions of an earlier run left behind; the first of all stands suspended, for it is let in and out while the server is recorded. */
const LET_IN = `update members set status = 'active' where organization_id = $1 and id <= $2 and status = 'suspended' and account_id is not null`;

/**
 * Fills as the owner, who is held to the walls as well: they are lifted for as long as it takes.
 * @param {import('../bench.mjs').House} house
 * @param {{ organizationId: string, prefix: string, count: number, suspended?: number }} filled
 */
async function fill({ owner }, { organizationId, prefix, count, suspended = 0 }) {
  const { rows } = await owner.query('select 1 from members where organization_id = $1 and id = $2', [organizationId, idOf(prefix, 1)]);
  if (rows.length === 0) {
    if (suspended > 0) await owner.query(ACCOUNTS, [prefix, suspended]);
    await owner.query(MEMBERS, [organizationId, prefix, count, suspended]);
  }
  if (suspended === 0) return;
  await owner.query(LET_IN, [organizationId, idOf(prefix, suspended)]);
  await owner.query(`update members set status = 'suspended' where organization_id = $1 and id = $2`, [organizationId, idOf(prefix, 1)]);
  await owner.query('delete from mail_outbox where organization_id = $1', [organizationId]);
}

/**
 * @param {import('../bench.mjs').House} house
 * @param {{ slug: string, email: string, prefix: string, count: number, suspended?: number }} wanted
 * @returns {Promise<Desk>}
 */
async function desk(house, { slug, email, ...wanted }) {
  const { rows } = await house.owner.query('select organization_id as "organizationId" from organization_figures where slug = $1', [slug]);
  const { organizationId } = rows[0];
  await fill(house, { organizationId, ...wanted });
  // as: the command prints its sign-ins so
  const { signIns } = /** @type {{ signIns: { email: string, password: string }[] }} */ (await house.operate('demo-sign-ins'));
  const headers = await house.signIn(email, signIns.find((one) => one.email === email)?.password ?? '');
  await sign(`${house.baseUrl}/api/organizations/${organizationId}/undertaking`, headers);
  return { organizationId, prefix: wanted.prefix, headers };
}

/**
 * Nobody looks at others' data before they have promised what is asked of them.
 * @param {string} url @param {Record<string, string>} headers
 */
async function sign(url, headers) {
  const { version, texts, inForce } = await (await fetch(url, { headers })).json();
  if (inForce) return;
  const body = JSON.stringify({ version, hash: texts[0].hash, name: 'Bench' });
  const signed = { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const answer = await fetch(`${url}/signatures`, { method: 'POST', headers: signed, body });
  if (!answer.ok) throw new Error(`The undertaking could not be signed: ${answer.status} ${await answer.text()}`);
}

const WALLED = ['organizations', 'members', 'accounts'];

/** @param {import('../bench.mjs').House} house */
async function prepare(house) {
  for (const table of WALLED) await house.owner.query(`alter table ${table} no force row level security`);
  const large = await desk(house, { slug: 'larkspur', email: 'people@larkspur.example', prefix: '0e000000', count: MANY, suspended: SUSPENDED });
  const small = await desk(house, { slug: 'pebble-fern', email: 'owner@pebble-fern.example', prefix: '0f000000', count: FEW });
  for (let n = 0; n < OTHERS; n += 1) {
    const organizationId = idOf('1a000000', n);
    await house.owner.query(
      `insert into organizations (organization_id, name, slug, kind, country, time_zone, default_locale, created_at)
       values ($1, 'Bench ' || $2, 'bench-' || $2, 'tenant', 'DE', 'Europe/Berlin', 'en', now()) on conflict do nothing`,
      [organizationId, String(n)],
    );
    await fill(house, { organizationId, prefix: `1b${n.toString(16).padStart(6, '0')}`, count: 20 });
  }
  for (const table of WALLED) await house.owner.query(`alter table ${table} force row level security`);
  await house.owner.query('vacuum analyze organizations, members, accounts, member_addresses');
  return { large, small };
}

/** @param {import('../bench.mjs').Facts} facts @param {'large' | 'small'} which */
const deskOf = (facts, which) => /** @type {Desk} */ (facts[which]); // as: prepare made it

/** @param {'large' | 'small'} which @param {object} query */
const list = (which, query = {}) => ({
  prepare,
  least: 0.7,
  /** @param {import('../bench.mjs').Facts} facts */
  ours: (facts) => {
    const { organizationId, headers } = deskOf(facts, which);
    return { method: /** @type {const} */ ('POST'), path: `/api/organizations/${organizationId}/members/search`, headers, body: { size: 50, ...query } };
  },
});

/** @param {import('../bench.mjs').Facts} facts @param {number} n */
const read = (facts, n) => idOf(deskOf(facts, 'large').prefix, 1 + ((n * 7919) % MANY));

let recorded = 0;

/** The first is asked for again and again while the server is recorded, so it is let in and kept out by turns; nobody else comes twice. */
const nextDeed = (/** @type {number} */ n) => (n === 1 && (recorded += 1) % 2 === 1 ? 'reactivation' : 'suspension');

/** @type {import('../bench.mjs').Bench[]} */
export const benches = [
  { name: 'member list page of 50, 10,000 members', ...list('small') },
  { name: 'member list page of 50, 1,000,000 members', flat: { as: 'member list page of 50, 10,000 members', within: 0.2 }, ...list('large') },
  { name: 'members whose name begins with one letter, 1,000,000 members', ...list('large', { search: 'a' }) },
  {
    name: 'one member',
    least: 0.7,
    prepare,
    about: read,
    ours: (facts, n) => {
      const { organizationId, headers } = deskOf(facts, 'large');
      return { method: 'GET', path: `/api/organizations/${organizationId}/members/${read(facts, n)}`, headers };
    },
  },
  {
    name: 'a member’s suspension with its audit entry and mail',
    least: 0.6,
    prepare,
    // What ours suspends the floor leaves alone, and the other way round.
    about: (facts, n) => idOf(deskOf(facts, 'large').prefix, n === 1 ? 1 : SUSPENDED / 2 + n),
    ours: (facts, n) => {
      const { organizationId, headers, prefix } = deskOf(facts, 'large');
      return {
        method: 'POST',
        path: `/api/organizations/${organizationId}/members/${idOf(prefix, n)}/${nextDeed(n)}`,
        headers: { ...headers, 'idempotency-key': randomUUID() },
        body: {},
      };
    },
  },
];
