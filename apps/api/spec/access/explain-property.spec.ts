import { ACCESS_RULES } from '@smartpar/access/api';
import {
  type AccessRules,
  type ChangePreview,
  defineAbility,
  GRANT_CATEGORIES,
  type GrantMode,
  type ExplainedSight,
  type HeldRole,
  isUnder,
  type MemberActor,
  type MemberExplanation,
  type MemberPlace,
  namedAbilities,
  ORGANIZATION_PURPOSES,
  GRANTED_ROLES,
  ORGANIZATION_ROLES,
  PROFILE_CATEGORIES,
  type ProfileCategory,
  type RoleScope,
  sightOf,
  type ViewerLine,
} from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { MemberActors, ReadMember } from '@smartpar/members/api';
import fc from 'fast-check';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { belongs, explainHouse, type Places, placesOf } from './explain-house';

const PEOPLE = 7;

let house: House;
let rules: readonly AccessRules[];
let organizationId: string;
let owner: Person;
let people: readonly Person[];
let places: Places;
let where: ReadonlyMap<string, MemberPlace>;

beforeAll(async () => {
  house = await explainHouse();
  rules = house.app.get<readonly AccessRules[]>(ACCESS_RULES, { strict: false });
  organizationId = await house.organization();
  owner = await house.person(organizationId, 'owner');
  places = await placesOf(owner);
  const made: Person[] = [];
  for (let n = 0; n < PEOPLE; n += 1) {
    const one = await house.person(organizationId);
    await belongs(
      house,
      one,
      [...places.sites, null][n % 3] ?? null,
      places.groups.filter((_, g) => (n >> g) % 2 === 0),
    );
    made.push(one);
  }
  people = [owner, ...made];
  const rows = await house.rows<MemberPlace>(
    organizationId,
    `select m.id, m.site_id as "siteId", array(select g.group_id::text from grouped_members g where g.member_id = m.id) as "groupIds" from members m where organization_id = $1`,
    [organizationId],
  );
  where = new Map(rows.map((row) => [row.id, row]));
}, 60_000);

afterAll(() => house.stop());

/** One thing that is so in an organization, as a statement behind the walls. */
type Fact = readonly [text: string, values: readonly unknown[]];

const who = () => fc.integer({ min: 1, max: PEOPLE }).map((n) => people[n]?.is.memberId ?? '');
const hours = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => house.time.now().add({ hours: n }).toString());
const purposes = () => fc.subarray([...ORGANIZATION_PURPOSES], { minLength: 1, maxLength: 3 });
const seen = () => fc.constantFrom('shown', 'on-reveal');

const role = (): fc.Arbitrary<Fact> =>
  fc
    .tuple(who(), fc.constantFrom(...ORGANIZATION_ROLES))
    .map(([id, one]) => [
      'insert into member_roles (organization_id, member_id, role, granted_at) values ($1, $2, $3, now()) on conflict do nothing',
      [id, one],
    ]);

const placedRole = (): fc.Arbitrary<Fact> =>
  fc
    .tuple(who(), fc.constantFrom('user-administrator', 'privacy-officer', 'helpdesk', 'auditor'), fc.nat({ max: 3 }))
    .map(([id, one, n]) => [
      `insert into role_assignments (organization_id, id, member_id, built_in, site_id, group_id, assigned_at) values ($1, $2, $3, $4, $5, $6, now()) on conflict do nothing`,
      [newId(), id, one, places.sites[n] ?? null, n < 2 ? null : places.groups[n - 2]],
    ]);

const standing = (): fc.Arbitrary<Fact> =>
  fc
    .tuple(
      fc.constantFrom(...GRANTED_ROLES),
      fc.constantFrom(...PROFILE_CATEGORIES),
      fc.constantFrom<GrantMode>('shown', 'on-reveal', 'hidden'),
      purposes(),
    )
    .map(([one, category, mode, why]) => [
      `insert into standing_grants (organization_id, role, category, mode, purposes, changed_at) values ($1, $2, $3, $4, $5, now()) on conflict do nothing`,
      [one, category, mode, mode === 'hidden' ? [] : why],
    ]);

