import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { KeepSystemTokens } from '@smartpar/members/api';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { Directory, directoryOf, ENTERPRISE, ERROR, GROUP, provisioningHouse, SEARCH, USER, userOf } from './provisioning-house';

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

const withToken = (token: string): Directory => new Directory(house, larkspur, token);

describe('a token', () => {
  it.each([
    ['none', ''],
    ['a wrong one', `spt_${'A'.repeat(43)}.${'B'.repeat(43)}`],
    ['a short one', 'spt_x'],
    ['anything', "' or 1=1 --"],
    ['very much', 'x'.repeat(4000)],
  ])('that is %s lets nobody in', async (_, token) => {
    const refused = await withToken(token).get('/Users');
    expect(refused).toMatchObject({ status: 401, body: { schemas: [ERROR], status: '401' } });
    expect(refused.headers).toMatchObject({ 'www-authenticate': 'Bearer realm="scim"', 'content-type': 'application/scim+json' });
  });

  it('that is expired, revoked or for something else lets nobody in, and all of them are answered alike', async () => {
    const answers = [];
    const usage = await directoryOf(house, larkspur, 'usage');
    answers.push(await usage.get('/Users'));
    const [{ id }] = (await owner.get('/system-tokens')).body.items.filter(({ scope }: { scope: string }) => scope === 'scim');
    expect((await directory.get('/Users')).status).toBe(200);
    expect((await owner.delete(`/system-tokens/${id}`)).status).toBe(204);
    answers.push(await directory.get('/Users'));
    const late = await directoryOf(house, larkspur);
    house.time.advance({ hours: 24 * 91 });
    answers.push(await late.get('/Users'), await withToken('spt_x').get('/Users'));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]?.status).toBe(401);
  });

  it('works beside the one in its place for as long as was said', async () => {
    const [{ id }] = (await owner.get('/system-tokens')).body.items;
    const { body } = await owner.post(`/system-tokens/${id}/rotation`, { days: 90, overlapHours: 24 });
    for (const one of [directory, withToken(body.text)]) expect((await one.get('/Users')).status).toBe(200);
    house.time.advance({ hours: 25 });
    expect([(await directory.get('/Users')).status, (await withToken(body.text).get('/Users')).status]).toEqual([401, 200]);
  });

  it('with another secret, or of another organization’s name, is none', async () => {
    const other = await directoryOf(house, await house.organization());
    const [names, secret] = directory.token.split('.');
    for (const mixed of [`${names}.${other.token.split('.')[1]}`, `${other.token.split('.')[0]}.${secret}`])
      expect((await withToken(mixed).get('/Users')).status).toBe(401);
  });

  it('counts, and no cookie does', async () => {
    const answer = await house.app.inject({ method: 'GET', url: '/scim/v2/Users', headers: { cookie: `__Host-session=${owner.is.accountId}` } });
    expect(answer.statusCode).toBe(401);
  });

  it('reaches as far as it was made for', async () => {
    const { id } = await directory.user();
    const group = await directory.group('Drivers');
    const [users, groups, reading] = [
      await directoryOf(house, larkspur, 'scim-users'),
      await directoryOf(house, larkspur, 'scim-groups'),
      await directoryOf(house, larkspur, 'scim-read'),
    ];
    const status = async (one: Directory) => [
      (await one.get(`/Users/${id}`)).status,
      (await one.put(`/Users/${id}`, userOf())).status,
      (await one.get(`/Groups/${group.id}`)).status,
      (await one.patch(`/Groups/${group.id}`, [{ op: 'remove', path: 'members' }])).status,
    ];
    expect([await status(users), await status(groups), await status(reading)]).toEqual([
      [200, 200, 403, 403],
      [403, 403, 200, 200],
      [200, 403, 200, 403],
    ]);
    expect((await reading.calls()).filter((call) => call.status === 403)).not.toHaveLength(0);
    const bulk = await reading.post('/Bulk', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      Operations: [{ method: 'POST', path: '/Users', bulkId: 'a', data: userOf() }],
    });
    expect(bulk.body.Operations).toMatchObject([{ status: '403' }]);
    expect(
      (await groups.post('/.search', { schemas: [SEARCH], filter: 'id pr' })).body.Resources.every(
        ({ schemas }: { schemas: string[] }) => schemas[0] === GROUP,
      ),
    ).toBe(true);
  });
});

describe('another organization', () => {
  it('is not there: its users and groups are found, changed and referred to by nobody', async () => {
    const other = await directoryOf(house, await house.organization());
    const [user, group] = [await other.user({ externalId: 'theirs' }), await other.group('Theirs')];
    const missing = [
      await directory.get(`/Users/${user.id}`),
      await directory.put(`/Users/${user.id}`, userOf()),
      await directory.patch(`/Users/${user.id}`, [{ op: 'replace', path: 'active', value: false }]),
      await directory.delete(`/Users/${user.id}`),
      await directory.get(`/Groups/${group.id}`),
      await directory.delete(`/Groups/${group.id}`),
      await directory.patch(`/Groups/${group.id}`, [{ op: 'remove', path: 'members' }]),
    ];
    const never = await directory.get(`/Users/${newId()}`);
    for (const { status, body } of missing) expect([status, body]).toEqual([never.status, never.body]);
    for (const filter of ['externalId eq "theirs"', `userName eq "${user.userName}"`, `id eq "${user.id}"`])
      expect((await directory.find('Users', filter)).body.totalResults).toBe(0);
    // the words stay as they were said, as those about nobody at all do: there is no name and no address beside them
    expect((await directory.user({ [ENTERPRISE]: { manager: { value: user.id } } }))[ENTERPRISE]).toEqual({ manager: { value: user.id } });
    const mine = await directory.group('Mine', [user.id]);
    expect(mine).not.toHaveProperty('members');
    expect((await other.get(`/Users/${user.id}`)).body).toEqual(user);
    expect((await directory.user({ userName: user.userName, emails: user.emails })).userName).toBe(user.userName);
  });
});

