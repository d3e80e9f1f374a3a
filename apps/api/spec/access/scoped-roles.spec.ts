import {
  defineAbility,
  type HeldRole,
  heldGrants,
  type MemberActor,
  namedAbilities,
  ORGANIZATION_ROLES,
  type Role,
  type RoleScope,
  subject,
  systemActor,
} from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { AddMembers, KeepRoles, SearchMembers } from '@smartpar/members/api';
import { membersAccess } from '@smartpar/members/model';
import fc from 'fast-check';
import { membersHouse } from '../members/members-house';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';

/** A member as the database holds it and as an ability judges it. */
interface Judged {
  readonly id: string;
  readonly number: number;
  readonly owner: boolean;
  readonly siteId: string | null;
  readonly groupIds: readonly string[];
}

let house: House;
let larkspur: string;
let reader: Person;
let rows: readonly Judged[];
let scopes: readonly RoleScope[];

const SITE = { country: 'DE', postalAddress: 'Hafenstraße 1', subdivision: null, contactName: null, contactEmail: null, timeZone: null };
const ABILITIES = namedAbilities(membersAccess);

beforeAll(async () => {
  house = await membersHouse();
  larkspur = await house.organization();
  const owner = await house.person(larkspur, 'owner');
  reader = await house.person(larkspur);
  const { body: entity } = await owner.post('/legal-entities', { name: 'Larkspur', country: 'DE', postalAddress: 'Hafenstraße 1' });
  const sites: string[] = [];
  for (const name of ['Harbour', 'Hill']) sites.push((await owner.post('/sites', { ...SITE, name, legalEntityId: entity.id })).body.id);
  const groups: string[] = [];
  for (const name of ['Night', 'Day', 'Drivers']) groups.push((await owner.post('/groups', { name })).body.id);
  const some = (word: string, length: number, siteOf: (n: number) => string | null) => {
    const wanted = Array.from({ length }, (_, n) => ({ email: `${word}${n}@larkspur.example`, firstName: 'Ada', siteId: siteOf(n), locale: 'en' as const }));
    return house.get(AddMembers).run(larkspur, wanted);
  };
  const before = await some('b', 20, (n) => [...sites, null][n % 3] ?? null);
  // so many who are nowhere that the others are not among the next in order
  await some('n', 230, () => null);
  const added = [...before, ...(await some('s', 20, (n) => [null, ...sites][n % 3] ?? null))];
  for (const [n, id] of groups.entries()) {
    const memberIds = added.flatMap(({ memberId }, m) => ((m >> n) % 2 === 0 ? [memberId] : []));
    await owner.post(`/groups/${id}/members`, { memberIds });
  }
  for (const { memberId } of added.slice(0, 5)) await house.get(KeepRoles).grant(systemActor(larkspur, 'spec'), memberId, 'owner');
  rows = await house.rows<Judged>(
    larkspur,
    `select m.id, m.number, m.site_id as "siteId", array(select g.group_id::text from grouped_members g where g.member_id = m.id) as "groupIds",
            exists (select from member_roles r where r.member_id = m.id and r.role = 'owner') as owner
     from members m where organization_id = $1`,
    [larkspur],
  );
  scopes = [
    { kind: 'all' },
    ...sites.map((id): RoleScope => ({ kind: 'site', id })),
    ...groups.map((id): RoleScope => ({ kind: 'group', id })),
    { kind: 'group', id: newId() },
  ];
});

afterAll(() => house.stop());

/** What somebody may hold: roles for the whole organization, and some for a site or a group, built-in or composed. */
const holdings = () => {
  const scope = fc.constantFrom(...scopes);
  const builtIn = fc.tuple(fc.constantFrom(...ORGANIZATION_ROLES), scope).map(([role, where]): HeldRole => ({ role, abilities: null, scope: where }));
  const custom = fc.tuple(fc.subarray([...ABILITIES]), scope).map(([abilities, where]): HeldRole => ({ role: abilities.join(), abilities, scope: where }));
  return fc.record({ roles: fc.subarray<Role>(['helpdesk', 'auditor'], { maxLength: 1 }), held: fc.array(fc.oneof(builtIn, custom), { maxLength: 4 }) });
};

const actorOf = ({ roles, held }: { readonly roles: readonly Role[]; readonly held: readonly HeldRole[] }): MemberActor => ({
  ...reader.actor(...roles),
  grants: heldGrants(roles, []),
  held,
});

/** The whole list, page by page. */
async function listed(actor: MemberActor, order: 'number' | 'newest' = 'number'): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await house
      .get(SearchMembers)
      .run(actor, { size: 12, order, ...(after !== undefined && { after }) })
      .catch(() => null);
    found.push(...(page?.items ?? []).map(({ id }) => id));
    if (page === null || page.next === null) return found;
    after = page.next;
  }
}

it('for any roles, wherever they are held, SQL lists exactly those of whom memory says that they may be listed, in order', async () => {
  await fc.assert(
    fc.asyncProperty(holdings(), fc.constantFrom('number', 'newest'), async (held, order) => {
      const actor = actorOf(held);
      const ability = defineAbility(actor, membersAccess);
      const allowed = rows.filter((row) => ability.can('list', subject('member', { ...row }))).toSorted((a, b) => a.number - b.number);
      const expected = (order === 'number' ? allowed : allowed.toReversed()).map(({ id }) => id);
      expect(await listed(actor, order)).toEqual(expected);
    }),
    { numRuns: 120, seed: 13 },
  );
});

it('whoever is in several of the groups somebody holds roles for is listed once', async () => {
  const { groupIds = [] } = rows.find((row) => row.groupIds.length > 1) ?? {};
  const held = groupIds.map((id): HeldRole => ({ role: `Lists ${id}`, abilities: ['member.list'], scope: { kind: 'group', id } }));
  const found = await listed(actorOf({ roles: [], held }));
  expect(found).toEqual([...new Set(found)]);
  expect(found).toHaveLength(rows.filter((row) => row.groupIds.some((id) => groupIds.includes(id))).length);
});

it('for any roles, nobody is told of anybody outside the places they hold one for', async () => {
  await fc.assert(
    fc.asyncProperty(holdings(), async ({ held }) => {
      if (held.some(({ scope }) => scope.kind === 'all')) return;
      const within = rows.filter(({ siteId, groupIds }) =>
        held.some(({ scope }) => 'id' in scope && (scope.kind === 'site' ? siteId === scope.id : groupIds.includes(scope.id))),
      );
      const reached = new Set(within.map(({ id }) => id));
      expect((await listed(actorOf({ roles: [], held }))).filter((id) => !reached.has(id))).toEqual([]);
    }),
    { numRuns: 60, seed: 14 },
  );
});
