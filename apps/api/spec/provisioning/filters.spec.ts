import { newId } from '@smartpar/kernel';
import { parseFilter, type ScimValue, selects, USER_TYPE } from '@smartpar/members/model';
import fc from 'fast-check';
import type { House } from '../organizations/house';
import { type Directory, directoryOf, ENTERPRISE, provisioningHouse, SEARCH, USER } from './provisioning-house';

let house: House;
let larkspur: string;
let directory: Directory;
/** everybody there is, as they are read */
let everybody: readonly (ScimValue & { readonly id: string; readonly userName: string })[];

const PEOPLE: readonly ScimValue[] = [
  {
    userName: 'ada@larkspur.example',
    displayName: 'Ada',
    externalId: 'X1',
    emails: [
      { value: 'ada@larkspur.example', type: 'work', primary: true },
      { value: 'ada@home.example', type: 'home' },
    ],
  },
  {
    userName: 'Bo',
    displayName: 'bo',
    externalId: 'x1',
    active: false,
    emails: [
      { value: 'bo@home.example', type: 'home', primary: true },
      { value: 'bo.two@home.example', type: 'home' },
      { value: 'Bo@desk.example', type: 'other' },
    ],
    name: { familyName: 'Ärmel' },
  },
  {
    userName: 'cem.100%',
    name: { givenName: 'Cem', familyName: 'O_Neil' },
    userType: 'Contractor',
    phoneNumbers: [
      { value: '+49 30 1234567', type: 'work' },
      { value: '+49 170 1234567', type: 'mobile' },
      { value: '+49 30 1234568', type: 'fax' },
    ],
  },
  {
    userName: 'dana',
    name: { familyName: 'silva' },
    timezone: 'Europe/Berlin',
    preferredLanguage: 'de',
    [ENTERPRISE]: { department: 'Gardens', employeeNumber: '7' },
  },
  { userName: 'edda', displayName: 'Ada', [ENTERPRISE]: { department: 'gardens' } },
];

beforeAll(async () => {
  house = await provisioningHouse();
  larkspur = await house.organization();
  directory = await directoryOf(house, larkspur);
  for (const person of PEOPLE) await directory.post('/Users', { schemas: [USER], ...person });
  const lead = (await directory.find('Users', 'userName eq "dana"')).body.Resources[0].id;
  await directory.patch(`/Users/${(await directory.find('Users', 'userName eq "edda"')).body.Resources[0].id}`, [
    { op: 'add', path: `${ENTERPRISE}:manager`, value: lead },
  ]);
  await directory.group('Drivers', [lead]);
  everybody = (await directory.get('/Users')).body.Resources;
});

afterAll(() => house.stop());

const found = async (filter: string): Promise<string[]> => {
  const { status, body } = await directory.find('Users', filter);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.Resources.map(({ userName }: { userName: string }) => userName.split('@')[0]).toSorted();
};

