import { heard, membersHouse, takeMails } from '../members/members-house';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';

let house: House;
let larkspur: string;
let owner: Person;
let ada: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  larkspur = await house.organization();
  owner = await house.person(larkspur, 'owner');
  ada = await house.person(larkspur);
  await takeMails(house);
});

afterAll(() => house.stop());

const compose = (abilities: readonly string[], name = 'Night watch'): Promise<Answer> =>
  owner.post('/roles', { name, sentence: 'Looks after the night.', abilities });
const give = (to: Person, role: string, scope: object = { kind: 'all' }, who = owner): Promise<Answer> =>
  who.post(`/members/${to.is.memberId}/role-assignments`, { role, scope });
const mayList = async (who: Person): Promise<boolean> => (await who.post('/members/search', {})).status === 200;

describe('the roles of an organization', () => {
  it('are those there are from the start, with what they permit, and its own', async () => {
    const { body: made } = await compose(['member.list', 'member.read']);
    const { body } = await owner.get('/roles');
    expect(body.builtIn.map(({ role }: { role: string }) => role)).toEqual([
      'owner',
      'user-administrator',
      'privacy-officer',
      'helpdesk',
      'auditor',
      'works-council',
    ]);
    expect(body.builtIn[0]).toMatchObject({ holders: 1, abilities: expect.arrayContaining(['member.list', 'role.compose']) });
    expect(body.custom).toEqual([{ ...made, holders: 0 }]);
    expect(made.abilities).toEqual(['member.list', 'member.read']);
    expect(body.abilities).toEqual(expect.arrayContaining([{ name: 'member.suspend', mayPassOn: true, scoped: true }]));
    expect(body.abilities.map(({ name }: { name: string }) => name)).not.toContain('role.compose');
  });

  it('are read by those who work for the organization’s people or check them, and composed by owners', async () => {
    const [auditor, admin] = [await house.person(larkspur, 'auditor'), await house.person(larkspur, 'user-administrator')];
    expect([(await auditor.get('/roles')).status, (await ada.get('/roles')).status]).toEqual([200, 404]);
    expect((await admin.post('/roles', { name: 'Mine', abilities: ['member.list'] })).status).toBe(404);
    expect((await owner.stale.post('/roles', { name: 'Mine', abilities: ['member.list'] })).status).toBe(403);
  });

  it.each([
    ['an ability that stays with owners', ['role.compose'], 'role.unknown_ability'],
    ['saying who is in a group, which may have been given sight', ['group.fill'], 'role.unknown_ability'],
    ['an ability there is not', ['member.burn'], 'role.unknown_ability'],
    ['what only SmartPAR’s staff may do', ['organization-figures.read'], 'role.unknown_ability'],
    ['personal data', ['member.see'], 'role.unknown_ability'],
  ])('are not composed of %s', async (_, abilities, code) => {
    expect(await compose(abilities)).toMatchObject({ status: 422, body: { code, errors: [{ field: 'abilities' }] } });
  });

  it('have each a name of their own, free again once the role is retired', async () => {
    const { body } = await compose(['member.list']);
    expect(await compose(['member.read'], 'NIGHT watch')).toMatchObject({ status: 422, body: { code: 'role.name_taken', errors: [{ field: 'name' }] } });
    expect((await owner.delete(`/roles/${body.id}`)).status).toBe(204);
    expect((await compose(['member.read'])).status).toBe(201);
    expect((await owner.get('/roles')).body.custom).toHaveLength(1);
  });

  it('are not changed by whoever comes second', async () => {
    const { body } = await compose(['member.list']);
    const change = { name: 'Day watch', sentence: null, abilities: ['member.list'], version: 1 };
    const outcomes = await Promise.all([owner.put(`/roles/${body.id}`, change), owner.put(`/roles/${body.id}`, { ...change, name: 'Other watch' })]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('are not composed any more by somebody who stopped being an owner a moment ago', async () => {
    const second = await house.person(larkspur, 'owner');
    await second.get('/roles');
    await house.rows(larkspur, `delete from member_roles where organization_id = $1 and member_id = $2`, [larkspur, second.is.memberId]);
    expect((await second.post('/roles', { name: 'Late', sentence: null, abilities: ['member.list'] })).status).toBe(404);
  });

  it('are nobody’s from elsewhere', async () => {
    const { body } = await compose(['member.list']);
    const stranger = await house.person(await house.organization(), 'owner');
    expect((await stranger.delete(`/roles/${body.id}`)).status).toBe(404);
    expect((await give(ada, body.id, { kind: 'all' }, stranger)).status).toBe(404);
    expect((await stranger.post(`/members/${stranger.is.memberId}/role-assignments`, { role: body.id, scope: { kind: 'all' } })).body.code).toBe(
      'role.unknown',
    );
  });
});

it('the list of members counts roles that are held beside those of the whole organization', async () => {
  const { body: role } = await compose(['member.list']);
  await give(ada, role.id);
  const { items } = (await owner.post('/members/search', {})).body;
  const lines = items.map(({ id, roles, further }: { id: string; roles: string[]; further: number }) => [id, roles, further]);
  expect(lines).toEqual(
    expect.arrayContaining([
      [ada.is.memberId, [], 1],
      [owner.is.memberId, ['owner'], 0],
    ]),
  );
});

describe('a custom role', () => {
  it('opens doors when it is given and closes them when it is changed or taken, and its holder is told', async () => {
    const { body: role } = await compose(['member.list']);
    expect(await mayList(ada)).toBe(false);
    expect((await give(ada, role.id)).status).toBe(200);
    await heard(() => mayList(ada));
    expect(await takeMails(house)).toMatchObject([
      { template: 'members.further-role-given', to: ada.is.email, facts: { roleName: 'Night watch', place: null } },
    ]);
    await owner.put(`/roles/${role.id}`, { name: 'Night watch', sentence: null, abilities: ['member.find'], version: 1 });
    await heard(async () => !(await mayList(ada)) || (await ada.post('/members/search', {})).body.items.length === 0);
    const [held] = (await owner.get(`/role-assignments?memberId=${ada.is.memberId}`)).body.items;
    expect((await owner.delete(`/members/${ada.is.memberId}/role-assignments/${held.id}`)).status).toBe(200);
    await heard(async () => !(await mayList(ada)));
    expect(await house.log(larkspur)).toEqual(expect.arrayContaining(['role.composed', 'member-role.assigned', 'role.changed', 'member-role.unassigned']));
  });

  it('is not retired while somebody holds it, nor given once it is retired, however the two meet', async () => {
    const { body: role } = await compose(['member.list']);
    const [retired, given] = await Promise.all([owner.delete(`/roles/${role.id}`), give(ada, role.id)]);
    const held = await house.rows(larkspur, 'select from role_assignments where organization_id = $1', [larkspur]);
    expect(held).toHaveLength(given.status === 200 ? 1 : 0);
    expect([retired.status, given.status].toSorted()).toEqual(given.status === 200 ? [200, 409] : [204, 422]);
  });

  it('shows no personal data, whatever it permits', async () => {
    const { body } = await owner.get('/roles');
    const { body: role } = await compose(body.abilities.map(({ name }: { name: string }) => name));
    await give(ada, role.id);
    await heard(() => mayList(ada));
    const { sight, items } = (await ada.post('/members/search', {})).body;
    expect(new Set(Object.values(sight))).toEqual(new Set(['hidden']));
    expect(items[0].profile).toEqual({});
  });
});

describe('a role for a site or a group', () => {
  const group = async (...people: readonly Person[]): Promise<string> => {
    const { body } = await owner.post('/groups', { name: `Group ${people.length}` });
    await owner.post(`/groups/${body.id}/members`, { memberIds: people.map(({ is }) => is.memberId) });
    return body.id;
  };
  const listed = async (who: Person): Promise<string[]> => (await who.post('/members/search', {})).body.items?.map(({ id }: { id: string }) => id) ?? [];

  it('holds for its members and for nobody else', async () => {
    const [bo, cy] = [await house.person(larkspur), await house.person(larkspur)];
    const id = await group(bo);
    expect((await give(ada, 'user-administrator', { kind: 'group', id })).status).toBe(200);
    await heard(() => mayList(ada));
    expect(await listed(ada)).toEqual([bo.is.memberId]);
    expect((await ada.get(`/members/${bo.is.memberId}`)).body).toMatchObject({ may: { suspend: true, correct: true, assignRole: false } });
    expect((await ada.get(`/members/${cy.is.memberId}`)).status).toBe(404);
    expect((await ada.post(`/members/${cy.is.memberId}/suspension`, {})).status).toBe(404);
    expect((await ada.post(`/members/${bo.is.memberId}/suspension`, {})).status).toBe(200);
    expect((await ada.post('/member-imports', {})).status).toBe(404);
    await owner.post(`/groups/${id}/members/removal`, { memberIds: [bo.is.memberId] });
    expect(await listed(ada)).toEqual([]);
  });

  it('is not an owner’s, and not for a place there is not', async () => {
    expect(await give(ada, 'owner', { kind: 'group', id: await group(ada) })).toMatchObject({ status: 422, body: { code: 'role.scope_refused' } });
    expect(await give(ada, 'auditor', { kind: 'site', id: ada.is.memberId })).toMatchObject({ status: 422, body: { code: 'role.unknown_scope' } });
  });

  it('keeps its group from being removed', async () => {
    const id = await group(ada);
    await give(ada, 'auditor', { kind: 'group', id });
    expect(await owner.delete(`/groups/${id}`)).toMatchObject({ status: 409, body: { code: 'group.in_use' } });
  });

  it('stands in the list of who holds what, with place, day and giver', async () => {
    const id = await group(ada);
    await give(ada, 'helpdesk', { kind: 'group', id });
    await give(ada, 'helpdesk', { kind: 'group', id });
    await give(ada, 'auditor');
    const { items } = (await owner.get(`/role-assignments?memberId=${ada.is.memberId}`)).body;
    expect(items).toMatchObject([
      { role: 'helpdesk', scope: { kind: 'group', id, name: 'Group 1' }, by: owner.is.number, member: { number: ada.is.number } },
      { id: null, role: 'auditor', scope: { kind: 'all', id: null, name: null }, by: owner.is.number },
    ]);
    const everything = (await owner.get('/role-assignments?size=1')).body;
    expect(everything).toMatchObject({ items: [{ role: 'owner', by: null }], next: expect.any(String) });
    expect((await owner.get(`/role-assignments?size=1&after=${everything.next}`)).body.items).toEqual([items[0]]);
    expect((await owner.get('/role-assignments?role=auditor')).body.items).toEqual([items[1]]);
    expect((await owner.get('/roles')).body.builtIn).toEqual(expect.arrayContaining([expect.objectContaining({ role: 'helpdesk', holders: 1 })]));
    expect((await owner.get(`/members/${ada.is.memberId}`)).body).toMatchObject({
      roles: ['auditor'],
      further: [{ role: 'helpdesk', name: null, kind: 'group', place: 'Group 1' }],
    });
  });
});

describe('whoever may give roles without being an owner', () => {
  it('gives only what they hold, only where they hold it, and never to or from an owner', async () => {
    const { body: role } = await compose(['member.list', 'member.read', 'member.assign-role']);
    const { body: other } = await compose(['member.list'], 'Other');
    const bo = await house.person(larkspur);
    await give(ada, role.id);
    await heard(() => mayList(ada));
    expect((await give(bo, role.id, { kind: 'all' }, ada)).status).toBe(200);
    expect(await give(bo, other.id, { kind: 'all' }, ada)).toMatchObject({ status: 422, body: { code: 'role.not_yours', errors: [{ field: 'role' }] } });
    for (const built of ['owner', 'auditor', 'privacy-officer']) expect((await give(bo, built, { kind: 'all' }, ada)).body.code).toBe('role.not_yours');
    expect((await ada.put(`/members/${ada.is.memberId}/roles/owner`, {})).body.code).toBe('role.not_yours');
    expect((await ada.delete(`/members/${owner.is.memberId}/roles/owner`)).status).toBe(404);
    expect((await give(owner, role.id, { kind: 'all' }, ada)).status).toBe(404);
  });
});
