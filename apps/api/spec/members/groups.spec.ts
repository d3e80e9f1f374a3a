import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
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

const made = async (name = 'Night shift') => (await owner.post('/groups', { name })).body;
const put = (groupId: string, ...people: readonly Person[]) => owner.post(`/groups/${groupId}/members`, { memberIds: people.map(({ is }) => is.memberId) });
const take = (groupId: string, ...people: readonly Person[]) =>
  owner.post(`/groups/${groupId}/members/removal`, { memberIds: people.map(({ is }) => is.memberId) });

const rename = async (person: Person, lastName: string) => {
  const { version } = (await owner.get(`/members/${person.is.memberId}`)).body;
  expect((await owner.patch(`/members/${person.is.memberId}/profile`, { version, lastName })).status).toBe(200);
};

describe('groups', () => {
  it('are made, renamed, listed by name and removed', async () => {
    const [night, drivers] = [await made(), await made('Drivers')];
    expect((await owner.get('/groups')).body.items).toEqual([drivers, night]);
    const renamed = await owner.patch(`/groups/${night.id}`, { name: 'Early shift', version: 1 });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Early shift', version: 2, size: 0 } });
    expect((await owner.delete(`/groups/${drivers.id}`)).status).toBe(204);
    expect((await owner.get('/groups')).body.items).toEqual([renamed.body]);
    expect(await house.log(larkspur)).toEqual(expect.arrayContaining(['group.added', 'group.renamed', 'group.removed']));
  });

  it('have each a name of their own, however it is written', async () => {
    await made('Zoë’s team');
    const second = await owner.post('/groups', { name: 'ZOE’S TEAM' });
    expect(second).toMatchObject({ status: 422, body: { code: 'group.name_taken', errors: [{ field: 'name' }] } });
  });

  it('are not renamed by whoever comes second', async () => {
    const { id } = await made();
    await owner.patch(`/groups/${id}`, { name: 'One', version: 1 });
    expect(await owner.patch(`/groups/${id}`, { name: 'Two', version: 1 })).toMatchObject({ status: 409, body: { code: 'group.changed_meanwhile' } });
  });

  it('are read by those who work for the organization’s people, and kept by owners', async () => {
    const { id } = await made();
    const [helpdesk, admin] = [await house.person(larkspur, 'helpdesk'), await house.person(larkspur, 'user-administrator')];
    expect((await helpdesk.get('/groups')).status).toBe(200);
    expect((await ada.get('/groups')).status).toBe(404);
    expect((await admin.post(`/groups/${id}/members`, { memberIds: [ada.is.memberId] })).status).toBe(404);
    expect((await admin.post('/groups', { name: 'Mine' })).status).toBe(404);
  });

  it('of another organization are not there', async () => {
    const elsewhere = await house.person(await house.organization(), 'owner');
    const { id } = await made();
    expect((await elsewhere.patch(`/groups/${id}`, { name: 'Taken over', version: 1 })).status).toBe(404);
    expect((await elsewhere.post(`/groups/${id}/members`, { memberIds: [elsewhere.is.memberId] })).status).toBe(404);
  });
});

describe('members of a group', () => {
  it('come and go, several at once, and each move is told once of each', async () => {
    const { id } = await made();
    expect((await put(id, ada, bo)).body).toMatchObject({ size: 2 });
    expect((await put(id, ada, ada)).body).toMatchObject({ size: 2 });
    expect((await take(id, ada, owner)).body).toMatchObject({ size: 1 });
    expect((await house.log(larkspur)).filter((action) => action.includes('group') && action.startsWith('member.'))).toEqual([
      'member.put-in-group',
      'member.put-in-group',
      'member.taken-out-of-group',
    ]);
  });

  it('are counted right when many come at the same moment', async () => {
    const { id } = await made();
    const people = await Promise.all(Array.from({ length: 6 }, () => house.person(larkspur)));
    await Promise.all(people.flatMap((person) => [put(id, person, ada), put(id, bo, person)]));
    expect((await owner.get('/groups')).body.items).toMatchObject([{ size: 8 }]);
    expect(await house.rows(larkspur, 'select member_id from grouped_members where organization_id = $1', [larkspur])).toHaveLength(8);
  });

  it('are all known, or none of them comes in', async () => {
    const { id } = await made();
    const stranger = await house.person(await house.organization());
    expect(await put(id, ada, stranger)).toMatchObject({ status: 422, body: { code: 'group.unknown_member', errors: [{ field: 'memberIds' }] } });
    expect((await owner.get('/groups')).body.items).toMatchObject([{ size: 0 }]);
  });

  it('stand in the order of their names, whichever comes first: another name or the group', async () => {
    const { id } = await made();
    await put(id, ada);
    await Promise.all([rename(ada, 'Zimmer'), put(id, bo), rename(bo, 'Young')]);
    await Promise.all([rename(ada, 'Adler'), take(id, ada)]);
    await Promise.all([put(id, ada), rename(bo, 'Yates')]);
    const kept = await house.rows(
      larkspur,
      `select g.name_folded = m.name_folded and g.member_number = m.number as same from group_places g
       join members m on m.id = g.member_id where g.organization_id = $1`,
      [larkspur],
    );
    expect(kept).toEqual([{ same: true }, { same: true }]);
  });

  it('are what the list of members is filtered by, and stand on their page', async () => {
    const { id, name } = await made();
    await put(id, ada, bo);
    expect((await everybody(owner, { groupId: id })).toSorted()).toEqual([ada.is.memberId, bo.is.memberId].toSorted());
    expect((await owner.get(`/members/${ada.is.memberId}`)).body.groups).toEqual([{ id, name, put: true }]);
    expect((await owner.get(`/members/${owner.is.memberId}`)).body.groups).toEqual([]);
  });
});
