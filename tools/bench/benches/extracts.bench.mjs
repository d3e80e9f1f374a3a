import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';

/** @type {import('../bench.mjs').Bench[]} nothing here is one request */
export const benches = [];

const ASKS = 'people@larkspur.example';
const AGREES = 'owner@larkspur.example';

const WISH = {
  whom: { kind: 'filter' },
  categories: ['user.contact.phone_number.work'],
  purpose: 'administration',
  reason: { template: 'reaching-them' },
};

const EXTRACT = `insert into extracts (organization_id, id, state, requested_at, requested_by, account_id, whom, categories, purpose, reason_template, people, exempt, exempt_by)
  values ($1, $2, 'running', now(), $3, $3, '{"kind":"filter"}', '{user.contact.phone_number.work}', 'administration', 'reaching-them', $4, 0, '[]')`;

const LINES = `insert into extract_lines (organization_id, extract_id, place, member_id, outcome, sealed)
  select $1, $2, p.place, p.id, 'stored', repeat('x', 150) from unnest($3::uuid[]) with ordinality as p (id, place)`;

const LOOKS = `insert into reveals (organization_id, id, member_id, at, by_member_id, by_roles, categories, purpose, reason_template, extract_id)
  select $1, gen_random_uuid(), p.id, now(), $4, '{owner}', '{user.contact.phone_number.work}', 'administration', 'reaching-them', $2 from unnest($3::uuid[]) as p (id)`;

const ENTRIES = `insert into audit_entries (organization_id, id, at, actor_kind, actor_id, actor_roles, action, target_noun, target_id, facts, leaf)
  select $1, e.id, now(), 'system', 'floor', '{}', 'member.revealed', 'member', e.target, '{"purpose":"administration"}', e.leaf
  from unnest($2::uuid[], $3::text[], $4::bytea[]) as e (id, target, leaf)`;

/**
 * The least it takes: the same rows put into the same tables by four statements, with everything known beforehand.
 * @param {{ appUrl: string, organizationId: string, memberIds: readonly string[] }} where
 */
async function floor({ appUrl, organizationId, memberIds }) {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const [id, by] = [randomUUID(), memberIds[0]];
    const leaves = memberIds.map((memberId) => createHash('sha256').update(memberId).digest());
    const ids = memberIds.map(() => randomUUID());
    const begun = performance.now();
    await client.query(`begin; set local app.organization_id = '${organizationId}'`);
    await client.query(EXTRACT, [organizationId, id, by, memberIds.length]);
    await client.query(LINES, [organizationId, id, memberIds]);
    await client.query(LOOKS, [organizationId, id, memberIds, by]);
    await client.query(ENTRIES, [organizationId, ids, memberIds, leaves]);
    await client.query('commit');
    return { lines: memberIds.length, seconds: (performance.now() - begun) / 1000 };
  } finally {
    await client.end();
  }
}

/**
 * From the question to the file that is ready, with the second person's yes between.
 * @param {{ url: string, asks: Record<string, string>, agrees: Record<string, string> }} where
 */
async function ours({ url, asks, agrees }) {
  /** @param {Record<string, string>} headers @param {string} path @param {object} body */
  const post = async (headers, path, body) => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return /** @type {Promise<{ extractId: string }>} */ (answer.json()); // as: the contract of an extract
  };
  const begun = performance.now();
  const { extractId } = await post(asks, '', WISH);
  await post(agrees, `/${extractId}/approval`, {});
  for (;;) {
    const { standing, people } = await (await fetch(`${url}/${extractId}`, { headers: asks })).json();
    if (standing === 'ready') return { lines: people, seconds: (performance.now() - begun) / 1000 };
    if (standing !== 'running') throw new Error(`The extract is ${standing}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** @type {import('../jobs.mjs').Job[]} */
export const jobs = [
  {
    name: 'an extract of 5,000 people, asked for, agreed to and written',
    least: 0.1,
    megabytes: 400,
    prepare: async (house) => {
      // as: the commands print their answers so
      const { signIns } = /** @type {{ signIns: { email: string, password: string }[] }} */ (await house.operate('demo-sign-ins'));
      /** @param {string} address */
      const headersOf = (address) => house.signIn(address, signIns.find(({ email }) => email === address)?.password ?? '');
      const [asks, agrees] = [await headersOf(ASKS), await headersOf(AGREES)];
      const { memberships } = await (await fetch(`${house.baseUrl}/api/session`, { headers: asks })).json();
      const { organizationId } = memberships[0];
      const client = new pg.Client({ connectionString: house.appUrl });
      await client.connect();
      await client.query(`begin; set local app.organization_id = '${organizationId}'`);
      const { rows } = await client.query('select id from members where organization_id = $1 order by number', [organizationId]);
      await client.end();
      const memberIds = rows.map(({ id }) => id);
      return {
        ours: () => ours({ url: `${house.baseUrl}/api/organizations/${organizationId}/extracts`, asks, agrees }),
        floor: () => floor({ appUrl: house.appUrl, organizationId, memberIds }),
      };
    },
  },
];
