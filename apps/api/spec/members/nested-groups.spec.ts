import { randomUUID } from 'node:crypto';
import { type GroupMove, places } from './placed-groups';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import fc from 'fast-check';
import { everybody, membersHouse } from './members-house';

let house: House;
let larkspur: string;
let owner: Person;
let ada: Person;
let bo: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  larkspur = await house.organization();
  owner = await house.person(larkspur, 'owner');
  [ada, bo] = [await house.person(larkspur), await house.person(larkspur)];
});

afterAll(() => house.stop());

interface Kept {
  readonly id: string;
  readonly name: string;
}

const made = async (name: string): Promise<Kept> => (await owner.post('/groups', { name })).body;
// as: one is made of each name, in their order
const chain = async <const N extends readonly string[]>(...names: N) => (await Promise.all(names.map(made))) as unknown as { [K in keyof N]: Kept };
const nest = (group: Kept, parent: Kept | null) => owner.put(`/groups/${group.id}/parent`, { parentId: parent?.id ?? null });
const put = (group: Kept, ...people: readonly Person[]) => owner.post(`/groups/${group.id}/members`, { memberIds: people.map(({ is }) => is.memberId) });
const take = (group: Kept, ...people: readonly Person[]) =>
  owner.post(`/groups/${group.id}/members/removal`, { memberIds: people.map(({ is }) => is.memberId) });
const listed = async (group: Kept) => (await everybody(owner, { groupId: group.id })).toSorted();
const ids = (...people: readonly Person[]) => people.map(({ is }) => is.memberId).toSorted();

/** What the database keeps ready of who is in which group. */
const kept = () =>
  house.rows<{ group: string; member: string; ways: number }>(
    larkspur,
    'select group_id as "group", member_id as member, ways from group_places where organization_id = $1 order by 1, 2',
    [larkspur],
  );

describe('a group inside another', () => {
  it('brings everybody in it along, whoever comes or goes later, too', async () => {
    const [company, plant, night] = await chain('Company', 'Plant', 'Night shift');
    await put(night, ada);
    expect((await nest(night, plant)).body).toMatchObject({ parentId: plant.id, size: 1 });
    await nest(plant, company);
    expect(await listed(company)).toEqual(ids(ada));
    await put(night, bo);
    expect(await listed(company)).toEqual(ids(ada, bo));
    await take(night, ada);
    expect(await listed(plant)).toEqual(ids(bo));
    expect((await owner.get('/groups')).body.items).toMatchObject([
      { name: 'Company', size: 0, everybody: 1, parentId: null, source: 'hand' },
      { name: 'Night shift', size: 1, everybody: 1, parentId: plant.id },
      { name: 'Plant', size: 0, everybody: 1, parentId: company.id },
    ]);
  });

  it('takes nobody along out of it who is there in another way', async () => {
    const [plant, night, early] = await chain('Plant', 'Night shift', 'Early shift');
    await Promise.all([put(plant, ada), put(night, ada, bo), put(early, bo)]);
    await nest(night, plant);
    await nest(early, plant);
    await nest(night, null);
    expect(await listed(plant)).toEqual(ids(ada, bo));
    await nest(early, null);
    expect(await listed(plant)).toEqual(ids(ada));
  });

  it('says on a member’s page which groups they were put into and which they are in besides', async () => {
    const [plant, night] = await chain('Plant', 'Night shift');
    await nest(night, plant);
    await put(night, ada);
    expect((await owner.get(`/members/${ada.is.memberId}`)).body.groups).toEqual([
      { id: night.id, name: 'Night shift', put: true },
      { id: plant.id, name: 'Plant', put: false },
    ]);
  });

  it('never stands inside itself, however far down, nor more than five deep', async () => {
    const [a, b, c, d, e, f] = await chain('A', 'B', 'C', 'D', 'E', 'F');
    for (const [inner, outer] of [
      [b, a],
      [c, b],
      [d, c],
      [e, d],
    ] as const)
      expect((await nest(inner, outer)).status).toBe(200);
    for (const [inner, outer] of [
      [a, a],
      [a, e],
      [b, d],
    ] as const)
      expect(await nest(inner, outer)).toMatchObject({ status: 409, body: { code: 'group.inside_itself' } });
    expect(await nest(f, e)).toMatchObject({ status: 409, body: { code: 'group.too_deep' } });
    expect(await nest(a, f)).toMatchObject({ status: 409, body: { code: 'group.too_deep' } });
  });

  it('is not removed while others stand inside it, and takes its members out of those above when it goes', async () => {
    const [company, plant, night] = await chain('Company', 'Plant', 'Night shift');
    await nest(plant, company);
    await nest(night, plant);
    await put(night, ada);
    expect(await owner.delete(`/groups/${plant.id}`)).toMatchObject({ status: 409, body: { code: 'group.has_groups' } });
    expect((await owner.delete(`/groups/${night.id}`)).status).toBe(204);
    expect(await kept()).toEqual([]);
  });

  it('is put there by owners, within one organization, and once for one key', async () => {
    const [plant, night] = await chain('Plant', 'Night shift');
    const admin = await house.person(larkspur, 'user-administrator');
    expect((await admin.put(`/groups/${night.id}/parent`, { parentId: plant.id })).status).toBe(404);
    const elsewhere = await house.person(await house.organization(), 'owner');
    const theirs: Kept = (await elsewhere.post('/groups', { name: 'Theirs' })).body;
    expect(await nest(night, theirs)).toMatchObject({ status: 422, body: { code: 'group.unknown_parent' } });
    expect((await elsewhere.put(`/groups/${night.id}/parent`, { parentId: theirs.id })).status).toBe(404);
    const key = randomUUID();
    const path = `/groups/${night.id}/parent`;
    await Promise.all([owner.put(path, { parentId: plant.id }, key), owner.put(path, { parentId: plant.id }, key)]);
    expect((await house.log(larkspur)).filter((action) => action === 'group.nested')).toHaveLength(1);
  });

  it('stands in the order of names, whichever comes first: another name, or the group', async () => {
    const [plant, night] = await chain('Plant', 'Night shift');
    await put(night, ada, bo);
    const rename = async (person: Person, lastName: string) => {
      const { version } = (await owner.get(`/members/${person.is.memberId}`)).body;
      await owner.patch(`/members/${person.is.memberId}/profile`, { version, lastName });
    };
    await Promise.all([nest(night, plant), rename(ada, 'Zimmer'), rename(bo, 'Young')]);
    await Promise.all([nest(night, null), rename(ada, 'Adler')]);
    await Promise.all([nest(night, plant), rename(bo, 'Yates')]);
    const same = await house.rows(
      larkspur,
      `select bool_and(p.name_folded = m.name_folded and p.member_number = m.number) as same, count(*)::int as places from group_places p
       join members m on m.organization_id = p.organization_id and m.id = p.member_id where p.organization_id = $1`,
      [larkspur],
    );
    expect(same).toEqual([{ same: true, places: 4 }]);
  });
});

