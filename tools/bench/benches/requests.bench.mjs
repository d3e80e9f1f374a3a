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

const REQUESTS = `
  insert into privacy_requests (organization_id, id, reference, kind, state, outcome, part, member_id, member_number, identifier, proved, reply_address, locale, capacity,
    asked_at, promised_on, due_on, due_at, assignee_id, assignee_number, closed_at, last_activity_at, entries)
  select $1, ($2 || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Q-' || n,
    (array['question', 'subject-access', 'erasure', 'complaint', 'rectification'])[1 + n % 5],
    case when n % 10 = 0 or n <= $4 then 'in-progress' else 'answered' end, case when n % 10 = 0 or n <= $4 then null else 'fulfilled' end,
    'whole', null, null, 'person' || n || '@mail.example', true, 'person' || n || '@mail.example', 'en', 'work',
    asked, (asked + interval '30 days')::date, (asked + interval '30 days')::date, asked + interval '30 days', null, null,
    case when n % 10 = 0 or n <= $4 then null else asked + interval '9 days' end, asked + interval '9 days', 3
  from (select n, timestamptz '2026-11-01' - n * interval '1 minute' as asked from generate_series(1, $3::integer) n) made`;

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
  return { large, small, memberId: randomUUID() };
}

/** @param {import('../bench.mjs').Facts} facts @param {'large' | 'small'} which */
const deskOf = (facts, which) => /** @type {Desk} */ (facts[which]); // as: prepare made it

/** @param {string} column */
const utc = (column) => `(${column} at time zone 'UTC')::text`;

const LIST = `select r.id, r.reference, r.kind, r.state, r.member_number as "memberNumber", ${utc('r.asked_at')} as "askedAt", ${utc('r.due_at')} as "dueAt",
    r.paused, (r.state <> 'answered' and not r.paused and r.due_at < $2) as overdue, r.assignee_number as "assigneeNumber", ${utc('r.last_activity_at')} as "lastActivityAt"
  from privacy_requests r where r.organization_id = $1 and r.state <> 'answered' and ((r.about_member_id = $3::uuid) is not true)
  order by r.due_at asc, r.id asc limit $4`;

/** @param {'large' | 'small'} which */
const inbox = (which) => ({
  prepare,
  least: 0.7,
  /** @param {import('../bench.mjs').Facts} facts */
  ours: (facts) => {
    const { organizationId, headers } = deskOf(facts, which);
    return { method: /** @type {const} */ ('GET'), path: `/api/organizations/${organizationId}/requests?size=50`, headers };
  },
  /** @param {import('../bench.mjs').Facts} facts */
  floor: (facts) => {
    const { organizationId } = deskOf(facts, which);
    return { organizationId, statements: [{ text: LIST, values: [organizationId, '2026-11-23T09:00:00Z', facts['memberId'], 51] }] };
  },
});

const READ = `
  select r.id, r.reference, r.part, r.member_id, r.member_number, r.identifier, r.proved, r.reply_address, r.locale, r.capacity, r.person_place, r.asked_at,
    r.kind, r.state, r.outcome, r.promised_on, r.due_on, r.due_at, r.paused, r.told_stage, r.assignee_id, r.assignee_number, r.about_member_id, r.about_contact,
    r.first_written_at, r.closed_at, r.last_activity_at, r.entries,
    (select coalesce(json_agg(json_build_object('id', c.id, 'rule_id', c.rule_id, 'ground', c.ground, 'place', c.place, 'calendar', c.calendar, 'time_zone', c.time_zone,
       'started_at', c.started_at, 'due_on', c.due_on, 'due_at', c.due_at, 'half_at', c.half_at, 'four_fifths_at', c.four_fifths_at, 'steps', c.steps,
       'events', (select json_agg(json_build_object('kind', e.kind, 'at', e.at, 'reason', e.reason, 'due_on', e.due_on, 'due_at', e.due_at, 'half_at', e.half_at,
         'four_fifths_at', e.four_fifths_at, 'steps', e.steps) order by e.id)
         from request_clock_events e where e.organization_id = c.organization_id and e.request_id = c.request_id and e.clock_id = c.id)) order by c.id), '[]')
     from request_clocks c where c.organization_id = r.organization_id and c.request_id = r.id) as clocks`;

const TIMELINE = `
    (select coalesce(json_agg(json_build_object('id', m.id, 'at', m.at at time zone 'UTC', 'kind', m.kind, 'author_kind', m.author_kind, 'author_member_id', m.author_member_id,
       'author_line', m.author_line, 'text', m.text, 'event', m.event) order by m.at, m.id), '[]')
     from request_messages m where m.organization_id = r.organization_id and m.request_id = r.id) as timeline`;

