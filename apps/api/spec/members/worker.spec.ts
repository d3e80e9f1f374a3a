import { systemActor } from '@smartpar/access/model';
import { KeepRoles } from '@smartpar/members/api';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { membersHouse } from './members-house';

let house: House;
let larkspur: string;
let owner: Person;
let helpdesk: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  larkspur = await house.organization({ timeZone: 'Europe/Berlin' });
  [owner, helpdesk] = [await house.person(larkspur, 'owner'), await house.person(larkspur, 'helpdesk')];
});

afterAll(() => house.stop());

const read = async (person: Person) => (await owner.get(`/members/${person.is.memberId}`)).body;
const works = async (person: Person, type: string, until: string | null = null, by = owner): Promise<Answer> =>
  by.put(`/members/${person.is.memberId}/worker`, { version: (await read(person)).version, type, until });
const seesOthers = async (person: Person): Promise<boolean> => (await person.get(`/members/${owner.is.memberId}`)).status === 200;

describe('as what a member works', () => {
  it('is an employee without an end at first', async () => {
    expect((await read(helpdesk)).worker).toEqual({ type: 'employee', until: null, over: false });
  });

  it('is said by those who may correct, with a last day', async () => {
    const administrator = await house.person(larkspur, 'user-administrator');
    expect(await works(helpdesk, 'contractor', '2026-03-31', administrator)).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await read(helpdesk)).worker).toEqual({ type: 'contractor', until: '2026-03-31', over: false });
    expect(await house.rows(larkspur, `select facts from audit_entries where organization_id = $1 and action = 'member.worker-changed'`, [larkspur])).toEqual([
      { facts: { from: 'employee', to: 'contractor', ends: true } },
    ]);
  });

  it.each(['privacy-officer', 'helpdesk', 'auditor'] as const)('is not said by a %s', async (role) => {
    const other = await house.person(larkspur, role);
    expect(await works(helpdesk, 'agent', null, other)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('has no last day for employees, and none that is no day', async () => {
    expect(await works(helpdesk, 'employee', '2026-03-31')).toMatchObject({ status: 422, body: { errors: [{ field: 'until' }] } });
    expect(await works(helpdesk, 'agent', '2026-02-30')).toMatchObject({ status: 422, body: { errors: [{ field: 'until' }] } });
  });

  it('is not written over what somebody else said', async () => {
    await works(helpdesk, 'agent');
    const late = await owner.put(`/members/${helpdesk.is.memberId}/worker`, { version: 1, type: 'contractor', until: null });
    expect(late).toMatchObject({ status: 409, body: { code: 'member.changed_meanwhile' } });
  });

  it('is no change where it is the same', async () => {
    expect((await works(helpdesk, 'employee')).body.version).toBe(1);
  });
});

describe('after the last day', () => {
  it('somebody sees no data of others, from midnight where the organization is, and keeps their own', async () => {
    await works(helpdesk, 'contractor', '2026-03-02');
    house.time.set('2026-03-02T22:59:59Z');
    expect(await seesOthers(helpdesk)).toBe(true);
    house.time.set('2026-03-02T23:00:00Z');
    expect(await seesOthers(helpdesk)).toBe(false);
    expect((await helpdesk.get('/my/profile')).status).toBe(200);
    expect((await read(helpdesk)).worker.over).toBe(true);
  });

  it('it comes back with a later last day', async () => {
    await works(helpdesk, 'agent', '2026-03-01');
    expect(await seesOthers(helpdesk)).toBe(false);
    await works(helpdesk, 'agent', '2026-03-09');
    expect(await seesOthers(helpdesk)).toBe(true);
  });
});

describe('an owner', () => {
  const refused = { status: 409, body: { code: 'member.last_owner' } };

  it('who is the only one has no last day', async () => {
    expect(await works(owner, 'contractor', '2026-12-31')).toMatchObject(refused);
    expect((await works(owner, 'contractor')).status).toBe(200);
  });

  it('with a last day is not the one who remains', async () => {
    const other = await house.person(larkspur, 'owner');
    expect((await works(other, 'contractor', '2026-12-31')).status).toBe(200);
    await expect(house.get(KeepRoles).revoke(systemActor(larkspur, 'spec'), owner.is.memberId, 'owner')).rejects.toMatchObject({ code: 'member.last_owner' });
    await expect(house.get(KeepRoles).revoke(systemActor(larkspur, 'spec'), other.is.memberId, 'owner')).resolves.toBeUndefined();
  });

  it('of two keeps the organization when both get a last day at the same moment', async () => {
    const other = await house.person(larkspur, 'owner');
    const answers = await Promise.all([works(owner, 'agent', '2026-12-31'), works(other, 'agent', '2026-12-31', other)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});
