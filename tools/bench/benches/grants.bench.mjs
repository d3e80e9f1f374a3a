import { createMongoAbility, subject } from '@casl/ability';
import { isAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { newEnforcer, newModelFromString } from 'casbin';
import { randomUUID } from 'node:crypto';
import { loadRooms } from '../../load-rooms.mjs';
import { benches as members } from './members.bench.mjs';

const [first] = members;
if (first === undefined) throw new Error('There are no benches of members to share the members of.');

/** How many grants whoever asks has; each of some sites, groups or members, for one purpose, for some hours. */
const GRANTS = 50;
/** Of how many members it is asked what may be seen of them. */
const PLACES = 1000;

const CATEGORIES = /** @type {const} */ (['user.name', 'user.contact.email.work', 'user.contact.phone_number.work']);
const PURPOSES = /** @type {const} */ (['support', 'security', 'wrongdoing']);

/** @param {number} n an identifier as they are made, of one kind */
const id = (n) => `0193f000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** @param {number} n @returns {{ kind: 'site' | 'group' | 'members', ids: string[] }} */
const scope = (n) => {
  if (n % 5 === 4) return { kind: 'members', ids: [id(3000 + n), id(3100 + n)] };
  return n % 2 === 0 ? { kind: 'site', ids: [id(1000 + n)] } : { kind: 'group', ids: [id(2000 + n), id(2100 + n)] };
};

/** @typedef {{ id: string, siteId: string, groupIds: string[] }} Place where a member is */

/** @returns {Place[]} members, some of whom a grant reaches */
const places = () =>
  Array.from({ length: PLACES }, (_, n) => ({ id: id(3000 + n), siteId: id(1000 + (n % 120)), groupIds: [id(2000 + (n % 90)), id(2100 + (n % 70))] }));

/** @param {import('@smartpar/kernel').Temporal.Instant} until */
const grantsUntil = (until) =>
  Array.from({ length: GRANTS }, (_, n) => ({
    id: id(n),
    category: CATEGORIES[n % CATEGORIES.length] ?? 'user.name',
    mode: /** @type {const} */ ('on-reveal'),
    purposes: [PURPOSES[n % PURPOSES.length] ?? 'support'],
    scope: scope(n),
    until,
  }));

/**
 * Decides again and again, for a while.
 * @param {number} turns @param {(place: Place, category: string) => boolean} decide
 */
function decisions(turns, decide) {
  const asked = places();
  const began = performance.now();
  let allowed = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const place = asked[turn % PLACES];
    if (place !== undefined && decide(place, CATEGORIES[turn % CATEGORIES.length] ?? 'user.name')) allowed += 1;
  }
  if (allowed === 0) throw new Error('Nothing was allowed: nothing was measured either.');
  return { lines: turns, seconds: (performance.now() - began) / 1000 };
}

/** As the server decides: what is remembered of somebody is asked until when it holds, and then the ability, which was worked out once. */
async function ours() {
  await loadRooms();
  const [{ Abilities }, { SystemTime }, { membersAccess }] = await Promise.all([
    import('@smartpar/access/api'),
    import('@smartpar/kernel'),
    import('@smartpar/members/model'),
  ]);
  const time = new SystemTime();
  const until = time.now().add({ hours: 8 });
  /** @type {import('@smartpar/access/model').MemberActor} */
  const actor = {
    ...{ kind: 'member', accountId: id(1), organizationId: id(2), memberId: id(3), roles: ['helpdesk'], oversight: false },
    ...{ grants: grantsUntil(until), until },
  };
  const abilities = new Abilities(membersAccess);
  return {
    until,
    /** @param {Place} place @param {string} category */
    decide: (place, category) =>
      actor.until !== undefined &&
      actor.until.epochMilliseconds > time.now().epochMilliseconds &&
      abilities.of(actor).can('reveal', subject('member', { ...place }), category),
  };
}

/** @param {ReturnType<typeof scope>} one */
const condition = ({ kind, ids }) => ({ [{ site: 'siteId', group: 'groupIds', members: 'id' }[kind]]: { $in: ids } });

/** Bare CASL with an ability that was made once, of one rule for each grant. */
async function casl() {
  const { until } = await ours();
  const ability = createMongoAbility(
    grantsUntil(until).map((grant) => ({ action: 'reveal', subject: 'member', fields: [grant.category], conditions: condition(grant.scope) })),
  );
  /** @param {Place} place @param {string} category */
  return (place, category) => ability.can('reveal', subject('member', { ...place }), category);
}

const MODEL = `
[request_definition]
r = member, category, act
[policy_definition]
p = category, act, kind, id
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.act == p.act && r.category == p.category && (p.kind == 'site' && r.member.siteId == p.id || p.kind == 'members' && r.member.id == p.id || p.kind == 'group' && (r.member.one == p.id || r.member.other == p.id))`;

/** casbin, with one policy for each place a grant names. */
async function casbin() {
  const { until } = await ours();
  const enforcer = await newEnforcer(newModelFromString(MODEL));
  for (const { category, scope: of } of grantsUntil(until)) {
    for (const place of of.ids) await enforcer.addPolicy(category, 'reveal', of.kind, place);
  }
  /** @param {Place} place @param {string} category */
  return ({ groupIds: [one, other], ...place }, category) => enforcer.enforceSync({ ...place, one, other }, category, 'reveal');
}

const CONDITIONS = { site: 'resource.siteId == ', members: 'resource.id == ', group: 'resource.groupIds.contains' };

/** Cedar in WebAssembly, with one policy for each grant. */
async function cedar() {
  const { until } = await ours();
  const policies = grantsUntil(until).map(({ category, scope: { kind, ids } }) => {
    const ways = ids.map((place) => (kind === 'group' ? `${CONDITIONS[kind]}("${place}")` : `${CONDITIONS[kind]}"${place}"`));
    return `permit (principal, action == Action::"reveal", resource) when { context.category == "${category}" && (${ways.join(' || ')}) };`;
  });
  const [principal, action] = [
    { type: 'Member', id: id(3) },
    { type: 'Action', id: 'reveal' },
  ];
  const staticPolicies = policies.join('\n');
  /** @param {Place} place @param {string} category */
  return (place, category) => {
    const resource = { type: 'Member', id: place.id };
    const entities = [{ uid: resource, attrs: { ...place }, parents: [] }];
    const answer = isAuthorized({ principal, action, resource, context: { category }, policies: { staticPolicies }, entities });
    return answer.type === 'success' && answer.response.decision === 'allow';
  };
}

/**
 * @param {string} beside what decides the same @param {number} least
 * @param {() => Promise<(place: Place, category: string) => boolean>} floor
 * @param {number} turns of the floor; ours take a million
 * @returns {import('../jobs.mjs').Job}
 */
const deciding = (beside, least, floor, turns) => ({
  name: `deciding with ${GRANTS} scoped, timed grants, beside ${beside}`,
  least,
  megabytes: 1000,
  prepare: async () => {
    const [{ decide }, other] = [await ours(), await floor()];
    for (const place of places().slice(0, 100)) {
      for (const category of CATEGORIES) if (decide(place, category) !== other(place, category)) throw new Error(`${beside} decides otherwise.`);
    }
    return { ours: async () => decisions(1_000_000, decide), floor: async () => decisions(turns, other) };
  },
});

/** @type {import('../jobs.mjs').Job[]} */
export const jobs = [
  deciding('bare CASL with its ability made once', 0.5, casl, 1_000_000),
  deciding('casbin', 20, casbin, 5000),
  deciding('cedar', 50, cedar, 1000),
];

/** @typedef {{ organizationId: string, prefix: string, headers: Record<string, string> }} Desk */

/** How many sites, groups and members the twenty grants name. */
const SITES = 10;
const GROUPS = 5;
const NAMED = 5;
/** How many are in the largest of the groups; the others are small. */
const IN_GROUP = 20_000;

/**
 * Somebody whose role shows no name holds twenty grants for names: of ten sites, at one of which people are, of five groups, and of five members.
 * @param {import('../bench.mjs').House} house
 */
async function prepareScoped(house) {
  const facts = await first?.prepare(house);
  if (facts === undefined) throw new Error('There is nobody to be seen.');
  const { organizationId, prefix } = /** @type {Desk} */ (facts['large']); // as: the benches of members made it
  for (const table of WALLED) await house.owner.query(`alter table ${table} no force row level security`);
  await house.owner.query(`delete from grants where organization_id = $1 and reason = 'Bench'`, [organizationId]);
  const { rows: auditors } = await house.owner.query('select id from members where organization_id = $1 and email_folded = $2', [organizationId, AUDITOR]);
  const { rows: sites } = await house.owner.query('select id from sites where organization_id = $1 order by id limit 1', [organizationId]);
  const groups = await groupsOf(house, organizationId);
  const scopes = [
    ...groups.map((group) => ['group', group]),
    ...Array.from({ length: SITES }, (_, n) => ['site', n === 0 ? sites[0].id : randomUUID()]),
    ...Array.from({ length: NAMED }, (_, n) => ['members', `${prefix}-0000-7000-8000-${(n + 7).toString(16).padStart(12, '0')}`]),
  ];
  for (const [kind, place] of scopes) {
    await house.owner.query(
      `insert into grants (organization_id, id, state, grantee_member_id, categories, mode, purposes, scope_kind, scope_ids, scope_members, ends_at, reviewed,
         requested_at, requested_by, reason, reason_salt, decided_at, decided_by)
       values ($1, $2, 'approved', $3, '{user.name}', 'shown', '{administration}', $4, $5, '{}', now() + interval '30 days', false, now(), $3, 'Bench', 'bench', now(), $3)`,
      [organizationId, randomUUID(), auditors[0].id, kind, [place]],
    );
  }
  for (const table of WALLED) await house.owner.query(`alter table ${table} force row level security`);
  // as: the command prints its sign-ins so
  const { signIns } = /** @type {{ signIns: { email: string, password: string }[] }} */ (await house.operate('demo-sign-ins'));
  const headers = await house.signIn(AUDITOR, signIns.find(({ email }) => email === AUDITOR)?.password ?? '');
  return { organizationId, headers };
}

/**
 * Five groups, of twenty thousand people and of ten each.
 * @param {import('../bench.mjs').House} house @param {string} organizationId
 * @returns {Promise<string[]>} their ids
 */
async function groupsOf(house, organizationId) {
  await house.owner.query(`delete from member_groups where organization_id = $1 and name like 'Bench %'`, [organizationId]);
  const ids = Array.from({ length: GROUPS }, () => randomUUID());
  for (const [n, group] of ids.entries()) {
    const size = n === 0 ? IN_GROUP : 10;
    await house.owner.query(
      `insert into member_groups (organization_id, id, name, name_folded, size, created_at) values ($1, $2, 'Bench ' || $3, 'bench ' || $3, $4, now())`,
      [organizationId, group, String(n), size],
    );
    await house.owner.query(
      `insert into grouped_members (organization_id, group_id, member_id, added_at)
       select $1, $2, id, now() from members where organization_id = $1 and number % 13 = $3 order by id limit $4`,
      [organizationId, group, n, size],
    );
  }
  return ids;
}

const WALLED = ['grants', 'members', 'sites', 'member_groups', 'grouped_members', 'group_lines', 'group_places'];
const AUDITOR = 'auditor@larkspur.example';
const BY_OWNER = 'member list page of 50, 10,000 members';

/** @type {import('../bench.mjs').Bench[]} */
export const benches = [
  {
    name: 'member list page of 50 by name, narrowed by 20 scoped grants, 1,000,000 members',
    least: 0.7,
    // within one and a half times of the list for somebody who sees everybody's name, which is as fast for a million as for ten thousand
    flat: { as: BY_OWNER, within: 1 / 3 },
    prepare: prepareScoped,
    ours: (facts) => {
      const { organizationId, headers } = /** @type {Desk} */ (facts); // as: prepare made it
      return { method: /** @type {const} */ ('POST'), path: `/api/organizations/${organizationId}/members/search`, headers, body: { size: 50, order: 'name' } };
    },
  },
];