describe('a filter', () => {
  it.each<[string, string[]]>([
    ['userName eq "ADA@larkspur.example"', ['ada']],
    ['userName ne "ada@larkspur.example"', ['Bo', 'cem.100%', 'dana', 'edda']],
    ['userName sw "c"', ['cem.100%']],
    ['userName ew "100%"', ['cem.100%']],
    ['userName co "_"', []],
    ['displayName eq "ada"', ['ada', 'edda']],
    ['displayName pr', ['Bo', 'ada', 'edda']],
    ['not (displayName pr)', ['cem.100%', 'dana']],
    ['displayName eq null', ['cem.100%', 'dana']],
    ['externalId eq "x1"', ['Bo']],
    ['externalId eq "X1"', ['ada']],
    ['active eq false', ['Bo']],
    ['active eq true and displayName pr', ['ada', 'edda']],
    ['name.familyName co "neil"', ['cem.100%']],
    ['name.familyName gt "o"', ['cem.100%', 'dana', 'Bo'].toSorted()],
    ['emails pr', ['Bo', 'ada']],
    ['emails eq "ada@home.example"', ['ada']],
    ['emails.value ew "home.example"', ['Bo', 'ada']],
    ['emails[type eq "work"]', ['ada']],
    ['emails[type eq "work" and value co "home"]', []],
    ['emails[type eq "home" and primary eq true]', ['Bo']],
    ['emails[not (type eq "work")]', ['Bo', 'ada']],
    ['not (emails[type eq "work"])', ['Bo', 'cem.100%', 'dana', 'edda']],
    ['emails.type eq "home" and not (emails.type eq "work")', ['Bo']],
    ['emails.value eq "bo@DESK.example"', ['Bo']],
    ['emails[type eq "other" and primary eq false]', ['Bo']],
    ['phoneNumbers[type eq "mobile"] and not (phoneNumbers[type eq "home"])', ['cem.100%']],
    ['phoneNumbers[type eq "fax" and value ew "8"]', ['cem.100%']],
    ['meta.resourceType eq "User" and userName eq "dana"', ['dana']],
    ['meta.resourceType eq "Group" or meta.version ne "W/\\"1\\"" and userName ne "edda"', []],
    [`schemas eq "${ENTERPRISE}"`, ['dana', 'edda']],
    [`not (schemas eq "${USER}")`, []],
    ['userType eq "contractor" or timezone sw "Europe"', ['cem.100%', 'dana']],
    ['userName eq "dana" or userName eq "edda" and displayName eq "nobody"', ['dana']],
    ['(userName eq "dana" or userName eq "edda") and displayName pr', ['edda']],
    [`${ENTERPRISE}:department eq "GARDENS"`, ['dana', 'edda']],
    [`${ENTERPRISE}:manager pr`, ['edda']],
    [`${USER}:userName eq "dana"`, ['dana']],
    ['USERNAME EQ "dana" AND ACTIVE EQ TRUE', ['dana']],
    ['groups.display eq "drivers"', ['dana']],
    ['phoneNumbers[type eq "work"].value pr'.replace('[type eq "work"]', ''), ['cem.100%']],
    ['meta.lastModified gt "2020-01-01T00:00:00Z"', ['Bo', 'ada', 'cem.100%', 'dana', 'edda']],
    ['meta.created lt "2020-01-01T00:00:00Z"', []],
    [`id eq "${newId()}"`, []],
    ['id eq "no identifier"', []],
    // what nobody keeps nobody has
    ['title pr', []],
    ['title pr or userName eq "dana"', ['dana']],
    ['not (title eq "Head") and title ne "Head" and title eq null and userName eq "dana"', ['dana']],
    ['title ne null or addresses[type eq "work"] or name.middleName sw "M"', []],
    ['displayName eq "\\u0041da"', ['ada', 'edda']],
  ])('%s', async (filter, expected) => {
    expect(await found(filter)).toEqual(expected.toSorted());
  });

  it.each(
    [
      'userName',
      'userName eq',
      'userName eq Ada',
      'userName is "x"',
      'userName eq "x" and',
      '(userName eq "x"',
      'userName eq "x")',
      'colour eq "green"',
      'userName.part eq "x"',
      'userName[value eq "x"]',
      'emails[colour eq "green"]',
      'emails[type[value eq "x"]]',
      'active gt true',
      'active eq "perhaps"',
      'meta.created gt "yesterday"',
      'meta.created co "2026-01-01T00:00:00Z"',
      'displayName eq 7',
      'name eq "Ada"',
      'userName gt null',
      'userName eq "open',
      '',
    ].filter((filter) => filter !== ''),
  )('is refused: %s', async (filter) => {
    expect(await directory.find('Users', filter)).toMatchObject({ status: 400, body: { scimType: 'invalidFilter', status: '400' } });
    expect(await directory.post('/Users/.search', { schemas: [SEARCH], filter })).toMatchObject({ status: 400, body: { scimType: 'invalidFilter' } });
  });

  const texts = fc.constantFrom(
    'ada',
    'Ada',
    'bo',
    'larkspur',
    'home',
    'example',
    '@',
    '100%',
    '_',
    '',
    "' or true --",
    'gardens',
    'work',
    'mobile',
    'Silva',
    'x1',
    '+49 30 1234567',
  );
  const leaf = fc.oneof(
    fc
      .record({
        path: fc.constantFrom(
          'userName',
          'displayName',
          'name.familyName',
          'name.givenName',
          'externalId',
          'emails',
          'emails.value',
          'emails.type',
          'phoneNumbers.type',
          'phoneNumbers.value',
          'userType',
          'timezone',
          `${ENTERPRISE}:department`,
          'groups.display',
        ),
        operator: fc.constantFrom('eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'),
        text: texts,
      })
      .map(({ path, operator, text }) => `${path} ${operator} ${JSON.stringify(text)}`),
    fc.constantFrom(
      'active eq true',
      'active ne true',
      'emails pr',
      'displayName pr',
      'displayName eq null',
      'emails.value ne null',
      `${ENTERPRISE}:manager pr`,
      'name pr',
    ),
    fc
      .record({ type: fc.constantFrom('work', 'home', 'other'), text: texts, joint: fc.constantFrom('and', 'or') })
      .map(({ type, text, joint }) => `emails[type eq "${type}" ${joint} not (value co ${JSON.stringify(text)})]`),
    fc.boolean().map((primary) => `emails[primary eq ${primary}]`),
  );
  const filters = fc.letrec<{ filter: string }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.tuple(tie('filter'), fc.constantFrom('and', 'or'), tie('filter')).map(([one, joint, other]) => `(${one}) ${joint} (${other})`),
      tie('filter').map((one) => `not (${one})`),
    ),
  })).filter;

  it('selects in the database whom it selects in memory', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const read = parseFilter(filter);
        const { body } = await directory.find('Users', filter);
        const expected = everybody.filter((user) => selects(USER_TYPE, read, user));
        expect(body.Resources?.map(({ id }: { id: string }) => id) ?? body).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a list', () => {
  const names = async (query: Readonly<Record<string, string>>): Promise<string[]> =>
    (await directory.get('/Users', { query })).body.Resources.map(({ userName }: { userName: string }) => userName);

  it('is ordered as asked, without case, with whoever lacks the value at the end', async () => {
    expect(await names({ sortBy: 'userName' })).toEqual(['ada@larkspur.example', 'Bo', 'cem.100%', 'dana', 'edda']);
    expect(await names({ sortBy: 'userName', sortOrder: 'descending' })).toEqual(['edda', 'dana', 'cem.100%', 'Bo', 'ada@larkspur.example']);
    expect((await names({ sortBy: 'name.familyName' })).slice(0, 3)).toEqual(['cem.100%', 'dana', 'Bo']);
    expect((await names({ sortBy: 'emails.value' })).slice(0, 2)).toEqual(['ada@larkspur.example', 'Bo']);
    expect(await directory.get('/Users', { query: { sortBy: 'colour' } })).toMatchObject({ status: 400, body: { scimType: 'invalidPath' } });
    expect(await directory.get('/Users', { query: { sortOrder: 'upwards' } })).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
  });

  it('begins with whoever came last where no order is asked for', async () => {
    expect(await names({})).toEqual(['edda', 'dana', 'cem.100%', 'Bo', 'ada@larkspur.example']);
  });

  it.each<[Record<string, string>, object, number]>([
    [{ startIndex: '2', count: '2' }, { totalResults: 5, startIndex: 2, itemsPerPage: 2 }, 2],
    [{ startIndex: '5', count: '2' }, { totalResults: 5, startIndex: 5, itemsPerPage: 1 }, 1],
    [{ startIndex: '20', count: '5' }, { totalResults: 5, startIndex: 20, itemsPerPage: 0 }, 0],
    [{ startIndex: '0' }, { totalResults: 5, startIndex: 1 }, 5],
    [{ startIndex: '-3' }, { startIndex: 1 }, 5],
    [{ count: '0' }, { totalResults: 5, itemsPerPage: 0 }, 0],
    [{ count: '-1' }, { totalResults: 5, itemsPerPage: 0 }, 0],
    [{ count: '5' }, { totalResults: 5 }, 5],
    [{ count: '100000' }, { totalResults: 5 }, 5],
    [{ count: '1', filter: 'displayName pr' }, { totalResults: 3, itemsPerPage: 1 }, 1],
  ])('has pages: %j', async (query, expected, size) => {
    const { status, body } = await directory.get('/Users', { query });
    expect([status, body.Resources.length]).toEqual([200, size]);
    expect(body).toMatchObject(expected);
  });

  it.each<Record<string, string>>([{ startIndex: 'two' }, { count: '1.5' }, { count: '1e3' }, { startIndex: '9'.repeat(30) }])('refuses %j', async (query) => {
    expect(await directory.get('/Users', { query })).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
  });

  it('shows what was asked for, and always the identifier', async () => {
    const one = (await directory.get('/Users', { query: { attributes: 'USERNAME, emails.value,urn:none', filter: 'userName sw "ada"' } })).body.Resources[0];
    expect(one).toEqual({
      schemas: [USER],
      id: one.id,
      userName: 'ada@larkspur.example',
      emails: [{ value: 'ada@larkspur.example' }, { value: 'ada@home.example' }],
    });
    const other = (await directory.get('/Users', { query: { excludedAttributes: 'emails.primary,displayName,id,meta', filter: 'userName sw "ada"' } })).body
      .Resources[0];
    expect(other).toMatchObject({
      id: one.id,
      emails: [
        { value: 'ada@larkspur.example', type: 'work' },
        { value: 'ada@home.example', type: 'home' },
      ],
    });
    for (const gone of ['displayName', 'meta']) expect(other).not.toHaveProperty(gone);
  });

  it('is asked for by message as by address', async () => {
    const asked = { filter: 'displayName pr', sortBy: 'userName', count: 2, startIndex: 2, attributes: ['userName'] };
    const { body } = await directory.post('/Users/.search', { schemas: [SEARCH], ...asked });
    expect(body).toMatchObject({ totalResults: 3, startIndex: 2, Resources: [{ userName: 'Bo' }, { userName: 'edda' }] });
  });
});
