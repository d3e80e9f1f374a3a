import { randomUUID } from 'node:crypto';
import { act, connected, CROWD, makeCrowd, sign, within } from '../crowd.mjs';

/** @type {import('../bench.mjs').Bench[]} nothing here is one request */
export const benches = [];

/** As many lines as the server writes in one transaction. */
const STEP = 250;

const WISH = {
  whom: { kind: 'filter', role: 'helpdesk' },
  categories: ['user.contact.phone_number.work'],
  purpose: 'security',
  reason: { template: 'unusual-sign-in' },
};

/** About as long as a sealed number is. */
const SEALED = `1.bench.${'x'.repeat(96)}`;

const EXTRACT = `
  insert into extracts (organization_id, id, state, requested_at, requested_by, account_id, lapses_at, whom, categories, purpose, reason_template, people, exempt,
    exempt_by, decided_at, decided_by)
  values ($1, $2, 'running', now(), $3, $3, now(), '{}', $4, 'security', 'unusual-sign-in', $5, 0, '[]', now(), $6)`;
const WAITING = `
  insert into extract_lines (organization_id, extract_id, place, member_id)
  select organization_id, $2, row_number() over (order by number), id from members where organization_id = $1 and number > 100000`;

const HELD = 'select id from extracts where organization_id = $1 and id = $2 for update';
const READ = `
  select l.place, l.member_id, m.phone from extract_lines l join members m on m.organization_id = l.organization_id and m.id = l.member_id
  where l.organization_id = $1 and l.extract_id = $2 and l.outcome is null and l.place > $3 order by l.place limit ${STEP}`;
const STORED = `
  update extract_lines l set outcome = 'stored', sealed = v.sealed from unnest($3::integer[], $4::text[]) as v (place, sealed)
  where l.organization_id = $1 and l.extract_id = $2 and l.place = v.place`;
const TOLD = `
  insert into reveals (organization_id, id, member_id, at, by_member_id, by_roles, categories, purpose, reason_template, extract_id)
  select $1, gen_random_uuid(), m, now(), $3, '{privacy-officer}', $4, 'security', 'unusual-sign-in', $2 from unnest($5::uuid[]) m`;
const COUNTED = 'update extracts set stored = stored + $3 where organization_id = $1 and id = $2';
const LOGGED = `
  insert into audit_entries (organization_id, id, at, actor_kind, actor_id, actor_roles, action, target_noun, target_id, facts, leaf)
  select $1, gen_random_uuid(), now(), 'system', 'bench', '{}', 'member.revealed', 'member', m::text, $3::jsonb, $4 from unnest($2::uuid[]) m`;

/**
 * The same rows by the same steps: each reads so many, keeps what is sealed and tells of it, in one transaction.
 * @param {string} appUrl @param {import('../crowd.mjs').Crowd} crowd
 */
const floor = (appUrl, { organizationId, ownerId, officerId }) =>
  connected(appUrl, async (client) => {
    const [id, leaf] = [randomUUID(), Buffer.alloc(32)];
    const facts = JSON.stringify({ ...WISH, revealId: id, extractId: id, byMemberId: officerId, categories: WISH.categories.join(' '), words: null });
    await within(client, organizationId, async () => {
      await client.query(EXTRACT, [organizationId, id, officerId, WISH.categories, CROWD, ownerId]);
      await client.query(WAITING, [organizationId, id]);
    });
    const begun = performance.now();
    for (let place = 0; place < CROWD; place += STEP) {
      await within(client, organizationId, async () => {
        const [, { rows }] = await Promise.all([client.query(HELD, [organizationId, id]), client.query(READ, [organizationId, id, place])]);
        const members = rows.map(({ member_id: member }) => member);
        await Promise.all([
          client.query(STORED, [organizationId, id, rows.map((row) => row.place), rows.map(() => SEALED)]),
          client.query(TOLD, [organizationId, id, officerId, WISH.categories, members]),
          client.query(COUNTED, [organizationId, id, rows.length]),
          client.query(LOGGED, [organizationId, members, facts, leaf]),
        ]);
      });
    }
    return { lines: CROWD, seconds: (performance.now() - begun) / 1000 };
  });

/**
 * From the first line that is written to the last, as somebody follows it who waits.
 * @param {import('../crowd.mjs').Crowd} crowd
 */
async function ours({ url, owner, officer }) {
  const { extractId } = await act(`${url}/extracts`, officer, WISH);
  await act(`${url}/extracts/${extractId}/approval`, owner);
  const read = async () => (await fetch(`${url}/extracts/${extractId}`, { headers: officer })).json();
  let [first, begun] = [0, 0];
  for (;;) {
    const { standing, progress } = await read();
    if (first === 0 && progress.stored > 0) [first, begun] = [progress.stored, performance.now()];
    if (standing === 'ready') return { lines: progress.stored - first, seconds: (performance.now() - begun) / 1000 };
    if (standing !== 'running') throw new Error(`The extract is ${standing}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** @type {import('../jobs.mjs').Job[]} */
export const jobs = [
  {
    name: `extracts: hidden values of ${CROWD} members, sealed and told to each, beside the bare rows`,
    least: 0.25,
    megabytes: 400,
    prepare: async (house) => {
      const crowd = await makeCrowd(house);
      await sign(crowd.url, crowd.officer);
      return { ours: () => ours(crowd), floor: () => floor(house.appUrl, crowd) };
    },
  },
];