describe('nobody widens their own sight', () => {
  const grant = (grantee: { member?: string; group?: string }, scope: readonly string[], requestedBy: string) =>
    house.rows(
      larkspur,
      `insert into grants (organization_id, id, state, grantee_member_id, grantee_group_id, categories, mode, purposes, scope_kind, scope_ids, scope_members,
         reviewed, requested_by, requested_at, decided_at, ends_at, reason, reason_salt)
       select $1, gen_random_uuid(), 'approved', $2::uuid, $3::uuid, '{user.name}', 'shown', '{support}', case when $4::uuid[] = '{}' then 'all' else 'group' end,
         $4::uuid[], '{}', false, $5, now(), now(), now() + interval '30 years', 'why', ''`,
      [larkspur, grantee.member ?? null, grantee.group ?? null, scope, requestedBy],
    );

  it('by filling a group whose members they may see, or one above it', async () => {
    const [plant, night, other] = await chain('Plant', 'Night shift', 'Other');
    await nest(night, plant);
    await grant({ member: owner.is.memberId }, [plant.id], bo.is.memberId);
    for (const refused of [put(plant, ada), put(night, ada), nest(other, night)])
      expect(await refused).toMatchObject({ status: 409, body: { code: 'group.widens_own_sight' } });
    expect((await put(other, ada)).status).toBe(200);
    const second = await house.person(larkspur, 'owner');
    expect((await second.post(`/groups/${night.id}/members`, { memberIds: [ada.is.memberId] })).status).toBe(200);
    expect((await take(night, ada)).status).toBe(200);
  });

  it('by coming into a group that may see data themselves, with a group of theirs as well', async () => {
    const [seeing, mine] = await chain('Seeing', 'Mine');
    await grant({ group: seeing.id }, [], bo.is.memberId);
    expect(await put(seeing, owner)).toMatchObject({ status: 409, body: { code: 'group.widens_own_sight' } });
    expect((await put(seeing, ada)).status).toBe(200);
    await put(mine, owner);
    expect(await nest(mine, seeing)).toMatchObject({ status: 409, body: { code: 'group.widens_own_sight' } });
  });
});

describe('whatever is done to groups, in whatever order', () => {
  it('leaves everybody in exactly the groups they were put into and those above', async () => {
    const people = [ada, bo, owner];
    const groups = await chain('G0', 'G1', 'G2', 'G3', 'G4');
    const moves: fc.Arbitrary<readonly GroupMove[]> = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constantFrom<'put' | 'take'>('put', 'take'), group: fc.nat(4), member: fc.nat(2) }),
        fc.record({ kind: fc.constant<'nest'>('nest'), group: fc.nat(4), into: fc.option(fc.nat(4)) }),
      ),
      { minLength: 30, maxLength: 30 },
    );
    const [done = []] = fc.sample(moves, { numRuns: 1, seed: 11 });
    const accepted: GroupMove[] = [];
    for (const move of done) {
      const group = groups[move.group];
      if (group === undefined) continue;
      const person = move.kind === 'nest' ? undefined : people[move.member];
      const answer =
        move.kind === 'nest' ? await nest(group, groups[move.into ?? -1] ?? null) : person && (await (move.kind === 'put' ? put : take)(group, person));
      if (answer?.status === 200) accepted.push(move);
    }
    const expected = places(accepted).map(({ group, member, ways }) => ({ group: groups[group]?.id, member: people[member]?.is.memberId, ways }));
    const order = (one: object) => JSON.stringify(one);
    expect((await kept()).toSorted((a, b) => order(a).localeCompare(order(b)))).toEqual(expected.toSorted((a, b) => order(a).localeCompare(order(b))));
    expect(accepted.length).toBeGreaterThan(15);
  });
});
