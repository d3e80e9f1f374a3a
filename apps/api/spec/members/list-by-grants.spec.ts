import {
  type ApprovedGrant,
  defineAbility,
  GRANT_CATEGORIES,
  type GrantScope,
  heldAt,
  heldGrants,
  type MemberActor,
  type MemberPlace,
  ORGANIZATION_PURPOSES,
  PROFILE_CATEGORIES,
  type ProfileCategory,
  type Role,
  sightsOf,
} from '@smartpar/access/model';
import { Temporal } from '@smartpar/kernel';
import { AddMembers, ReadMember, SearchMembers } from '@smartpar/members/api';
import { CATEGORY_OF_FIELD, membersAccess, type MemberListItem, PROFILE_FIELDS, type ShownProfile } from '@smartpar/members/model';
import fc from 'fast-check';
import type { House } from '../organizations/house';
import { membersHouse } from './members-house';

interface Judged extends MemberPlace {
  readonly number: number;
  readonly firstName: string;
  readonly lastName: string | null;
  readonly email: string;
  readonly phone: string | null;
  readonly displayName: string;
  readonly privateEmail: string;
  readonly privatePhone: string;
  readonly department: string;
  readonly employeeNumber: string;
  readonly country: string;
  readonly timeZone: string;
}

const NAMES = ['Ada', 'Adi', 'Zoë', 'Anton', 'Berta'] as const;
const NOW = Temporal.Instant.from('2026-03-02T09:00:00Z');

let house: House;
let larkspur: string;
let rows: readonly Judged[];
let sites: readonly string[];
let groups: readonly string[];

beforeAll(async () => {
  house = await membersHouse();
  larkspur = await house.organization();
  const owner = await house.person(larkspur, 'owner');
  const people = fc.sample(
    fc.record({ firstName: fc.constantFrom(...NAMES), lastName: fc.option(fc.constantFrom(...NAMES)), phone: fc.option(fc.constant('+49 30 1234567')) }),
    { numRuns: 40, seed: 3 },
  );
  const { body: entity } = await owner.post('/legal-entities', { name: 'Larkspur GmbH', ...PLACE });
  sites = await Promise.all(['North', 'South', 'West'].map(async (name) => (await owner.post('/sites', { name, legalEntityId: entity.id, ...PLACE })).body.id));
  groups = await Promise.all(['Night shift', 'Works council', 'Drivers'].map(async (name) => (await owner.post('/groups', { name })).body.id));
  const wanted = people.map((person, n) => ({ ...person, email: `m${n}@larkspur.example`, locale: 'en' as const, siteId: [...sites, null][n % 4] ?? null }));
  const added = await house.get(AddMembers).run(larkspur, wanted);
  for (const [n, groupId] of groups.entries()) {
    const memberIds = added.filter((_, index) => index % (n + 2) === 0).map(({ memberId }) => memberId);
    await owner.post(`/groups/${groupId}/members`, { memberIds });
  }
  await house.rows(
    larkspur,
    `update members m set display_name = 'D' || number, private_email = 'p' || number || '@home.example', private_phone = '+49 170 ' || number,
            department = 'Dept ' || number, employee_number = 'E' || number, employee_number_folded = 'e' || number, country = 'DE', time_zone = 'Etc/GMT-' || number % 9
     where organization_id = $1`,
    [larkspur],
  );
  for (const category of PROFILE_CATEGORIES) {
    const { body } = await owner.post('/profile-attributes', { name: `Own ${category}`, kind: 'text', category, byPerson: false });
    await house.rows(
      larkspur,
      `insert into member_attribute_values (organization_id, member_id, attribute_id, value, source, changed_at)
       select organization_id, id, $2, $3 || number, 'import', now() from members where organization_id = $1`,
      [larkspur, body.id, `${category}-`],
    );
  }
  rows = await house.rows<Judged>(
    larkspur,
    `select m.id, number, first_name as "firstName", last_name as "lastName", email, phone, site_id as "siteId", display_name as "displayName",
            private_email as "privateEmail", private_phone as "privatePhone", department, employee_number as "employeeNumber", country, time_zone as "timeZone",
            array(select g.group_id from grouped_members g where g.member_id = m.id) as "groupIds"
     from members m where organization_id = $1 order by number`,
    [larkspur],
  );
});

afterAll(() => house.stop());