describe('what is sent', () => {
  it.each<[string, string, number, string | undefined]>([
    ['no JSON', '{"schemas"', 400, 'invalidSyntax'],
    ['a list', '[]', 400, 'invalidSyntax'],
    ['nothing', '', 400, 'invalidSyntax'],
    ['a text', '"user"', 400, 'invalidSyntax'],
    ['a key that would reach into objects', `{"schemas":["${USER}"],"userName":"x","__proto__":{"active":false}}`, 400, 'invalidSyntax'],
    ['another one', `{"schemas":["${USER}"],"userName":"x","constructor":{"prototype":{"a":1}}}`, 400, 'invalidSyntax'],
    ['more than is taken', `{"schemas":["${USER}"],"userName":"${'x'.repeat(1_100_000)}"}`, 413, undefined],
  ])('is refused in the form of the protocol: %s', async (_, payload, status, scimType) => {
    const answer = await house.app.inject({
      method: 'POST',
      url: '/scim/v2/Users',
      headers: { authorization: `Bearer ${directory.token}`, 'content-type': 'application/scim+json' },
      payload,
    });
    const body = JSON.parse(answer.body);
    expect([answer.statusCode, body.status, body.scimType, body.schemas]).toEqual([status, String(status), scimType, [ERROR]]);
    expect(answer.headers['content-type']).toBe('application/scim+json');
  });

  it('may be plain JSON, and is nothing else', async () => {
    const json = { headers: { 'content-type': 'application/json; charset=utf-8' } };
    expect((await directory.post('/Users', userOf(), json)).status).toBe(201);
    expect(await directory.post('/Users', '<user/>', { headers: { 'content-type': 'application/xml' } })).toMatchObject({
      status: 415,
      body: { status: '415' },
    });
  });

  it.each([
    `"${'a'.repeat(9000)}"`,
    `${'('.repeat(500)}userName eq "x"${')'.repeat(500)}`,
    Array.from({ length: 200 }, () => 'userName eq "x"').join(' or '),
    `userName eq "${'\\'.repeat(7999)}`,
    `emails${'['.repeat(100)}`,
    `${'not ('.repeat(100)}active pr${')'.repeat(100)}`,
    'userName constructor "x"',
    'constructor eq "x"',
    '__proto__.value eq "x"',
    'userName eq "x"; drop table members; --',
  ])('of a filter is read in one go, however it is made: %#', async (filter) => {
    expect(await directory.post('/Users/.search', { schemas: [SEARCH], filter })).toMatchObject({ status: 400, body: { scimType: 'invalidFilter' } });
  });

  it.each(["x' or '1'='1", 'x"; drop table members; --', '%', '_', '\\', '$1', '\u0000', 'ﬀ', '\u202eabc', '👩‍👩‍👧', 'a'.repeat(254)])(
    'as a value is a value and nothing else: %j',
    async (value) => {
      const { body } = await directory.find('Users', `displayName eq ${JSON.stringify(value)} or userName co ${JSON.stringify(value)}`.slice(0, 7000));
      expect(body).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'] });
      for (const sortBy of [value, `userName; drop table members`]) expect((await directory.get('/Users', { query: { sortBy } })).status).toBe(400);
    },
  );

  it.each(['zoë.müller', '李小龙', 'Σίσυφος', 'ÅSA', 'o’neil', 'a b c', '#EXT#', 'ﬀ', '\u0130stanbul'])(
    'as a name is kept as it was written and found again: %s',
    async (userName) => {
      const { id } = await directory.user({ userName, emails: [] });
      const found = (await directory.find('Users', `userName eq ${JSON.stringify(userName)}`)).body.Resources;
      expect(found).toMatchObject([{ id, userName }]);
    },
  );

  it.each(['\u0000', 'a\nb', '\u200b', '\ud800'])('as a name nobody could read is refused: %j', async (userName) => {
    expect(await directory.post('/Users', userOf({ userName }))).toMatchObject({ status: 400 });
  });

  it('comes from anywhere: a page of another site has no token to send', async () => {
    const answer = await directory.post('/Users', userOf(), { headers: { origin: 'https://login.microsoftonline.example', 'sec-fetch-site': 'cross-site' } });
    expect(answer.status).toBe(201);
  });

  it('of two at the same moment with one name, one is made', async () => {
    const same = userOf();
    const answers = await Promise.all(Array.from({ length: 6 }, () => directory.post('/Users', same)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('is made by the operator’s own word too', async () => {
    const { text } = await house.get(KeepSystemTokens).issue(systemActor(larkspur, 'operate'), { name: 'Test', scope: 'scim', days: 1 }, newId());
    expect((await withToken(text).get('/ServiceProviderConfig')).status).toBe(200);
  });
});
