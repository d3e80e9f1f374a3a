import type { House } from '../organizations/house';
import { type Directory, directoryOf, ENTERPRISE, ERROR, GROUP, PATCH_OP, provisioningHouse, userOf } from './provisioning-house';

let house: House;
let larkspur: string;
let directory: Directory;

beforeAll(async () => {
  house = await provisioningHouse();
});

beforeEach(async () => {
  larkspur = await house.organization();
  await house.person(larkspur, 'owner');
  directory = await directoryOf(house, larkspur);
});

afterAll(() => house.stop());

const bulk = (operations: readonly object[], more: object = {}) =>
  directory.post('/Bulk', { schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'], Operations: operations, ...more });

const group = (bulkId: string, displayName: string, members: readonly string[]) => ({
  ...{ method: 'POST', path: '/Groups', bulkId },
  data: { schemas: [GROUP], displayName, members: members.map((value) => ({ value })) },
});

const user = (bulkId: string, more: Record<string, unknown> = {}) => ({ method: 'POST', path: '/Users', bulkId, data: userOf(more) });

describe('many operations at once', () => {
  it('are done in order, each with its own answer', async () => {
    const { id, meta } = await directory.user();
    const other = await directory.user();
    const { status, body } = await bulk([
      user('a'),
      {
        method: 'PATCH',
        path: `/Users/${id}`,
        version: meta.version,
        data: { schemas: [PATCH_OP], Operations: [{ op: 'replace', path: 'displayName', value: 'New' }] },
      },
      { method: 'PUT', path: `/Users/${other.id}`, data: userOf({ userName: 'other' }) },
      { method: 'DELETE', path: `/Users/${other.id}` },
    ]);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkResponse'],
      Operations: [
        { method: 'POST', bulkId: 'a', status: '201', location: expect.stringContaining('/Users/'), version: 'W/"1"' },
        { method: 'PATCH', status: '200', location: expect.stringContaining(id), version: 'W/"2"' },
        { method: 'PUT', status: '200' },
        { method: 'DELETE', status: '204', location: expect.stringContaining(other.id) },
      ],
    });
    expect((await directory.get(`/Users/${id}`)).body.displayName).toBe('New');
  });

  it('refer to each other, whichever comes first', async () => {
    const { body } = await bulk([group('g', 'Drivers', ['bulkId:b', 'bulkId:a']), user('a', { [ENTERPRISE]: { manager: { value: 'bulkId:b' } } }), user('b')]);
    expect(body.Operations.map(({ status }: { status: string }) => status)).toEqual(['201', '201', '201']);
    const ids = body.Operations.map(({ location }: { location: string }) => location.split('/').at(-1));
    expect((await directory.get(`/Groups/${ids[0]}`)).body.members.map(({ value }: { value: string }) => value).toSorted()).toEqual(
      [ids[1], ids[2]].toSorted(),
    );
    expect((await directory.get(`/Users/${ids[1]}`)).body[ENTERPRISE].manager.value).toBe(ids[2]);
  });

  it('refer to each other in a circle', async () => {
    const { body } = await bulk([
      user('a', { [ENTERPRISE]: { manager: { value: 'bulkId:b' } } }),
      user('b', { [ENTERPRISE]: { manager: { value: 'bulkId:a' } } }),
    ]);
    const [a, b] = body.Operations.map(({ location }: { location: string }) => location.split('/').at(-1));
    expect((await directory.get(`/Users/${a}`)).body[ENTERPRISE].manager.value).toBe(b);
    expect((await directory.get(`/Users/${b}`)).body[ENTERPRISE].manager.value).toBe(a);
  });

  it('go on after an error, unless so many are too many', async () => {
    const faulty = { method: 'POST', path: '/Users', bulkId: 'x', data: {} };
    const on = await bulk([faulty, user('a'), { method: 'DELETE', path: '/Users/none' }]);
    expect(on.body.Operations).toMatchObject([
      { status: '400', bulkId: 'x', response: { schemas: [ERROR], scimType: 'invalidSyntax', status: '400' } },
      { status: '201' },
      { status: '404' },
    ]);
    const stopped = await bulk([faulty, user('b')], { failOnErrors: 1 });
    expect(stopped.body.Operations).toMatchObject([{ status: '400' }]);
    expect(stopped.body.Operations).toHaveLength(1);
  });

  it('fail where what they refer to was not made', async () => {
    const { body } = await bulk([
      { method: 'POST', path: '/Users', bulkId: 'x', data: {} },
      group('g', 'Drivers', ['bulkId:x']),
      group('h', 'Pilots', ['bulkId:nobody']),
    ]);
    expect(body.Operations.map(({ status }: { status: string }) => status)).toEqual(['400', '400', '400']);
  });

  it('are refused where they are no operations, or too many', async () => {
    expect(await bulk([{ method: 'POST', path: '/Users', data: userOf() }])).toMatchObject({ status: 400, body: { scimType: 'invalidSyntax' } });
    expect(await bulk([{ method: 'GET', path: '/Users' }])).toMatchObject({ status: 400 });
    expect(await bulk([user('a')], { failOnErrors: 0 })).toMatchObject({ status: 400 });
    expect((await bulk([{ method: 'POST', path: '/Cars', bulkId: 'c', data: {} }])).body.Operations).toMatchObject([
      { status: '400', response: { scimType: 'invalidPath' } },
    ]);
    expect(await bulk(Array.from({ length: 501 }, () => ({ method: 'DELETE', path: '/Users/x' })))).toMatchObject({
      status: 413,
      body: { schemas: [ERROR], status: '413' },
    });
  });
});