const scope = () =>
  fc.oneof(
    fc.constant({ kind: 'all', ids: [] as string[], members: [] as string[] }),
    fc.subarray([...places.sites], { minLength: 1 }).map((ids) => ({ kind: 'site', ids, members: [] as string[] })),
    fc.subarray([...places.groups], { minLength: 1 }).map((ids) => ({ kind: 'group', ids, members: [] as string[] })),
    fc.array(who(), { minLength: 1, maxLength: 3 }).map((ids) => ({ kind: 'members', ids, members: [] as string[] })),
    fc.array(who(), { minLength: 1, maxLength: 2 }).map((members) => ({ kind: 'request', ids: [newId()], members })),
  );

const grantee = () =>
  fc.oneof(
    who().map((id) => [id, null, null] as const),
    fc.constantFrom(...GRANTED_ROLES).map((one) => [null, one, null] as const),
    fc.constantFrom(...places.groups).map((id) => [null, null, id] as const),
  );

const grant = (): fc.Arbitrary<Fact> =>
  fc
    .record({
      to: grantee(),
      state: fc.constantFrom('approved', 'approved', 'approved', 'revoked', 'requested'),
      categories: fc.subarray([...GRANT_CATEGORIES], { minLength: 1, maxLength: 2 }),
      mode: seen(),
      why: purposes(),
      of: scope(),
      from: fc.option(hours(-3, 2)),
      until: hours(-1, 6),
    })
    .map(({ to, state, categories, mode, why, of, from, until }) => [
      `insert into grants (organization_id, id, state, grantee_member_id, grantee_role, grantee_group_id, categories, mode, purposes, scope_kind, scope_ids,
         scope_members, starts_at, ends_at, reviewed, requested_at, requested_by, reason, reason_salt, decided_at, decided_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, false, now(), $15, 'because', 'salt', $16, $15)`,
      [
        newId(),
        state,
        ...to,
        categories,
        mode,
        why,
        of.kind,
        of.ids,
        of.members,
        from,
        until,
        owner.is.memberId,
        state === 'requested' ? null : house.time.now().toString(),
      ],
    ]);

const emergency = (): fc.Arbitrary<Fact> =>
  fc.tuple(who(), fc.subarray([...PROFILE_CATEGORIES], { minLength: 1 }), fc.integer({ min: -30, max: 50 })).map(([id, categories, minutes]) => {
    const began = house.time.now().subtract({ minutes: 60 - Math.max(minutes, 10) });
    const until = house.time.now().add({ minutes: Math.min(minutes, 10) });
    return [
      `insert into break_glasses (organization_id, id, member_id, by_roles, ground, categories, words, salt, began_at, until, review_by)
       values ($1, $2, $3, '{}', 'safety', $4, 'now', 'salt', $5, $6, $6)`,
      [newId(), id, categories, (minutes < -10 ? until : began).toString(), until.toString()],
    ];
  });

const report = (): fc.Arbitrary<Fact> =>
  fc.tuple(who(), fc.constantFrom('running', 'confirmed', 'lifted'), hours(-2, 3)).map(([id, state, lapses]) => [
    `insert into violations (organization_id, id, member_id, reported_by, reported_at, words, salt, evidence, state, lapses_at, decided_at)
       values ($1, $2, $3, $4, now(), 'looked', 'salt', '{}', $5, $6, $7) on conflict do nothing`,
    [newId(), id, owner.is.memberId, state, lapses, state === 'running' ? null : house.time.now().toString()],
  ]);

const contract = (): fc.Arbitrary<Fact> =>
  fc
    .tuple(who(), fc.constantFrom('2026-02-20', '2026-04-20'))
    .map(([id, day]) => [`update members set worker_type = 'contractor', worker_until = $3 where organization_id = $1 and id = $2`, [id, day]]);

const suspension = (): fc.Arbitrary<Fact> => who().map((id) => [`update members set status = 'suspended' where organization_id = $1 and id = $2`, [id]]);

const organizations = () =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: role() },
      { weight: 3, arbitrary: placedRole() },
      { weight: 3, arbitrary: standing() },
      { weight: 7, arbitrary: grant() },
      { weight: 2, arbitrary: emergency() },
      { weight: 1, arbitrary: report() },
      { weight: 1, arbitrary: contract() },
      { weight: 1, arbitrary: suspension() },
    ),
    { maxLength: 14 },
  );