const PLACE = { country: 'DE', postalAddress: 'Larkspur Way 1, 20095 Hamburg' };

const some = (from: () => readonly string[]) => fc.subarray([0, 1, 2], { minLength: 1 }).map((picked) => picked.map((index) => from()[index] ?? ''));

const scopes: fc.Arbitrary<GrantScope> = fc.oneof(
  fc.constant<GrantScope>({ kind: 'all' }),
  some(() => sites).map((ids): GrantScope => ({ kind: 'site', ids })),
  some(() => groups).map((ids): GrantScope => ({ kind: 'group', ids })),
  fc.uniqueArray(fc.nat(39), { minLength: 1, maxLength: 6 }).map((picked): GrantScope => ({ kind: 'members', ids: picked.map((n) => rows[n]?.id ?? '') })),
  fc.nat(39).map((n): GrantScope => ({ kind: 'request', id: larkspur, members: [rows[n]?.id ?? ''] })),
);

const moment = fc.integer({ min: -3, max: 3 }).map((hours) => NOW.add({ hours }));

const grants: fc.Arbitrary<readonly ApprovedGrant[]> = fc.array(
  fc.record({
    id: fc.uuid(),
    categories: fc.subarray([...GRANT_CATEGORIES], { minLength: 1, maxLength: 2 }),
    mode: fc.constantFrom<ApprovedGrant['mode']>('shown', 'on-reveal'),
    purposes: fc.constant([ORGANIZATION_PURPOSES[0]]),
    scope: scopes,
    from: fc.option(moment),
    until: moment,
  }),
  { minLength: 1, maxLength: 5 },
);

const actors: fc.Arbitrary<MemberActor> = fc
  .record({ role: fc.constantFrom<Role>('auditor', 'privacy-officer', 'user-administrator'), approved: grants })
  .map(({ role, approved }) => ({
    kind: 'member',
    accountId: '0193f000-0000-7000-8000-000000000001',
    organizationId: larkspur,
    memberId: '0193f000-0000-7000-8000-000000000002',
    roles: [role],
    grants: [...heldGrants([role], []), ...heldAt(approved, NOW).grants],
    oversight: false,
  }));

const VALUES: Readonly<Record<ProfileCategory, (row: Judged) => ShownProfile>> = {
  'user.name': ({ firstName, lastName, displayName }) => ({ firstName, lastName, displayName }),
  'user.contact.email.work': ({ email }) => ({ email }),
  'user.contact.phone_number.work': ({ phone }) => ({ phone }),
  'user.contact.email.private': ({ privateEmail }) => ({ privateEmail }),
  'user.contact.phone_number.private': ({ privatePhone }) => ({ privatePhone }),
  'user.workplace': ({ department, employeeNumber }) => ({ department, employeeNumber, manager: null }),
  'user.location': ({ country, timeZone }) => ({ country, timeZone }),
};

const LISTED: readonly ProfileCategory[] = ['user.name', 'user.contact.email.work', 'user.contact.phone_number.work'];

/** In memory: how each category of a row is met, and what is shown of it. */
const sightOn = (actor: MemberActor, { id, siteId, groupIds }: Judged) => sightsOf(defineAbility(actor, membersAccess), { id, siteId, groupIds });
const shownOf = (actor: MemberActor, row: Judged, categories: readonly ProfileCategory[] = PROFILE_CATEGORIES): object =>
  Object.assign({}, ...categories.filter((category) => sightOn(actor, row)[category] === 'shown').map((category) => VALUES[category](row)));

/** Everything of a list, in its order. */
async function everything(actor: MemberActor, query: object): Promise<readonly MemberListItem[] | string> {
  const items: MemberListItem[] = [];
  for (let after: string | undefined; ;) {
    const page = await house
      .get(SearchMembers)
      .run(actor, { size: 7, ...query, ...(after !== undefined && { after }) })
      .catch((error: Error & { code?: string }) => error.code ?? error.message);
    if (typeof page === 'string') return page;
    items.push(...page.items);
    if (page.next === null) return items;
    after = page.next;
  }
}

const bare = (profile: ShownProfile): object => Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined));

