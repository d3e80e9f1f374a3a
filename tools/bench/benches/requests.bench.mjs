import { randomUUID } from 'node:crypto';

/** How many requests the large and the small organization have. */
const MANY = 1_000_000;
const FEW = 10_000;
/** How many other organizations there are, with some requests each. */
const OTHERS = 1000;
/** Of how many requests there is a conversation to read and to answer. */
const TALKED = 2000;

/** @typedef {{ organizationId: string, prefix: string, headers: Record<string, string> }} Desk */

/** @param {string} prefix @param {number} n */
const idOf = (prefix, n) => `${prefix}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** Those with a conversation are alike in kind and dates, so that what was recorded about one changes nothing else in another. */
const REQUESTS = `
  insert into privacy_requests (organization_id, id, reference, kind, state, outcome, part, member_id, member_number, identifier, proved, reply_address, locale, capacity,
    asked_at, promised_on, due_on, due_at, assignee_id, assignee_number, closed_at, last_activity_at, entries)
  select $1, ($2 || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Q-' || n,
    (array['question', 'subject-access', 'erasure', 'complaint', 'rectification'])[1 + greatest(n, $4) % 5],
    case when n % 10 = 0 or n <= $4 then 'in-progress' else 'answered' end, case when n % 10 = 0 or n <= $4 then null else 'fulfilled' end,
    'whole', null, null, 'person' || n || '@mail.example', true, 'person' || n || '@mail.example', 'en', 'work',
    asked, (asked + interval '30 days')::date, (asked + interval '30 days')::date, asked + interval '30 days', null, null,
    case when n % 10 = 0 or n <= $4 then null else asked + interval '9 days' end, asked + interval '9 days', 3
  from (select n, timestamptz '2026-11-01' - greatest(n, $4) * interval '1 minute' as asked from generate_series(1, $3::integer) n) made`;

const TALK = `
  insert into request_messages (organization_id, request_id, id, kind, author_kind, text, salt, for_person, at)
  select $1, r.id, gen_random_uuid(), said.kind, said.author, repeat('What do you hold about me, and why? ', 8), 'salt', true, r.asked_at + step * interval '1 day'
  from privacy_requests r, (values ('from-person', 'person', 0), ('reply', 'member', 1), ('from-person', 'person', 2)) as said(kind, author, step)
  where r.organization_id = $1 and r.id <= $2`;

const CLOCKS = `
  insert into request_clocks (organization_id, request_id, id, rule_id, ground, place, calendar, time_zone, started_at, due_on, due_at, half_at, four_fifths_at, steps)
  select $1, id, gen_random_uuid(), 'gdpr-12-3', 'controller-place', 'DE', 'DE', 'Europe/Berlin', asked_at, due_on, due_at,
    asked_at + (due_at - asked_at) / 2, asked_at + (due_at - asked_at) * 0.8,
    '[{"code": "started", "at": "2026-03-02T09:00:00Z", "day": "2026-03-02", "timeZone": "Europe/Berlin"}, {"code": "rule-chosen", "ruleId": "gdpr-12-3", "regime": "gdpr", "ground": "controller-place", "place": "DE"}, {"code": "period-added", "figure": 1, "unit": "calendar-months", "day": "2026-04-02"}, {"code": "ends", "day": "2026-04-02", "at": "2026-04-02T21:59:59Z"}]'
  from privacy_requests where organization_id = $1 and id <= $2`;

/**
 * @param {import('../bench.mjs').House} house
 * @param {{ organizationId: string, prefix: string, count: number, talked: number }} filled
 */
async function fill({ owner }, { organizationId, prefix, count, talked }) {
  await owner.query('begin');
  await owner.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
  const { rows } = await owner.query('select 1 from privacy_requests where organization_id = $1 and id = $2', [organizationId, idOf(prefix, 1)]);
  if (rows.length === 0) {
    await owner.query(REQUESTS, [organizationId, prefix, count, talked]);
    await owner.query(TALK, [organizationId, idOf(prefix, talked)]);
    await owner.query(CLOCKS, [organizationId, idOf(prefix, talked)]);
  }
  // What replies of an earlier run left behind.
  await owner.query('delete from request_messages where organization_id = $1 and author_line is not null and request_id <= $2', [
    organizationId,
    idOf(prefix, talked),
  ]);
  await owner.query('delete from mail_outbox where organization_id = $1', [organizationId]);
  await owner.query('commit');
}

/**
 * @param {import('../bench.mjs').House} house
 * @param {{ slug: string, email: string, prefix: string, count: number, talked: number }} wanted
 * @returns {Promise<Desk>}
 */
async function desk(house, { slug, email, prefix, count, talked }) {
  const { rows } = await house.owner.query('select organization_id as "organizationId" from organization_figures where slug = $1', [slug]);
  const { organizationId } = rows[0];
  await fill(house, { organizationId, prefix, count, talked });
  // as: the command prints its sign-ins so
  const { signIns } = /** @type {{ signIns: { email: string, password: string }[] }} */ (await house.operate('demo-sign-ins'));
  const headers = await house.signIn(email, signIns.find((one) => one.email === email)?.password ?? '');
  return { organizationId, prefix, headers };
}

/** @param {import('../bench.mjs').House} house */
async function prepare(house) {
  const large = await desk(house, { slug: 'larkspur', email: 'privacy@larkspur.example', prefix: '0a000000', count: MANY, talked: TALKED });
  const small = await desk(house, { slug: 'pebble-fern', email: 'owner@pebble-fern.example', prefix: '0b000000', count: FEW, talked: 50 });
  for (let n = 0; n < OTHERS; n += 1) {
    await fill(house, { organizationId: idOf('0c000000', n), prefix: `0d${n.toString(16).padStart(6, '0')}`, count: 20, talked: 1 });
  }
  await house.owner.query('vacuum analyze privacy_requests, request_messages, request_clocks');
  return { large, small };
}

/** @param {import('../bench.mjs').Facts} facts @param {'large' | 'small'} which */
const deskOf = (facts, which) => /** @type {Desk} */ (facts[which]); // as: prepare made it

/** @param {'large' | 'small'} which */
const inbox = (which) => ({
  prepare,
  least: 0.7,
  /** @param {import('../bench.mjs').Facts} facts */
  ours: (facts) => {
    const { organizationId, headers } = deskOf(facts, which);
    return { method: /** @type {const} */ ('GET'), path: `/api/organizations/${organizationId}/requests?size=50`, headers };
  },
});

/** @param {import('../bench.mjs').Facts} facts @param {number} n */
const talked = (facts, n) => idOf(deskOf(facts, 'large').prefix, 1 + (n % TALKED));

/** @type {import('../bench.mjs').Bench[]} */
export const benches = [
  { name: 'inbox page of 50, 10,000 requests', ...inbox('small') },
  { name: 'inbox page of 50, 1,000,000 requests', flat: { as: 'inbox page of 50, 10,000 requests', within: 0.2 }, ...inbox('large') },
  {
    name: 'one request with its conversation and clock',
    least: 0.7,
    prepare,
    about: talked,
    ours: (facts, n) => {
      const { organizationId, headers } = deskOf(facts, 'large');
      return { method: 'GET', path: `/api/organizations/${organizationId}/requests/${talked(facts, n)}`, headers };
    },
  },
  {
    name: 'a reply with its audit entry and mail',
    least: 0.6,
    prepare,
    about: talked,
    ours: (facts, n) => {
      const { organizationId, headers } = deskOf(facts, 'large');
      return {
        method: 'POST',
        path: `/api/organizations/${organizationId}/requests/${talked(facts, n)}/replies`,
        headers: { ...headers, 'idempotency-key': randomUUID() },
        body: { text: 'Dear person, this is what we hold.' },
      };
    },
  },
];
