import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { type Directory, directoryOf, ENTERPRISE, ERROR, provisioningHouse, USER, userOf } from './provisioning-house';

let house: House;
let larkspur: string;
let owner: Person;
let directory: Directory;

beforeAll(async () => {
  house = await provisioningHouse();
});

beforeEach(async () => {
  larkspur = await house.organization();
  owner = await house.person(larkspur, 'owner');
  directory = await directoryOf(house, larkspur);
});

afterAll(() => house.stop());

const WHOLE = {
  schemas: [USER, ENTERPRISE],
  externalId: 'f3f0a5f2-object',
  userName: 'Ada.Silva@larkspur.example',
  name: { givenName: 'Ada', familyName: 'Silva' },
  displayName: 'Ada S.',
  userType: 'Contractor',
  preferredLanguage: 'de-AT',
  locale: 'de-AT',
  timezone: 'Europe/Vienna',
  active: true,
  emails: [
    { value: 'ada.silva@larkspur.example', type: 'work', primary: true },
    { value: 'ada@home.example', type: 'home', primary: false },
  ],
  phoneNumbers: [{ value: '030 1234567', type: 'work', primary: true }],
  [ENTERPRISE]: { employeeNumber: '0042', department: 'Gardens' },
};

const byValue = ({ value: one }: { value: string }, { value: other }: { value: string }): number => (one < other ? -1 : 1);

