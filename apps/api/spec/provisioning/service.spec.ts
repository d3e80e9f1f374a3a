import { newId } from '@smartpar/kernel';
import { RESOURCE_SCHEMAS } from '@smartpar/members/model';
import type { House } from '../organizations/house';
import { type Directory, directoryOf, ENTERPRISE, ERROR, GROUP, provisioningHouse, SEARCH, USER } from './provisioning-house';

let house: House;
let larkspur: string;
let directory: Directory;

beforeAll(async () => {
  house = await provisioningHouse();
  larkspur = await house.organization();
  await house.person(larkspur, 'owner');
  directory = await directoryOf(house, larkspur);
});

afterAll(() => house.stop());

const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const CORE = 'urn:ietf:params:scim:schemas:core:2.0';

describe('what the service says of itself', () => {
  it('is what it can do', async () => {
    const { status, body, headers } = await directory.get('/ServiceProviderConfig');
    expect([status, headers['content-type']]).toEqual([200, 'application/scim+json']);
    expect(body).toMatchObject({
      schemas: [`${CORE}:ServiceProviderConfig`],
      ...{ patch: { supported: true }, sort: { supported: true }, etag: { supported: true }, changePassword: { supported: false } },
      ...{ bulk: { supported: true, maxOperations: 500, maxPayloadSize: 1_048_576 }, filter: { supported: true, maxResults: 500 } },
      authenticationSchemes: [{ type: 'oauthbearertoken', primary: true }],
      meta: { resourceType: 'ServiceProviderConfig', location: expect.stringMatching(/\/scim\/v2\/ServiceProviderConfig$/) },
    });
  });

  it('is which kinds of resources there are, each by its name', async () => {
    const { body } = await directory.get('/ResourceTypes');
    expect(body).toMatchObject({ schemas: [LIST], totalResults: 2, itemsPerPage: 2, startIndex: 1 });
    for (const type of body.Resources) expect((await directory.get(`/ResourceTypes/${type.id}`)).body).toEqual(type);
    expect(body.Resources).toMatchObject([
      { id: 'User', endpoint: '/Users', schema: USER, schemaExtensions: [{ schema: ENTERPRISE, required: false }] },
      { id: 'Group', endpoint: '/Groups', schema: GROUP, schemaExtensions: [] },
    ]);
  });

  it('is every schema, its own among them, each by its name', async () => {
    const { body } = await directory.get('/Schemas');
    expect(body.Resources.map(({ id }: { id: string }) => id)).toEqual([
      USER,
      GROUP,
      ENTERPRISE,
      ...['ServiceProviderConfig', 'ResourceType', 'Schema'].map((name) => `${CORE}:${name}`),
    ]);
    for (const schema of body.Resources) {
      expect((await directory.get(`/Schemas/${schema.id}`)).body).toEqual(schema);
      expect(schema.meta).toMatchObject({ resourceType: 'Schema', location: expect.stringContaining(schema.id) });
    }
    expect(body.Resources[0].attributes).toEqual(RESOURCE_SCHEMAS[0]?.attributes);
  });

  it.each(['/Schemas/urn:none', `/Schemas/${newId()}`, '/ResourceTypes/None', '/None', `/${newId()}`, '/Users/none/more'])(
    'knows nothing at %s',
    async (path) => {
      expect(await directory.get(path)).toMatchObject({ status: 404, body: { schemas: [ERROR], status: '404' } });
    },
  );

  it.each(['/Schemas', '/ResourceTypes'])('is read whole: %s takes no filter', async (path) => {
    expect(await directory.get(path, { query: { filter: 'id eq "x"' } })).toMatchObject({ status: 403, body: { schemas: [ERROR], status: '403' } });
  });

  it.each(['/ServiceProviderConfig', '/ResourceTypes', '/Schemas', '/ResourceTypes/User'])('is not changed: %s', async (path) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const refused = await directory.send(method, path, method === 'DELETE' ? undefined : {});
      expect(refused).toMatchObject({ status: 405, headers: { allow: 'GET' }, body: { schemas: [ERROR], status: '405' } });
    }
    const empty = await directory.send('POST', path, undefined, { headers: { 'content-type': 'application/scim+json', 'content-length': '0' } });
    expect(empty.status).toBe(405);
  });

  it('knows nobody at /Me, since a token is no person', async () => {
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'] as const) {
      expect(await directory.send(method, '/Me', method === 'GET' ? undefined : {})).toMatchObject({ status: 501, body: { schemas: [ERROR], status: '501' } });
    }
  });
});

describe('a search over everything', () => {
  it('finds users and groups, whichever came last first', async () => {
    const [user, group] = [await directory.user({ displayName: 'Everything' }), await directory.group('Everything')];
    const found = await directory.post('/.search', { schemas: [SEARCH], filter: 'displayName eq "everything"' });
    expect(found).toMatchObject({ status: 200, body: { schemas: [LIST], totalResults: 2, startIndex: 1 } });
    expect(found.body.Resources.map(({ id }: { id: string }) => id)).toEqual([group.id, user.id]);
    const second = await directory.post('/.search', {
      schemas: [SEARCH],
      filter: 'displayName eq "everything"',
      startIndex: 2,
      count: 1,
      attributes: ['displayName'],
    });
    expect(second.body.Resources).toEqual([{ schemas: [USER], id: user.id, displayName: 'Everything' }]);
  });

  it('leaves out a kind that lacks what is asked for, and refuses what none has', async () => {
    const user = await directory.user();
    const found = await directory.post('/.search', { schemas: [SEARCH], filter: `userName eq "${user.userName}"` });
    expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id: user.id }] });
    expect(await directory.post('/.search', { schemas: [SEARCH], filter: 'colour eq "green"' })).toMatchObject({
      status: 400,
      body: { scimType: 'invalidFilter' },
    });
    expect(await directory.post('/.search', { schemas: [SEARCH], startIndex: 1_000_000 })).toMatchObject({ status: 400, body: { scimType: 'tooMany' } });
    expect(await directory.post('/.search', { filter: 'id pr' })).toMatchObject({ status: 400, body: { scimType: 'invalidSyntax' } });
  });
});
