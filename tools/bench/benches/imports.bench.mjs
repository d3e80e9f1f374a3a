import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** @type {import('../bench.mjs').Bench[]} nothing here is one request */
export const benches = [];

/** How many people a file has. */
const LINES = 100_000;

const FIRST = ['Ada', 'Birke', 'Cem', 'Dana', 'Edda', 'Fern', 'Gil', 'Hazel'];

/** @param {string} prefix of the addresses, so that nobody comes twice @param {number} n */
const person = (prefix, n) => ({
  email: `${prefix}.${n}@mail.example`,
  first: FIRST[n % FIRST.length] ?? '',
  last: `Silva ${(n * 7919) % LINES}`,
  phone: `+49 30 ${1_000_000 + n}`,
});

/** @param {string} prefix */
function fileOf(prefix) {
  const lines = Array.from({ length: LINES }, (_, n) => {
    const { email, first, last, phone } = person(prefix, n);
    return `${email},${first},${last},${phone}\r\n`;
  });
  return `E-Mail,First name,Last name,Phone\r\n${lines.join('')}`;
}

const COLUMNS = 'id, number, email, email_folded, first_name, last_name, name_folded, given_folded, phone';

const MADE = `create temporary table made
  (id uuid, number integer, email text, email_folded text, first_name text, last_name text, name_folded text, given_folded text, phone text) on commit drop`;

const INSERTED = `
  insert into members (organization_id, status, locale, created_at, ${COLUMNS})
  select $1, 'invited', 'en', now(), ${COLUMNS} from made`;

/**
 * The least it takes: what is to be inserted stands ready, folded and numbered.
 * @param {{ appUrl: string, organizationId: string, turn: number }} where
 */
async function floor({ appUrl, organizationId, turn }) {
  const rows = Array.from({ length: LINES }, (_, n) => {
    const { email, first, last, phone } = person(`floor${turn}`, n);
    const name = [`${last} ${first}`.toLowerCase(), `${first} ${last}`.toLowerCase()];
    return `${[randomUUID(), 500_000_000 + turn * LINES + n, email, email, first, last, ...name, phone].join('\t')}\n`;
  });
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const begun = performance.now();
    await client.query(`begin; set local app.organization_id = '${organizationId}'`);
    await client.query(MADE);
    await pipeline(Readable.from(rows), client.query(copyFrom('copy made from stdin')));
    await client.query(INSERTED, [organizationId]);
    await client.query('commit');
    return { lines: LINES, seconds: (performance.now() - begun) / 1000 };
  } finally {
    await client.end();
  }
}

/**
 * From the first byte of the file to the last line applied, as somebody would do it who answers at once.
 * @param {{ url: string, headers: Record<string, string>, turn: number }} where
 */
async function ours({ url, headers, turn }) {
  const file = fileOf(`ours${turn}`);
  const begun = performance.now();
  /** @param {string} path @param {string} type @param {string} body */
  const post = async (path, type, body) => {
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers: { ...headers, 'content-type': type, 'idempotency-key': randomUUID() }, body });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return /** @type {Promise<{ id: string, state: string, check: number, result: unknown }>} */ (answer.json()); // as: the contract of an import
  };
  /** @param {string} id @param {string} state */
  const until = async (id, state) => {
    for (;;) {
      const found = await (await fetch(`${url}/${id}`, { headers })).json();
      if (found.state === state) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const { id } = await post('', 'text/csv', file);
  const reading = { encoding: 'utf-8', delimiter: ',', locale: 'en', columns: ['email', 'firstName', 'lastName', 'phone'] };
  await post(`/${id}/check`, 'application/json', JSON.stringify(reading));
  const { check, counts } = await until(id, 'checked');
  if (counts.new !== LINES) throw new Error(`The check found ${JSON.stringify(counts)}.`);
  await post(`/${id}/application`, 'application/json', JSON.stringify({ check, sendInvitations: false, leaveOutFaulty: false }));
  const { result } = await until(id, 'applied');
  if (result.added !== LINES) throw new Error(`The import ended with ${JSON.stringify(result)}.`);
  return { lines: LINES, seconds: (performance.now() - begun) / 1000 };
}

const OWNER = 'owner@pebble-fern.example';

/** @type {import('../jobs.mjs').Job[]} */
export const jobs = [
  {
    name: 'an import of 100,000 lines, checked and applied',
    least: 0.25,
    megabytes: 400,
    prepare: async (house) => {
      const slug = `imports-${randomUUID().slice(0, 8)}`;
      const named = ['--name', 'Imports', '--slug', slug, '--country', 'DE', '--time-zone', 'Europe/Berlin'];
      const owner = ['--owner-email', OWNER, '--owner-first-name', 'Fern', '--owner-last-name', 'Imports'];
      // as: the commands print their answers so
      const { organizationId } = /** @type {{ organizationId: string }} */ (await house.operate('create-organization', ...named, ...owner));
      const { signIns } = /** @type {{ signIns: { email: string, password: string }[] }} */ (await house.operate('demo-sign-ins'));
      const headers = await house.signIn(OWNER, signIns.find(({ email }) => email === OWNER)?.password ?? '');
      const url = `${house.baseUrl}/api/organizations/${organizationId}/member-imports`;
      return {
        ours: (turn) => ours({ url, headers, turn }),
        floor: (turn) => floor({ appUrl: house.appUrl, organizationId, turn }),
      };
    },
  },
];
