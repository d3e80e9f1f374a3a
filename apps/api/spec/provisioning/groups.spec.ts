import { newId } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { type Directory, directoryOf, ERROR, GROUP, provisioningHouse } from './provisioning-house';

let house: House;
let larkspur: string;
let owner: Person;
let directory: Directory;
let ada: string;
let bo: string;

beforeAll(async () => {
  house = await provisioningHouse();
});

beforeEach(async () => {
  larkspur = await house.organization();
  owner = await house.person(larkspur, 'owner');
  directory = await directoryOf(house, larkspur);
  [ada, bo] = [(await directory.user()).id, (await directory.user()).id];
});

afterAll(() => house.stop());

const membersOf = async (id: string): Promise<string[]> =>
  ((await directory.get(`/Groups/${id}`)).body.members ?? []).map(({ value }: { value: string }) => value).toSorted();

describe('a group', () => {
  it('comes back as it was sent, with its members by address and name', async () => {
    const made = await directory.post('/Groups', { schemas: [GROUP], displayName: 'Night shift', externalId: 'object-7', members: [{ value: ada }] });
    expect(made).toMatchObject({ status: 201, body: { displayName: 'Night shift', externalId: 'object-7', meta: { resourceType: 'Group' } } });
    expect(made.body.members).toEqual([
      { value: ada, $ref: expect.stringContaining(`/Users/${ada}`), type: 'User', display: expect.stringContaining('Reed Marsh') },
    ]);
    expect(made.headers).toMatchObject({ location: made.body.meta.location, etag: made.body.meta.version });
    expect((await directory.get(`/Groups/${made.body.id}`)).body).toEqual(made.body);
    expect((await owner.get('/groups')).body.items).toMatchObject([{ name: 'Night shift', size: 1 }]);
  });

  it('shows on the page of its members, and is filtered by', async () => {
    const { id } = await directory.group('Drivers', [ada]);
    expect((await directory.get(`/Users/${ada}`)).body.groups).toEqual([
      { value: id, $ref: expect.stringContaining(`/Groups/${id}`), display: 'Drivers', type: 'direct' },
    ]);
    expect((await directory.find('Users', `groups.value eq "${id}"`)).body.Resources).toMatchObject([{ id: ada }]);
    expect((await directory.find('Groups', `members.value eq "${ada}"`)).body.Resources).toMatchObject([{ id }]);
    expect((await directory.find('Groups', `members[value eq "${bo}"]`)).body.totalResults).toBe(0);
  });

  it('is renamed and filled by the directory alone, and holds no other group; it may stand inside one kept by hand', async () => {
    const { id } = await directory.group('Drivers', [ada]);
    const { body: plant } = await owner.post('/groups', { name: 'Plant' });
    const refused = { status: 409, body: { code: 'group.from_directory' } };
    expect(await owner.patch(`/groups/${id}`, { name: 'Pilots', version: 1 })).toMatchObject(refused);
    expect(await owner.post(`/groups/${id}/members`, { memberIds: [bo] })).toMatchObject(refused);
    expect(await owner.post(`/groups/${id}/members/removal`, { memberIds: [ada] })).toMatchObject(refused);
    expect(await owner.put(`/groups/${plant.id}/parent`, { parentId: id })).toMatchObject(refused);
    expect(await owner.put(`/groups/${id}/parent`, { parentId: plant.id })).toMatchObject({ status: 200, body: { source: 'directory', parentId: plant.id } });
    await directory.patch(`/Groups/${id}`, [{ op: 'add', path: 'members', value: [{ value: bo }] }]);
    expect((await owner.get('/groups')).body.items).toMatchObject([{ size: 2 }, { name: 'Plant', size: 0, everybody: 2 }]);
    expect(await membersOf(plant.id)).toEqual([]);
  });

  it('has a name of its own', async () => {
    await directory.group('Drivers');
    expect(await directory.post('/Groups', { schemas: [GROUP], displayName: 'DRIVERS' })).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
    expect(await directory.post('/Groups', { schemas: [GROUP] })).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
  });

  it('is answered without its members where they are left out', async () => {
    const { id } = await directory.group('Drivers', [ada]);
    expect((await directory.get(`/Groups/${id}`, { query: { excludedAttributes: 'members' } })).body).not.toHaveProperty('members');
    expect((await directory.get('/Groups', { query: { excludedAttributes: 'members' } })).body.Resources[0]).not.toHaveProperty('members');
    expect((await directory.get(`/Groups/${id}`, { query: { attributes: 'members.value' } })).body).toEqual({
      schemas: [GROUP],
      id,
      members: [{ value: ada }],
    });
  });

  it('goes, but not while a role hangs on it', async () => {
    const [{ id }, held] = [await directory.group('Drivers'), await directory.group('Kept')];
    await house
      .rows(
        larkspur,
        `insert into role_assignments (organization_id, id, member_id, role, scope, group_id, assigned_at) select $1, $2, $3, 'helpdesk', 'group', $4, now()`,
        [larkspur, newId(), ada, held.id],
      )
      .catch(() => undefined);
    expect((await directory.delete(`/Groups/${id}`)).status).toBe(204);
    expect(await directory.get(`/Groups/${id}`)).toMatchObject({ status: 404, body: { schemas: [ERROR] } });
    expect((await directory.delete(`/Groups/${id}`)).status).toBe(404);
  });
});