it('under any scoped and timed grants, each row of the list holds exactly the values that the rules show on it', async () => {
  await fc.assert(
    fc.asyncProperty(actors, async (actor) => {
      const listed = await everything(actor, { order: 'number' });
      if (typeof listed === 'string') throw new Error(listed);
      const known = listed.filter(({ id }) => rows.some((row) => row.id === id));
      expect(known.map(({ id, profile }) => [id, bare(profile)])).toEqual(rows.map((row) => [row.id, shownOf(actor, row, LISTED)]));
    }),
    { numRuns: 60, seed: 5 },
  );
}, 60_000);

it('the page of a member says of each category what the rules say of it', async () => {
  await fc.assert(
    fc.asyncProperty(actors, fc.nat(39), async (actor, n) => {
      const row = rows[n];
      if (row === undefined) return;
      const page = await house.get(ReadMember).run(actor, row.id);
      const sight = sightOn(actor, row);
      expect([page.sight, bare(page.profile)]).toEqual([sight, shownOf(actor, row)]);
      // what the organization made up, and where values come from, are shown with the category they are of
      const own = PROFILE_CATEGORIES.map((category) => [category, ...(sight[category] === 'shown' ? [`${category}-${row.number}`] : [])]);
      const told = page.attributes.map(({ category, ...rest }) => [category, ...('value' in rest ? [rest.value] : [])]);
      expect(told.toSorted()).toEqual(own.toSorted());
      const fields = PROFILE_FIELDS.filter((field) => CATEGORY_OF_FIELD[field] === null || sight[CATEGORY_OF_FIELD[field]] === 'shown');
      expect(Object.keys(page.fields)).toEqual(fields);
    }),
    { numRuns: 100, seed: 6 },
  );
}, 60_000);

it('sorting and searching by names and addresses reaches only the rows on which they are shown', async () => {
  const fold = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase();
  await fc.assert(
    fc.asyncProperty(actors, fc.constantFrom('a', 'ad', 'zoe', 'b', 'm1', 'm2'), async (actor, search) => {
      const shows = (row: Judged, category: ProfileCategory): boolean => sightOn(actor, row)[category] === 'shown';
      const known = (found: readonly MemberListItem[] | string) =>
        typeof found === 'string' ? found : found.flatMap(({ id }) => (rows.some((row) => row.id === id) ? [id] : []));
      const nameOf = ({ lastName, firstName, id }: Judged): string => `${fold(`${lastName ?? ''} ${firstName}`.trim())} ${id}`;
      const sortable = rows.filter((row) => shows(row, 'user.name')).toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
      const sorted = await everything(actor, { order: 'name' });
      const somewhere = defineAbility(actor, membersAccess).can('see', 'member', 'user.name');
      expect(known(sorted)).toEqual(somewhere ? sortable.map(({ id }) => id) : 'member.order_hidden');
      const begins = (row: Judged): boolean =>
        (shows(row, 'user.name') &&
          [`${row.lastName ?? ''} ${row.firstName}`, `${row.firstName} ${row.lastName ?? ''}`].some((text) => fold(text).trim().startsWith(search))) ||
        (shows(row, 'user.contact.email.work') && row.email.startsWith(search));
      const found = known(await everything(actor, { search }));
      expect(typeof found === 'string' ? found : found.toSorted()).toEqual(
        rows
          .filter(begins)
          .map(({ id }) => id)
          .toSorted(),
      );
    }),
    { numRuns: 80, seed: 7 },
  );
}, 60_000);

it('a value that is not shown on a row never leaves the database', async () => {
  const actor: MemberActor = {
    ...(fc.sample(actors, { numRuns: 1, seed: 1 })[0] as MemberActor),
    grants: heldAt([scopedTo(rows[0]?.id ?? '')], NOW).grants,
    roles: ['auditor'],
  }; // as: one was asked for
  const spy = jest.spyOn(house.database, 'readTenant');
  await everything(actor, {});
  const left = await Promise.all(spy.mock.results.map(({ value }) => value as Promise<readonly object[]>)); // as: what it returns
  spy.mockRestore();
  expect(JSON.stringify(left)).not.toContain(rows[1]?.email);
  expect(JSON.stringify(left)).toContain(rows[0]?.email);
});

const scopedTo = (id: string): ApprovedGrant => ({
  id,
  categories: ['user'],
  mode: 'shown',
  purposes: ['administration'],
  scope: { kind: 'members', ids: [id] },
  from: null,
  until: NOW.add({ hours: 1 }),
});
