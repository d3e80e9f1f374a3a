import { CALL_DAYS } from '@smartpar/members/model';
import { ProvisioningPeriodic } from '@smartpar/members/api';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { type Directory, directoryOf, ENTERPRISE, provisioningHouse, userOf } from './provisioning-house';

let house: House;
let larkspur: string;
let owner: Person;
let directory: Directory;

beforeAll(async () => {
  house = await provisioningHouse();
});

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  larkspur = await house.organization();
  owner = await house.person(larkspur, 'owner');
  directory = await directoryOf(house, larkspur);
});

afterAll(() => house.stop());

const list = async (query = '') => (await owner.get(`/provisioning/calls${query}`)).body;

describe('the calls of a directory', () => {
  it('are kept with what they were about and changed, and without any value', async () => {
    const { id } = await directory.user({ userName: 'secret.name', externalId: 'secret-id', title: 'Secret', emails: [] });
    await directory.patch(`/Users/${id}`, [
      { op: 'replace', path: 'displayName', value: 'Secret' },
      { op: 'add', path: `${ENTERPRISE}:department`, value: 'Secret' },
    ]);
    await directory.find('Users', 'userName eq "secret.name" and not (emails[type eq "work"])');
    await directory.patch(`/Users/${id}`, [{ op: 'replace', path: 'colour', value: 'Secret' }]);
    await directory.delete(`/Users/${id}`);
    const { items } = await list();
    expect(
      items.map(({ method, path, status, outcome, fault, changed }: Record<string, unknown>) => ({ method, path, status, outcome, fault, changed })),
    ).toEqual([
      { method: 'DELETE', path: 'Users/{id}', status: 204, outcome: 'done', fault: null, changed: ['active'] },
      { method: 'PATCH', path: 'Users/{id}', status: 400, outcome: 'refused', fault: 'invalidPath', changed: [] },
      { method: 'GET', path: 'Users', status: 200, outcome: 'done', fault: null, changed: [] },
      { method: 'PATCH', path: 'Users/{id}', status: 200, outcome: 'done', fault: null, changed: ['displayName', 'department'] },
      { method: 'POST', path: 'Users', status: 201, outcome: 'done', fault: null, changed: ['userName', 'name', 'externalId'] },
    ]);
    expect(items[2].filter).toBe('userName eq ? and not (emails[type eq ?])');
    expect(items[4]).toMatchObject({ notKept: ['title'], resourceId: id, tokenName: 'Entra', memberNumber: expect.stringMatching(/^M-\d+$/) });
    expect(JSON.stringify(items)).not.toMatch(/secret/i);
  });

  it('name what is not kept once, however often it was sent', async () => {
    const { id } = await directory.user();
    await directory.patch(
      `/Users/${id}`,
      Array.from({ length: 500 }, (_, n) => ({ op: 'add', path: n % 2 === 0 ? 'title' : 'nickName', value: 'x' })),
    );
    expect((await list()).items[0]).toMatchObject({ method: 'PATCH', notKept: ['title', 'nickName'] });
  });

  it('are narrowed by how they ended, by token, by member and by whether they were to change something', async () => {
    const { id } = await directory.user();
    await directory.get('/Users/none');
    const other = await directoryOf(house, larkspur, 'scim-read');
    await other.get('/Schemas');
    const [{ id: tokenId }] = (await owner.get('/system-tokens')).body.items.filter(({ scope }: { scope: string }) => scope === 'scim-read');
    const paths = async (query: string) => (await list(query)).items.map(({ method, path }: Record<string, string>) => `${method} ${path}`);
    expect(await paths('?outcome=refused')).toEqual(['GET Users/{id}']);
    expect(await paths(`?tokenId=${tokenId}`)).toEqual(['GET Schemas']);
    expect(await paths(`?resourceId=${id}`)).toEqual(['POST Users']);
    expect(await paths('?changes=true')).toEqual(['POST Users']);
    expect(await paths('?changes=false&outcome=done')).toEqual(['GET Schemas']);
  });

  it('have pages', async () => {
    for (let n = 0; n < 5; n += 1) await directory.get('/Schemas');
    const first = await list('?size=3');
    const second = await list(`?size=3&after=${first.next}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 2, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }: { id: string }) => id)).size).toBe(5);
  });

  it('of a change are there if and only if it was done', async () => {
    await directory.user({ userName: 'twice', emails: [] });
    expect((await directory.post('/Users', userOf({ userName: 'twice', emails: [] }))).status).toBe(409);
    expect((await list()).items.map(({ status, fault }: Record<string, unknown>) => [status, fault])).toEqual([
      [409, 'uniqueness'],
      [201, null],
    ]);
  });

  it('are read by whoever looks after accounts or checks, and by nobody of another organization', async () => {
    await directory.get('/Schemas');
    for (const role of ['user-administrator', 'auditor'] as const)
      expect((await (await house.person(larkspur, role)).get('/provisioning/calls')).status).toBe(200);
    expect((await (await house.person(larkspur, 'helpdesk')).get('/provisioning/calls')).status).toBe(404);
    const stranger = await house.person(await house.organization(), 'owner');
    expect((await stranger.at(larkspur).get('/provisioning/calls')).status).toBe(404);
    expect((await stranger.get('/provisioning/calls')).body.items).toEqual([]);
  });

  it('are forgotten after a while', async () => {
    await directory.user();
    house.time.advance({ hours: 24 * (CALL_DAYS - 1) });
    await house.get(ProvisioningPeriodic).forgetCalls();
    expect((await list()).items).toHaveLength(1);
    house.time.advance({ hours: 48 });
    await house.get(ProvisioningPeriodic).forgetCalls();
    expect((await list()).items).toEqual([]);
  });
});