async function becomes(facts: readonly Fact[]): Promise<void> {
  const here = [organizationId];
  for (const table of ['role_assignments', 'standing_grants', 'grants', 'break_glasses', 'violations']) {
    await house.rows(organizationId, `delete from ${table} where organization_id = $1`, here);
  }
  await house.rows(organizationId, 'delete from member_roles where organization_id = $1 and member_id <> $2', [organizationId, owner.is.memberId]);
  await house.rows(organizationId, `update members set status = 'active', worker_type = 'employee', worker_until = null where organization_id = $1`, here);
  for (const [text, values] of facts) await house.rows(organizationId, text, [organizationId, ...values]);
}

/** As whom somebody acts: what the guard of every request asks. */
const actorOf = (person: Person): Promise<MemberActor | null> => house.get(MemberActors).actorOf(person.is.accountId, organizationId);

const READS: HeldRole = { role: newId(), abilities: ['member.read'], scope: { kind: 'all' } };

/** How SQL meets a category of somebody's data for an actor; only what is needed to open the page is added, and no sight. */
async function narrowed(actor: MemberActor, memberId: string, category: ProfileCategory): Promise<GrantMode> {
  const { sight } = await house.get(ReadMember).run({ ...actor, held: [...(actor.held ?? []), READS] }, memberId);
  return sight[category];
}

async function viewersOf(memberId: string, category: ProfileCategory): Promise<readonly ViewerLine[]> {
  const found: ViewerLine[] = [];
  for (let after = ''; ;) {
    const { status, body } = await owner.get(`/members/${memberId}/viewers?category=${category}&size=2${after}`);
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    found.push(...body.items);
    if (body.next === null) return found;
    after = `&after=${body.next}`;
  }
}

it('for any organization, Explain names as viewers exactly those whom memory lets see it, and whom SQL shows it to', async () => {
  await fc.assert(
    fc.asyncProperty(organizations(), who(), fc.constantFrom(...PROFILE_CATEGORIES), async (facts, memberId, category) => {
      await becomes(facts);
      const [inMemory, inSql]: [[string, GrantMode][], [string, GrantMode][]] = [[], []];
      for (const person of people) {
        const actor = await actorOf(person);
        if (actor === null) continue;
        inMemory.push([person.is.memberId, sightOf(defineAbility(actor, rules), category, where.get(memberId))]);
        inSql.push([person.is.memberId, await narrowed(actor, memberId, category)]);
      }
      const explained = (await viewersOf(memberId, category)).map(({ member, mode }) => [member.id, mode]);
      const sees = (modes: [string, GrantMode][]) => modes.filter(([, mode]) => mode !== 'hidden');
      expect(explained).toEqual(sees(inMemory));
      expect(sees(inSql)).toEqual(sees(inMemory));
    }),
    { numRuns: 60, seed: 41 },
  );
}, 120_000);

it('for any organization, the rules Explain names are enough for what they are said to allow, and each counts by itself', async () => {
  await fc.assert(
    fc.asyncProperty(organizations(), who(), fc.constantFrom(...PROFILE_CATEGORIES), async (facts, memberId, category) => {
      await becomes(facts);
      for (const { member, why, mode } of await viewersOf(memberId, category)) {
        const person = people.find(({ is }) => is.memberId === member.id);
        const grants = person === undefined ? [] : ((await actorOf(person))?.grants ?? []);
        const place = where.get(memberId);
        const reaching = grants.filter(
          (grant) => grant.category === category && sightOf(defineAbility({ ...owner.actor(), grants: [grant] }, rules), category, place) !== 'hidden',
        );
        expect(why.map((line) => [line.mode, line.until, line.purposes])).toEqual(
          reaching.map((grant) => [grant.mode, grant.until?.toString() ?? null, grant.purposes]),
        );
        expect(why.some((line) => line.mode === mode)).toBe(true);
        expect(why.every(({ rule }) => rule.kind !== 'untold')).toBe(true);
      }
    }),
    { numRuns: 30, seed: 42 },
  );
}, 120_000);