describe('a user', () => {
  it('comes back as it was sent, with an identifier, an address and a version', async () => {
    const made = await directory.post('/Users', WHOLE);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ ...WHOLE, name: { ...WHOLE.name, formatted: 'Ada Silva' } });
    expect(made.body.meta).toMatchObject({ resourceType: 'User', version: 'W/"1"', created: made.body.meta.lastModified });
    expect(made.headers).toMatchObject({ location: made.body.meta.location, etag: 'W/"1"', 'content-type': 'application/scim+json' });
    const read = await directory.get(`/Users/${made.body.id}`);
    expect([read.status, read.body]).toEqual([200, made.body]);
  });

  it('is a member with the directory as the source of all that is kept', async () => {
    const { id } = await directory.user({ ...WHOLE });
    const [row] = await house.rows(
      larkspur,
      `select email, private_email, first_name, last_name, display_name, phone, locale, time_zone, department, employee_number, external_id, origin, worker_type, status, account_id
       from members where organization_id = $1 and id = $2`,
      [larkspur, id],
    );
    expect(row).toEqual({
      ...{ email: 'ada.silva@larkspur.example', private_email: 'ada@home.example', first_name: 'Ada', last_name: 'Silva', display_name: 'Ada S.' },
      ...{ phone: '+49 30 1234567', locale: 'de', time_zone: 'Europe/Vienna', department: 'Gardens', employee_number: '0042' },
      ...{ external_id: 'f3f0a5f2-object', origin: 'directory', worker_type: 'contractor', status: 'active', account_id: null },
    });
    expect(await house.log(larkspur)).toContain('member.provisioned');
  });

  it('needs nothing but a name', async () => {
    const made = await directory.post('/Users', { schemas: [USER], userName: 'bjensen' });
    expect(made).toMatchObject({ status: 201, body: { userName: 'bjensen', active: true } });
    expect(Object.keys(made.body).toSorted()).toEqual(['active', 'id', 'meta', 'schemas', 'userName']);
  });

  it.each([
    ['no name', { userName: undefined }, 'invalidValue'],
    ['an empty name', { userName: '' }, 'invalidValue'],
    ['no schemas', { schemas: undefined }, 'invalidSyntax'],
    ['other schemas', { schemas: ['urn:other'] }, 'invalidSyntax'],
    ['a name that is none', { userName: ['a'] }, 'invalidValue'],
    ['an address that is none', { emails: [{ value: 'nobody', type: 'work' }] }, 'invalidValue'],
    [
      'two first addresses',
      {
        emails: [
          { value: 'a@b.example', type: 'work', primary: true },
          { value: 'c@d.example', type: 'home', primary: true },
        ],
      },
      'invalidValue',
    ],
    ['a time zone that is none', { timezone: 'Mars/Olympus' }, 'invalidValue'],
    ['active as a word', { active: 'perhaps' }, 'invalidValue'],
    ['more addresses than anybody has', { emails: Array.from({ length: 51 }, (_, n) => ({ value: `a${n}@b.example` })) }, 'invalidValue'],
  ])('with %s is refused', async (_, more, scimType) => {
    const refused = await directory.post('/Users', userOf(more));
    expect(refused).toMatchObject({ status: 400, body: { schemas: [ERROR], status: '400', scimType } });
  });

  it('is known by one name only, in whatever case it is written', async () => {
    const { userName } = await directory.user({ userName: 'Zoë@Larkspur.example', emails: [] });
    const second = await directory.post('/Users', userOf({ userName: userName.toUpperCase(), emails: [] }));
    expect(second).toMatchObject({ status: 409, body: { scimType: 'uniqueness', status: '409' } });
    expect((await directory.post('/Users', userOf({ userName: owner.is.email, emails: [] }))).status).toBe(409);
  });

  it('is made beside many others at once, who wait for no connection of each other', async () => {
    const users = await Promise.all(Array.from({ length: 60 }, () => directory.user()));
    expect(new Set(users.map(({ id }: { id: string }) => id)).size).toBe(60);
  });

  it('has a work address nobody else has; one of their own may be shared', async () => {
    await directory.user({ emails: [{ value: 'desk@larkspur.example', type: 'work' }] });
    const second = await directory.post('/Users', userOf({ emails: [{ value: 'DESK@larkspur.example', type: 'work' }] }));
    expect(second).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
    expect((await directory.post('/Users', userOf({ emails: [{ value: 'desk@larkspur.example', type: 'home' }] }))).status).toBe(201);
  });

  it('with an address nobody said is for work keeps it as their own, unless it comes first or is their name', async () => {
    const [plain, first, name] = [
      await directory.user({ emails: [{ value: 'plain@larkspur.example' }] }),
      await directory.user({ emails: [{ value: 'first@larkspur.example', primary: true }] }),
      await directory.user({ userName: 'name@larkspur.example', emails: [{ value: 'Name@larkspur.example' }] }),
    ];
    expect([plain, first, name].map(({ emails }) => emails[0].type)).toEqual(['home', 'work', 'work']);
  });

  it('whose attributes are unknown or not kept is taken without them', async () => {
    const made = await directory.post('/Users', userOf({ title: 'Gardener', nickName: 'Addy', favouriteColour: 'green', id: 'mine', meta: { version: 'x' } }));
    expect(made.status).toBe(201);
    expect(made.body).not.toHaveProperty('title');
    expect(made.body.id).not.toBe('mine');
    expect((await directory.calls()).at(-1)).toMatchObject({ status: 201, not_kept: ['title', 'nickName'] });
  });

  it('may be written below the name of its schema, in any case', async () => {
    const made = await directory.post('/Users', {
      SCHEMAS: [USER.toUpperCase()],
      [USER]: { USERNAME: 'below', EMAILS: [{ VALUE: 'below@larkspur.example', TYPE: 'WORK' }] },
    });
    expect(made).toMatchObject({ status: 201, body: { userName: 'below', emails: [{ value: 'below@larkspur.example', type: 'work' }] } });
  });

  it('is marked as a guest by the kind of work or by the name', async () => {
    await directory.user({ userName: 'by.type', userType: 'Guest', emails: [] });
    await directory.user({ userName: 'fern_other.example#EXT#@larkspur.example', emails: [] });
    await directory.user({ userName: 'nobody.special', emails: [] });
    const rows = await house.rows(larkspur, 'select user_name, guest from members where organization_id = $1 and user_name is not null order by id', [
      larkspur,
    ]);
    expect(rows.map((row) => Object.values(row)[1])).toEqual([true, true, false]);
  });

  it('has all its addresses and numbers, of whatever kind, and the first of a kind that has a place in the profile fills it', async () => {
    const several = {
      emails: [
        { value: 'first@larkspur.example', type: 'work', primary: false },
        { value: 'next@larkspur.example', type: 'work', primary: true },
        { value: 'one@home.example', type: 'home', primary: false },
        { value: 'shared@larkspur.example', type: 'other', primary: false },
      ],
      phoneNumbers: ['mobile', 'work', 'fax', 'pager', 'mobile'].map((type, n) => ({ value: `+49 30 123456${n}`, type, primary: false })),
    };
    const { id, ...user } = await directory.user(several);
    for (const name of ['emails', 'phoneNumbers'] as const) expect(user[name].toSorted(byValue)).toEqual(several[name].toSorted(byValue));
    const [row] = await house.rows(larkspur, 'select email, private_email, phone, private_phone from members where organization_id = $1 and id = $2', [
      larkspur,
      id,
    ]);
    expect(row).toEqual({ email: 'next@larkspur.example', private_email: 'one@home.example', phone: '+49 30 1234561', private_phone: '+49 30 1234560' });
    expect((await directory.put(`/Users/${id}`, user)).body).toEqual({ id, ...user });
    const later = await directory.patch(`/Users/${id}`, [{ op: 'replace', path: 'phoneNumbers[type eq "fax"].value', value: '+49 30 7654321' }]);
    expect(later.body.phoneNumbers.filter(({ type }: { type: string }) => type === 'fax')).toEqual([{ value: '+49 30 7654321', type: 'fax', primary: false }]);
  });

  it('has the whole name it was given, until a part of it changes that makes it', async () => {
    const given = { givenName: 'Ada', familyName: 'Silva', formatted: 'Dr. Ada M. Silva' };
    const { id, name } = await directory.user({ name: given });
    expect(name).toEqual(given);
    await house.rows(larkspur, `update members set last_name = 'Sol' where organization_id = $1 and id = $2`, [larkspur, id]);
    expect((await directory.get(`/Users/${id}`)).body.name).toEqual({ ...given, familyName: 'Sol', formatted: 'Ada Sol' });
  });

  it('keeps the words of the directory for a manager who is not here, and the list of calls says so', async () => {
    const { id, [ENTERPRISE]: more } = await directory.user({ [ENTERPRISE]: { manager: { value: 'Taylor' } } });
    expect(more).toEqual({ manager: { value: 'Taylor' } });
    expect((await directory.calls()).at(-1)).toMatchObject({ status: 201, not_kept: ['manager'] });
    expect((await directory.find('Users', `${ENTERPRISE}:manager.value eq "taylor" or ${ENTERPRISE}:manager.value eq "Taylor"`)).body.totalResults).toBe(1);
    const lead = await directory.user({ userName: 'taylor' });
    const led = await directory.patch(`/Users/${id}`, [{ op: 'replace', path: `${ENTERPRISE}:manager.value`, value: 'Taylor' }]);
    expect(led.body[ENTERPRISE].manager).toMatchObject({ value: lead.id, $ref: lead.meta.location });
  });

  it('names a manager by identifier or by address', async () => {
    const lead = await directory.user();
    const one = await directory.user({ [ENTERPRISE]: { manager: { value: lead.id } } });
    const other = await directory.user({ [ENTERPRISE]: { manager: { $ref: lead.meta.location } } });
    for (const { [ENTERPRISE]: more } of [one, other]) expect(more.manager).toMatchObject({ value: lead.id, $ref: lead.meta.location });
  });
});

