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
  const wanted = Array.from({ length: 40 }, (_, n) => ({
    email: `s${n}@larkspur.example`,
    firstName: 'Ada',
    siteId: [...sites, null][n % 3],
    locale: 'en' as const,
  }));
  const added = await house.get(AddMembers).run(larkspur, wanted);
  for (const [n, id] of groups.entries()) {
    const memberIds = added.flatMap(({ memberId }, m) => ((m >> n) % 2 === 0 ? [memberId] : []));
    await owner.post(`/groups/${id}/members`, { memberIds });
  }
  for (const { memberId } of added.slice(0, 5)) await house.get(KeepRoles).grant(systemActor(larkspur, 'spec'), memberId, 'owner');
  rows = await house.rows<Judged>(
    larkspur,
    `select m.id, m.site_id as "siteId", array(select g.group_id::text from grouped_members g where g.member_id = m.id) as "groupIds",
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

async function listed(actor: MemberActor): Promise<string[]> {
  const page = await house
    .get(SearchMembers)
    .run(actor, { size: 100 })
    .catch(() => null);
  return (page?.items ?? []).map(({ id }) => id).toSorted();
}

it('for any roles, wherever they are held, SQL lists exactly those of whom memory says that they may be listed', async () => {
  await fc.assert(
    fc.asyncProperty(holdings(), async (held) => {
      const actor = actorOf(held);
      const ability = defineAbility(actor, membersAccess);
      const expected = rows.filter((row) => ability.can('list', subject('member', { ...row }))).map(({ id }) => id);
      expect(await listed(actor)).toEqual(expected.toSorted());
    }),
    { numRuns: 120, seed: 13 },
  );
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