describe('changing a group', () => {
  it.each<[string, (a: string, b: string) => object, (a: string, b: string) => string[]]>([
    ['puts members in', (_, b) => ({ op: 'add', path: 'members', value: [{ value: b }] }), (a, b) => [a, b]],
    ['puts in whoever is in it once', (a) => ({ op: 'add', path: 'members', value: [{ value: a }, { value: a }] }), (a) => [a]],
    ['takes one out by a filter', (a) => ({ op: 'remove', path: `members[value eq "${a}"]` }), () => []],
    ['takes out by a list of values, as Entra does', (a) => ({ op: 'Remove', path: 'members', value: [{ value: a }] }), () => []],
    ['takes everybody out', () => ({ op: 'remove', path: 'members' }), () => []],
    ['puts others in place of those there were', (_, b) => ({ op: 'replace', path: 'members', value: [{ value: b }] }), (_, b) => [b]],
    ['reads members without a path', (_, b) => ({ op: 'add', value: { members: [{ value: b }] } }), (a, b) => [a, b]],
    ['passes over whoever is not there', () => ({ op: 'add', path: 'members', value: [{ value: newId() }, { value: 'no-identifier' }] }), (a) => [a]],
  ])('%s', async (_, operation, expected) => {
    const { id } = await directory.group('Drivers', [ada]);
    expect(await directory.patch(`/Groups/${id}`, [operation(ada, bo)])).toMatchObject({ status: 200, body: { id } });
    expect(await membersOf(id)).toEqual(expected(ada, bo).toSorted());
  });

  it('renames it and keeps its identifier, as Okta asks', async () => {
    const { id } = await directory.group('Drivers', [ada]);
    const renamed = await directory.patch(`/Groups/${id}`, [
      { op: 'replace', value: { id, displayName: 'Pilots' } },
      { op: 'add', path: 'externalId', value: 'x' },
    ]);
    expect(renamed).toMatchObject({ status: 200, body: { id, displayName: 'Pilots', externalId: 'x', members: [{ value: ada }] } });
  });

  it('changes its version with whoever comes or goes', async () => {
    const { id, meta } = await directory.group('Drivers');
    await directory.patch(`/Groups/${id}`, [{ op: 'add', path: 'members', value: [{ value: ada }] }]);
    expect(await directory.patch(`/Groups/${id}`, [{ op: 'remove', path: 'members' }], { headers: { 'if-match': meta.version } })).toMatchObject({
      status: 412,
    });
    expect((await directory.get(`/Groups/${id}`, { headers: { 'if-none-match': meta.version } })).status).toBe(200);
  });

  it('replaces it whole', async () => {
    const { id } = await directory.group('Drivers', [ada]);
    const replaced = await directory.put(`/Groups/${id}`, { schemas: [GROUP], displayName: 'Pilots', members: [{ value: bo }] });
    expect(replaced).toMatchObject({ status: 200, body: { displayName: 'Pilots', members: [{ value: bo }] } });
    expect((await directory.put(`/Groups/${id}`, { schemas: [GROUP], displayName: 'Pilots' })).body).not.toHaveProperty('members');
  });

  it('is done whole or not at all', async () => {
    const { id } = await directory.group('Drivers', [ada]);
    const operations = [
      { op: 'remove', path: 'members' },
      { op: 'replace', path: 'displayName', value: '' },
    ];
    expect(await directory.patch(`/Groups/${id}`, operations)).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
    expect(await membersOf(id)).toEqual([ada]);
  });

  it('never goes without a name', async () => {
    const { id } = await directory.group('Drivers');
    expect(await directory.patch(`/Groups/${id}`, [{ op: 'remove', path: 'displayName' }])).toMatchObject({ status: 400, body: { scimType: 'mutability' } });
  });

  it('holds no groups', async () => {
    const [{ id }, other] = [await directory.group('Drivers'), await directory.group('Inner')];
    const refused = await directory.patch(`/Groups/${id}`, [{ op: 'add', path: 'members', value: [{ value: other.id, type: 'Group' }] }]);
    expect(refused).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
  });

  it('is told once of each who came or went, and makes every process forget who may do what', async () => {
    const { id } = await directory.group('Drivers', [ada, bo]);
    await directory.patch(`/Groups/${id}`, [{ op: 'replace', path: 'members', value: [{ value: bo }] }]);
    const log = (await house.log(larkspur)).filter((action) => action.endsWith('-group'));
    expect(log).toEqual(['member.put-in-group', 'member.put-in-group', 'member.taken-out-of-group']);
  });
});
