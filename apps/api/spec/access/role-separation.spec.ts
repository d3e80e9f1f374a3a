import { KeepRoles, RecoverLastOwner } from '@smartpar/members/api';
import { systemActor } from '@smartpar/access/model';
import { membersHouse } from '../members/members-house';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';

let house: House;
let larkspur: string;
let owner: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  larkspur = await house.organization();
  owner = await house.person(larkspur, 'owner');
});

afterAll(() => house.stop());

const give = (to: Person, role: string): Promise<Answer> => owner.put(`/members/${to.is.memberId}/roles/${role}`, {});
const giveThere = (to: Person, role: string, scope: object = { kind: 'all' }): Promise<Answer> =>
  owner.post(`/members/${to.is.memberId}/role-assignments`, { role, scope });
const keepApart = (change: object): Promise<Answer> => owner.put('/role-separation', { version: 0, pairs: [], limits: [], ...change });
const holdersOf = (role: string) => house.rows(larkspur, 'select member_id from member_roles where organization_id = $1 and role = $2', [larkspur, role]);
const KEPT_APART = { status: 409, body: { code: 'role.kept_apart', errors: [{ field: 'role', code: 'kept_apart' }] } };
const LIMIT = { status: 409, body: { code: 'role.limit_reached', errors: [{ field: 'role', code: 'limit_reached' }] } };

describe('two roles that are kept apart', () => {
  beforeEach(async () => {
    expect(await keepApart({ pairs: [['privacy-officer', 'auditor']] })).toMatchObject({
      status: 200,
      body: { version: 1, pairs: [['auditor', 'privacy-officer']] },
    });
  });

  it('are not held by one person, whichever comes first and wherever it is held', async () => {
    const [ada, bo] = [await house.person(larkspur, 'auditor'), await house.person(larkspur)];
    expect(await give(ada, 'privacy-officer')).toMatchObject(KEPT_APART);
    const { body: group } = await owner.post('/groups', { name: 'Night shift' });
    expect((await giveThere(bo, 'privacy-officer', { kind: 'group', id: group.id })).status).toBe(200);
    expect(await give(bo, 'auditor')).toMatchObject(KEPT_APART);
    expect(await giveThere(ada, 'privacy-officer', { kind: 'group', id: group.id })).toMatchObject(KEPT_APART);
  });

  it('are not held by one person when both are given at the same moment', async () => {
    for (let round = 0; round < 4; round += 1) {
      const ada = await house.person(larkspur);
      const outcomes = await Promise.all([give(ada, 'auditor'), give(ada, 'privacy-officer')]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    }
  });

  it('are not given to somebody who is invited with both', async () => {
    const invited = { email: 'new@larkspur.example', firstName: 'Reed', roles: ['auditor', 'privacy-officer'], locale: 'en' };
    expect(await owner.post('/members', invited)).toMatchObject(KEPT_APART);
  });

  it('bind operators too, but never keep an organization from an owner', async () => {
    const ada = await house.person(larkspur, 'auditor');
    const system = systemActor(larkspur, 'operate');
    await expect(house.get(KeepRoles).grant(system, ada.is.memberId, 'privacy-officer')).rejects.toMatchObject({ code: 'role.kept_apart' });
    expect((await keepApart({ version: 1, pairs: [['auditor', 'owner']] })).status).toBe(200);
    await expect(house.get(KeepRoles).grant(system, ada.is.memberId, 'owner')).rejects.toMatchObject({ code: 'role.kept_apart' });
    await house.get(RecoverLastOwner).run(larkspur, { email: ada.is.email, firstName: 'Ada', locale: 'en' });
    expect(await holdersOf('owner')).toHaveLength(2);
  });

  it('can be a custom role and a built-in one', async () => {
    const { body: role } = await owner.post('/roles', { name: 'Night watch', abilities: ['member.list'] });
    expect((await keepApart({ version: 1, pairs: [[role.id, 'helpdesk']] })).status).toBe(200);
    const ada = await house.person(larkspur, 'helpdesk');
    expect(await giveThere(ada, role.id)).toMatchObject(KEPT_APART);
  });
});

describe('as many as may hold a role', () => {
  it('hold it and no more, however many are given it at the same moment', async () => {
    await keepApart({ limits: [{ role: 'auditor', most: 2 }] });
    const people = await Promise.all(Array.from({ length: 6 }, () => house.person(larkspur)));
    const outcomes = await Promise.all(people.map((person) => give(person, 'auditor')));
    expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(outcomes.find(({ status }) => status !== 200)).toMatchObject(LIMIT);
    expect(await holdersOf('auditor')).toHaveLength(2);
  });

  it('make room when it is taken from one of them', async () => {
    await keepApart({ limits: [{ role: 'auditor', most: 1 }] });
    const [ada, bo] = [await house.person(larkspur, 'auditor'), await house.person(larkspur)];
    expect(await give(bo, 'auditor')).toMatchObject(LIMIT);
    await owner.delete(`/members/${ada.is.memberId}/roles/auditor`);
    expect((await give(bo, 'auditor')).status).toBe(200);
  });
});

describe('what is kept apart', () => {
  it('is nothing until an owner says so, and read by those who check', async () => {
    const auditor = await house.person(larkspur, 'auditor');
    expect((await auditor.get('/role-separation')).body).toEqual({ version: 0, pairs: [], limits: [] });
    expect((await auditor.put('/role-separation', { version: 0, pairs: [], limits: [] })).status).toBe(404);
  });

  it('is never against how things are', async () => {
    const ada = await house.person(larkspur, 'auditor', 'helpdesk');
    await house.person(larkspur, 'auditor');
    expect(await keepApart({ pairs: [['helpdesk', 'auditor']] })).toMatchObject({
      status: 409,
      body: { code: 'role.held_together', errors: [{ field: 'pairs' }] },
    });
    expect(await keepApart({ limits: [{ role: 'auditor', most: 1 }] })).toMatchObject({
      status: 409,
      body: { code: 'role.over_limit', errors: [{ field: 'limits' }] },
    });
    await owner.delete(`/members/${ada.is.memberId}/roles/helpdesk`);
    expect((await keepApart({ pairs: [['helpdesk', 'auditor']] })).status).toBe(200);
  });

  it('is not said over somebody else’s words, even at the same moment', async () => {
    const outcomes = await Promise.all([keepApart({ pairs: [['auditor', 'helpdesk']] }), keepApart({ limits: [{ role: 'auditor', most: 3 }] })]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await house.log(larkspur)).toEqual(expect.arrayContaining(['role.kept-apart']));
  });

  it('lets go of a role that was retired since', async () => {
    const { body: role } = await owner.post('/roles', { name: 'Night watch', abilities: ['member.list'] });
    const { body: kept } = await keepApart({ pairs: [[role.id, 'helpdesk']], limits: [{ role: role.id, most: 3 }] });
    expect((await owner.delete(`/roles/${role.id}`)).status).toBe(204);
    const change = { ...kept, pairs: [...kept.pairs, ['auditor', 'owner']] };
    expect(await keepApart(change)).toMatchObject({ status: 200, body: { version: 2, pairs: [['auditor', 'owner']], limits: [] } });
  });

  it('names only roles there are', async () => {
    expect(await keepApart({ pairs: [['auditor', owner.is.memberId]] })).toMatchObject({ status: 422, body: { code: 'role.unknown' } });
    expect((await keepApart({ pairs: [['auditor', 'auditor']] })).status).toBe(422);
  });
});