const ONE = `${READ}, ${TIMELINE} from privacy_requests r where r.organization_id = $1 and r.id = $2 and ((r.about_member_id = $3::uuid) is not true)`;

/** @param {import('../bench.mjs').Facts} facts @param {number} n */
function replyStatements(facts, n) {
  const { organizationId, prefix } = deskOf(facts, 'large');
  const [id, now] = [idOf(prefix, 1 + (n % TALKED)), '2026-11-23T09:00:00Z'];
  const entry = { messageId: randomUUID(), contentHash: 'c'.repeat(43) };
  return [
    {
      text: `insert into idempotency_keys (organization_id, actor_id, key, operation, fingerprint, reference, at) values ($1, $2, $3, 'privacy-request.reply', $4, $5, $6) on conflict do nothing returning key`,
      values: [organizationId, facts['memberId'], randomUUID(), 'f'.repeat(43), JSON.stringify({ entryId: randomUUID() }), now],
    },
    { text: 'select from privacy_requests where organization_id = $1 and id = $2 for update', values: [organizationId, id] },
    { text: `${READ} from privacy_requests r where r.organization_id = $1 and r.id = $2`, values: [organizationId, id] },
    {
      text: 'select id, number, first_name, last_name, email, locale, status from members where organization_id = $1 and id = $2',
      values: [organizationId, facts['memberId']],
    },
    { text: 'select o.name, o.country, o.time_zone from organizations o where o.organization_id = $1', values: [organizationId] },
    {
      text: `update privacy_requests set state = 'in-progress', first_written_at = coalesce(first_written_at, $3), last_activity_at = $3, entries = entries + 1 where organization_id = $1 and id = $2`,
      values: [organizationId, id, now],
    },
    {
      text: `insert into request_messages (organization_id, request_id, id, kind, author_kind, author_member_id, author_line, text, salt, for_person, at) values ($1, $2, $3, 'reply', 'member', $4, 'Hazel Quietwater', $5, 'salt', true, $6)`,
      values: [organizationId, id, randomUUID(), facts['memberId'], 'Dear person, this is what we hold.', now],
    },
    {
      text: `insert into audit_entries (organization_id, id, at, actor_kind, actor_id, actor_roles, action, target_noun, target_id, facts, canonical) values ($1, $2, $3, 'member', $4, '{privacy-officer}', 'privacy-request.replied', 'privacy-request', $5, $6, $7)`,
      values: [organizationId, randomUUID(), now, facts['memberId'], id, JSON.stringify(entry), Buffer.alloc(400)],
    },
    {
      text: `insert into mail_outbox (id, organization_id, subject_id, to_address, locale, template, facts, created_at, next_at) values ($1, $2, $3, 'person@mail.example', 'en', 'requests.reply', $4, $5, $5)`,
      values: [randomUUID(), organizationId, id, JSON.stringify({ requestId: id, reference: 'Q-1', organization: 'Larkspur' }), now],
    },
    { text: 'delete from request_drafts where organization_id = $1 and request_id = $2 and member_id = $3', values: [organizationId, id, facts['memberId']] },
  ];
}

/** @type {import('../bench.mjs').Bench[]} */
export const benches = [
  { name: 'inbox page of 50, 10,000 requests', ...inbox('small') },
  { name: 'inbox page of 50, 1,000,000 requests', flat: { as: 'inbox page of 50, 10,000 requests', within: 0.2 }, ...inbox('large') },
  {
    name: 'one request with its conversation and clock',
    least: 0.7,
    prepare,
    ours: (facts, n) => {
      const { organizationId, prefix, headers } = deskOf(facts, 'large');
      return { method: 'GET', path: `/api/organizations/${organizationId}/requests/${idOf(prefix, 1 + (n % TALKED))}`, headers };
    },
    floor: (facts, n) => {
      const { organizationId, prefix } = deskOf(facts, 'large');
      return { organizationId, statements: [{ text: ONE, values: [organizationId, idOf(prefix, 1 + (n % TALKED)), facts['memberId']] }] };
    },
  },
  {
    name: 'a reply with its audit entry and mail',
    least: 0.6,
    prepare,
    ours: (facts, n) => {
      const { organizationId, prefix, headers } = deskOf(facts, 'large');
      return {
        method: 'POST',
        path: `/api/organizations/${organizationId}/requests/${idOf(prefix, 1 + (n % TALKED))}/replies`,
        headers: { ...headers, 'idempotency-key': randomUUID() },
        body: { text: 'Dear person, this is what we hold.' },
      };
    },
    floor: (facts, n) => ({ organizationId: deskOf(facts, 'large').organizationId, statements: replyStatements(facts, n) }),
  },
];
