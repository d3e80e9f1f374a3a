import {
  defineAbility,
  GRANT_MODES,
  heldGrants,
  type MemberActor,
  ORGANIZATION_PURPOSES,
  GRANTED_ROLES,
  ORGANIZATION_ROLES,
  PROFILE_CATEGORIES,
  type ProfileCategory,
  type Role,
  type StandingGrant,
  subject,
  systemActor,
} from '@smartpar/access/model';
import { AddMembers, ChangeMemberStatus, KeepRoles, SearchMembers } from '@smartpar/members/api';
import { type MemberListItem, membersAccess } from '@smartpar/members/model';
import fc from 'fast-check';
import type { House } from '../organizations/house';
import { membersHouse } from './members-house';

/** A member as the database holds it and as an ability judges it. */
interface Judged {
  readonly id: string;
  readonly number: number;
  readonly status: string;
  readonly owner: boolean;
  readonly firstName: string;
  readonly lastName: string | null;
  readonly email: string;
  readonly phone: string | null;
}

let house: House;
let larkspur: string;
let rows: readonly Judged[];

const NAMES = ['Ada', 'ada', 'Ádám', 'Zoë', '李', 'أحمد', "O'Neil", 'Van der Berg', 'x'] as const;

beforeAll(async () => {
  house = await membersHouse();
  larkspur = await house.organization();
  const elsewhere = await house.organization();
  const people = fc.sample(
    fc.record({ firstName: fc.constantFrom(...NAMES), lastName: fc.option(fc.constantFrom(...NAMES)), phone: fc.option(fc.constant('+49 30 1234567')) }),
    { numRuns: 60, seed: 11 },
  );
  const wanted = people.map((person, n) => ({ ...person, email: `m${n}@otherhill.example`, locale: 'en' as const }));
  await house.get(AddMembers).run(elsewhere, wanted);
  const added = await house.get(AddMembers).run(larkspur, wanted);
  const system = systemActor(larkspur, 'spec');
  for (const [n, { memberId }] of added.entries()) {
    const role = [...ORGANIZATION_ROLES, undefined, undefined][n % 7];
    if (role !== undefined) await house.get(KeepRoles).grant(system, memberId, role);
    if (n % 5 === 1) await house.get(ChangeMemberStatus).run(system, memberId, 'suspended');
    if (n % 11 === 2) await house.get(ChangeMemberStatus).run(system, memberId, 'deactivated');
  }
  rows = await house.rows<Judged>(
    larkspur,
    `select m.id, number, status, first_name as "firstName", last_name as "lastName", email, phone,
            exists (select from member_roles r where r.member_id = m.id and r.role = 'owner') as owner
     from members m where organization_id = $1 order by number`,
    [larkspur],
  );
});

afterAll(() => house.stop());

const grants: fc.Arbitrary<readonly StandingGrant[]> = fc
  .uniqueArray(
    fc.record({ role: fc.constantFrom(...GRANTED_ROLES), category: fc.constantFrom(...PROFILE_CATEGORIES), mode: fc.constantFrom(...GRANT_MODES) }),
    { selector: ({ role, category }) => `${role} ${category}`, maxLength: 15 },
  )
  .map((changed) => changed.map((grant) => ({ ...grant, purposes: grant.mode === 'hidden' ? [] : [ORGANIZATION_PURPOSES[0]] })));

const actors: fc.Arbitrary<MemberActor> = fc.record({ roles: fc.subarray<Role>([...ORGANIZATION_ROLES]), changed: grants }).map(({ roles, changed }) => ({
  kind: 'member',
  accountId: '0193f000-0000-7000-8000-000000000001',
  organizationId: larkspur,
  memberId: '0193f000-0000-7000-8000-000000000002',
  roles,
  grants: heldGrants(roles, changed),
  oversight: false,
}));

const VALUES: Readonly<Record<ProfileCategory, (row: Judged) => object>> = {
  'user.name': ({ firstName, lastName }) => ({ firstName, lastName, displayName: null }),
  'user.contact.email.work': ({ email }) => ({ email }),
  'user.contact.phone_number.work': ({ phone }) => ({ phone }),
  ...{ 'user.contact.email.private': () => ({}), 'user.contact.phone_number.private': () => ({}), 'user.workplace': () => ({}), 'user.location': () => ({}) },
};

/** Every page of a list; nothing where the door stays shut. */
async function everyPage(actor: MemberActor, query: object): Promise<readonly MemberListItem[]> {
  const items: MemberListItem[] = [];
  for (let after: string | undefined; ;) {
    const page = await house
      .get(SearchMembers)
      .run(actor, { size: 17, ...query, ...(after !== undefined && { after }) })
      .catch(() => null);
    items.push(...(page?.items ?? []));
    if (page === null || page.next === null) return items;
    after = page.next;
  }
}

const profileSeen = (actor: MemberActor, row: Judged): object =>
  Object.assign({}, ...PROFILE_CATEGORIES.filter((category) => abilityOf(actor).can('see', 'member', category)).map((category) => VALUES[category](row)));

const abilityOf = (actor: MemberActor) => defineAbility(actor, membersAccess);

it('for any roles and grants the list holds exactly those the ability lists, each with exactly the values it lets one see', async () => {
  await fc.assert(
    fc.asyncProperty(
      actors,
      fc.constantFrom(undefined, 'active', 'suspended', 'deactivated'),
      fc.constantFrom(undefined, 'number', 'newest'),
      async (actor, status, order) => {
        const ability = abilityOf(actor);
        const expected = rows.filter((row) => (status === undefined || row.status === status) && ability.can('list', subject('member', { ...row })));
        const listed = await everyPage(actor, { status, order });
        const byId = new Map(listed.map((item) => [item.id, item]));
        expect(listed).toHaveLength(expected.length);
        for (const row of expected) expect({ ...byId.get(row.id)?.profile }).toEqual(profileSeen(actor, row));
      },
    ),
    { numRuns: 60, seed: 5 },
  );
});

it('for any roles and grants a search finds exactly those of whom something that is seen begins so, or who are asked for exactly', async () => {
  const terms = fc.oneof(
    fc.constantFrom('a', 'ád', 'ZOE', '李', 'أح', 'van d', "o'", 'm1', 'M-10007', '10012', 'm7@otherhill.example', 'nobody@otherhill.example', '%', '_'),
  );
  const fold = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase();
  await fc.assert(
    fc.asyncProperty(actors, terms, async (actor, search) => {
      const ability = abilityOf(actor);
      const [name, email] = [ability.can('see', 'member', 'user.name'), ability.can('see', 'member', 'user.contact.email.work')];
      const [list, find] = [ability.can('list', 'member'), ability.can('find', 'member')];
      const exact = /^m-?\d{5}$|^\d{5}$/i.test(search) ? Number(search.replace(/\D/g, '')) : null;
      const begins = (row: Judged): boolean =>
        (name &&
          [`${row.lastName ?? ''} ${row.firstName}`, `${row.firstName} ${row.lastName ?? ''}`].some((text) => fold(text).trim().startsWith(fold(search)))) ||
        (email && row.email.startsWith(search.toLowerCase()));
      const found = (row: Judged): boolean => {
        if (exact !== null) return (list || find) && row.number === exact;
        if (search.includes('@') && !email) return find && row.email === search;
        return list && begins(row);
      };
      const ids = (await everyPage(actor, { search })).map(({ id }) => id);
      expect(ids.toSorted()).toEqual(
        rows
          .filter(found)
          .map(({ id }) => id)
          .toSorted(),
      );
    }),
    { numRuns: 120, seed: 6 },
  );
});