it('for any organization, what Explain says somebody sees and does is what they hold, and nothing where something keeps them away', async () => {
  const named = namedAbilities(rules);
  await fc.assert(
    fc.asyncProperty(organizations(), fc.integer({ min: 1, max: PEOPLE }), async (facts, n) => {
      await becomes(facts);
      const person = people[n] ?? owner;
      const body: MemberExplanation = (await owner.get(`/members/${person.is.memberId}/explanation`)).body;
      const actor = await actorOf(person);
      if (body.stops.length > 0) return expect([...(actor?.grants ?? []), ...(actor?.roles ?? []), ...(actor?.held ?? [])]).toEqual([]);
      expect(actor).not.toBeNull();
      const ability = defineAbility(actor ?? owner.actor(), rules);
      expect(body.sees.map(({ category, mode, until }) => [category, mode, until])).toEqual(
        actor?.grants.map(({ category, mode, until }) => [category, mode, until?.toString() ?? null]),
      );
      expect(body.sees.every(({ category }) => GRANT_CATEGORIES.some((one) => isUnder(category, one)))).toBe(true);
      for (const category of PROFILE_CATEGORIES) expect(body.everybody[category]).toBe(sightOf(ability, category));
      const may = named.filter((name) => {
        const [noun = '', action = ''] = name.split('.');
        const ofNobody = defineAbility(owner.actor(), rules).can(action, noun);
        return !ofNobody && ability.can(action, noun);
      });
      expect(may.filter((name) => !body.does.some((line) => line.name === name))).toEqual([]);
      expect(body.does.filter(({ name }) => !ability.can(name.split('.')[1] ?? '', name.split('.')[0] ?? ''))).toEqual([]);
      return undefined;
    }),
    { numRuns: 60, seed: 43 },
  );
}, 120_000);

it('for any organization, what a role is said to change is what it changes, given or taken, anywhere', async () => {
  const scopes = fc.constantFrom<RoleScope>(
    { kind: 'all' },
    ...places.sites.map((id): RoleScope => ({ kind: 'site', id })),
    ...places.groups.map((id): RoleScope => ({ kind: 'group', id })),
  );
  const roles = fc.constantFrom('user-administrator', 'privacy-officer', 'helpdesk', 'auditor');
  await fc.assert(
    fc.asyncProperty(organizations(), who(), roles, scopes, fc.constantFrom('give-role', 'take-role'), async (facts, id, one, at, kind) => {
      await becomes(facts);
      const explained = async (): Promise<MemberExplanation> => (await owner.get(`/members/${id}/explanation`)).body;
      const before = await explained();
      const preview: ChangePreview = (await owner.post(`/members/${id}/explanation/preview`, { kind, role: one, scope: at })).body;
      await house.rows(organizationId, ...(kind === 'give-role' ? given(id, one, at) : taken(id, one, at)));
      const after = await explained();
      const [had, has] = [before, after].map(({ does }) => does.map(({ name }) => name));
      expect(preview.abilities.gained.toSorted()).toEqual(has?.filter((name) => !had?.includes(name)).toSorted());
      expect(preview.abilities.lost.toSorted()).toEqual(had?.filter((name) => !has?.includes(name)).toSorted());
      const [saw, sees] = [linesOf(before.sees), linesOf(after.sees)];
      expect(linesOf(preview.sight?.gained ?? [])).toEqual(sees.filter((line) => !saw.includes(line)));
      expect(linesOf(preview.sight?.lost ?? [])).toEqual(saw.filter((line) => !sees.includes(line)));
    }),
    { numRuns: 50, seed: 44 },
  );
}, 120_000);

const linesOf = (lines: readonly ExplainedSight[]): readonly string[] =>
  lines.map(({ category, mode, purposes, scope: at, until, rule }) => JSON.stringify({ category, mode, purposes, at, until, rule })).toSorted();

/** A role is given or taken, behind the walls. */
const given = (id: string, one: string, at: RoleScope): Fact =>
  at.kind === 'all'
    ? [`insert into member_roles (organization_id, member_id, role, granted_at) values ($1, $2, $3, now()) on conflict do nothing`, [organizationId, id, one]]
    : [
        `insert into role_assignments (organization_id, id, member_id, built_in, site_id, group_id, assigned_at) values ($1, $2, $3, $4, $5, $6, now())
         on conflict do nothing`,
        [organizationId, newId(), id, one, at.kind === 'site' ? at.id : null, at.kind === 'group' ? at.id : null],
      ];

const taken = (id: string, one: string, at: RoleScope): Fact =>
  at.kind === 'all'
    ? ['delete from member_roles where organization_id = $1 and member_id = $2 and role = $3', [organizationId, id, one]]
    : [
        `delete from role_assignments where organization_id = $1 and member_id = $2 and built_in = $3
           and site_id is not distinct from $4 and group_id is not distinct from $5`,
        [organizationId, id, one, at.kind === 'site' ? at.id : null, at.kind === 'group' ? at.id : null],
      ];