describe('versions', () => {
  it('keep a change from overwriting another one', async () => {
    const { id, ...user } = await directory.user();
    const stale = { headers: { 'if-match': 'W/"99"' } };
    for (const refused of [
      await directory.put(`/Users/${id}`, user, stale),
      await directory.patch(`/Users/${id}`, [{ op: 'remove', path: 'name' }], stale),
      await directory.delete(`/Users/${id}`, stale),
    ])
      expect(refused).toMatchObject({ status: 412, body: { schemas: [ERROR], status: '412' } });
    expect((await directory.put(`/Users/${id}`, user, { headers: { 'if-match': user.meta.version } })).status).toBe(200);
    expect((await directory.put(`/Users/${id}`, user, { headers: { 'if-match': '*' } })).status).toBe(200);
  });

  it('keep what is known from being sent again', async () => {
    const { id, meta } = await directory.user();
    expect(await directory.get(`/Users/${id}`, { headers: { 'if-none-match': meta.version } })).toMatchObject({ status: 304, body: undefined });
    expect((await directory.get(`/Users/${id}`, { headers: { 'if-none-match': 'W/"99"' } })).status).toBe(200);
  });

  it('go up with what changes, and rest where nothing does', async () => {
    const { id, ...user } = await directory.user();
    expect((await directory.put(`/Users/${id}`, user)).body.meta.version).toBe('W/"1"');
    expect((await directory.put(`/Users/${id}`, { ...user, displayName: 'Other' })).body.meta.version).toBe('W/"2"');
  });
});

describe('replacing a user', () => {
  it('clears what is not said again and keeps whether they may enter', async () => {
    const { id } = await directory.user({ ...WHOLE });
    const replaced = await directory.put(`/Users/${id}`, { schemas: [USER], userName: 'ada.silva' });
    expect(replaced).toMatchObject({ status: 200, body: { id, userName: 'ada.silva', active: true } });
    for (const gone of ['name', 'displayName', 'emails', 'phoneNumbers', 'timezone', 'externalId', ENTERPRISE])
      expect(replaced.body).not.toHaveProperty([gone]);
    expect((await directory.get(`/Users/${id}`)).body).toEqual(replaced.body);
  });

  it('says in the log which fields changed, and whose word it was', async () => {
    const { id, ...user } = await directory.user();
    await directory.put(`/Users/${id}`, { ...user, displayName: 'Other', [ENTERPRISE]: { department: 'Sea' } });
    const [entry] = await house.rows<{ facts: object; actor_id: string }>(
      larkspur,
      `select facts, actor_id from audit_entries where organization_id = $1 and action = 'member.corrected'`,
      [larkspur],
    );
    expect(entry).toEqual({ actor_id: 'provisioning', facts: { fields: 'displayName department', source: 'directory' } });
  });

  it('leaves alone what the person chose for themself', async () => {
    const { id, ...user } = await directory.user({ timezone: 'Europe/Berlin' });
    await house.rows(
      larkspur,
      `insert into member_field_sources (organization_id, member_id, field, source, changed_at) values ($1, $2, 'timeZone', 'person', now())`,
      [larkspur, id],
    );
    expect((await directory.put(`/Users/${id}`, { ...user, timezone: 'Asia/Tokyo' })).body.timezone).toBe('Europe/Berlin');
  });
});
