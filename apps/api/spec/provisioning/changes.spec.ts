import { newId } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import { type Directory, directoryOf, ENTERPRISE, provisioningHouse, USER } from './provisioning-house';

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

const WORK = { value: 'work@larkspur.example', type: 'work', primary: true };
const HOME = { value: 'home@larkspur.example', type: 'home', primary: false };

/** What operations make of somebody with both addresses, a name and a department. */
const CASES: readonly [title: string, operations: readonly object[], expected: object][] = [
  ['replaces an attribute by its path', [{ op: 'replace', path: 'displayName', value: 'New' }], { displayName: 'New' }],
  ['adds one that is not there', [{ op: 'add', path: 'timezone', value: 'Europe/Paris' }], { timezone: 'Europe/Paris' }],
  ['removes one', [{ op: 'remove', path: 'displayName' }], { displayName: undefined }],
  [
    'replaces a part of a name',
    [{ op: 'replace', path: 'name.givenName', value: 'Bo' }],
    { name: { givenName: 'Bo', familyName: 'Silva', formatted: 'Bo Silva' } },
  ],
  [
    'leaves parts alone that are not named',
    [{ op: 'replace', path: 'name', value: { familyName: 'Sol' } }],
    { name: { givenName: 'Ada', familyName: 'Sol', formatted: 'Ada Sol' } },
  ],
  ['reads names without case', [{ op: 'Replace', path: 'DISPLAYNAME', value: 'New' }], { displayName: 'New' }],
  ['reads the name of the schema before an attribute', [{ op: 'replace', path: `${USER}:displayName`, value: 'New' }], { displayName: 'New' }],
  ['reaches into the extension', [{ op: 'replace', path: `${ENTERPRISE}:department`, value: 'Sea' }], { [ENTERPRISE]: { department: 'Sea' } }],
  ['takes back what was said of entry, which stays as it is', [{ op: 'remove', path: 'active' }], { active: undefined }],
  ['removes the extension whole', [{ op: 'remove', path: ENTERPRISE }], { [ENTERPRISE]: undefined }],
  [
    'fills the extension by its name',
    [{ op: 'add', path: ENTERPRISE, value: { employeeNumber: '7' } }],
    { [ENTERPRISE]: { department: 'Gardens', employeeNumber: '7' } },
  ],
  [
    'takes several attributes without a path',
    [{ op: 'replace', value: { displayName: 'New', userName: 'new.name' } }],
    { displayName: 'New', userName: 'new.name' },
  ],
  ['passes over what is read-only beside others', [{ op: 'replace', value: { id: 'mine', displayName: 'New' } }], { displayName: 'New' }],
  [
    'changes one address by a filter',
    [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'new@larkspur.example' }],
    { emails: [{ ...WORK, value: 'new@larkspur.example' }, HOME] },
  ],
  ['removes one address by a filter', [{ op: 'remove', path: 'emails[type eq "home"]' }], { emails: [WORK] }],
  ['removes all addresses', [{ op: 'remove', path: 'emails' }], { emails: undefined }],
  [
    'puts an address beside the one of its kind, and none twice',
    [{ op: 'add', path: 'emails', value: [HOME, { value: 'next@larkspur.example', type: 'home' }] }],
    { emails: [WORK, HOME, { ...HOME, value: 'next@larkspur.example' }] },
  ],
  [
    'lets one address come first',
    [{ op: 'replace', path: 'emails[type eq "home"].primary', value: true }],
    {
      emails: [
        { ...WORK, primary: false },
        { ...HOME, primary: true },
      ],
    },
  ],
  [
    'replaces all addresses',
    [{ op: 'replace', path: 'emails', value: [{ value: 'only@larkspur.example', type: 'home' }] }],
    { emails: [{ ...HOME, value: 'only@larkspur.example' }] },
  ],
  [
    'does one operation after the other',
    [
      { op: 'remove', path: 'displayName' },
      { op: 'add', path: 'displayName', value: 'Twice' },
    ],
    { displayName: 'Twice' },
  ],
];

/** What programs send that no RFC says. */
const QUIRKS: readonly [title: string, operations: readonly object[], expected: object][] = [
  ['Entra: false as a word', [{ op: 'Replace', path: 'active', value: 'False' }], { active: false }],
  [
    'Entra: a number that is not there by a filter',
    [{ op: 'Add', path: 'phoneNumbers[type eq "work"].value', value: '+49 30 7654321' }],
    { phoneNumbers: [{ value: '+49 30 7654321', type: 'work', primary: false }] },
  ],
  [
    'Entra: dots in the names of a value',
    [{ op: 'Add', value: { 'name.givenName': 'Bo', [`${ENTERPRISE}:department`]: 'Sea' } }],
    { name: { givenName: 'Bo', familyName: 'Silva', formatted: 'Bo Silva' }, [ENTERPRISE]: { department: 'Sea' } },
  ],
  [
    'Entra: a path as the name of a value',
    [{ op: 'Add', value: { 'emails[type eq "work"].value': 'new@larkspur.example' } }],
    { emails: [{ ...WORK, value: 'new@larkspur.example' }, HOME] },
  ],
  [
    'Entra: attributes nothing here keeps',
    [
      { op: 'Replace', path: 'title', value: 'Gardener' },
      { op: 'Add', path: 'addresses[type eq "work"].country', value: 'DE' },
    ],
    { displayName: 'Ada S.' },
  ],
  ['Okta: all in one value', [{ op: 'replace', value: { active: false } }], { active: false }],
  ['an empty text for nothing', [{ op: 'replace', path: 'displayName', value: '' }], { displayName: undefined }],
];

const REFUSED: readonly [title: string, operations: readonly object[], scimType: string][] = [
  ['no operation', [], 'invalidSyntax'],
  ['an operation there is not', [{ op: 'move', path: 'displayName', value: 'x' }], 'invalidSyntax'],
  ['a removal without a path', [{ op: 'remove' }], 'noTarget'],
  ['a path to nothing', [{ op: 'replace', path: 'favouriteColour', value: 'x' }], 'invalidPath'],
  ['a path that cannot be read', [{ op: 'replace', path: 'emails[type eq', value: 'x' }], 'invalidPath'],
  ['a filter on what has one value', [{ op: 'replace', path: 'displayName[value eq "x"]', value: 'x' }], 'invalidPath'],
  ['a filter that selects nothing', [{ op: 'replace', path: 'emails[value eq "no@larkspur.example"].type', value: 'home' }], 'noTarget'],
  ['a change of what is read-only', [{ op: 'replace', path: 'id', value: 'x' }], 'mutability'],
  ['a change of the groups of a user', [{ op: 'add', path: 'groups', value: [{ value: newId() }] }], 'mutability'],
  ['a kind that is not there', [{ op: 'replace', path: 'phoneNumbers[type eq "work"].value', value: '+49 30 7654321' }], 'noTarget'],
  ['the removal of the name', [{ op: 'remove', path: 'userName' }], 'mutability'],
  ['a name that is empty', [{ op: 'replace', path: 'userName', value: '' }], 'invalidValue'],
  ['a value of another kind', [{ op: 'replace', path: 'active', value: { a: 1 } }], 'invalidValue'],
];

describe('changing parts of a user', () => {
  const ada = () =>
    directory.user({
      userName: 'ada',
      name: { givenName: 'Ada', familyName: 'Silva' },
      displayName: 'Ada S.',
      emails: [WORK, HOME],
      [ENTERPRISE]: { department: 'Gardens' },
    });

  it.each([...CASES, ...QUIRKS])('%s', async (_, operations, expected) => {
    const { id } = await ada();
    const changed = await directory.patch(`/Users/${id}`, operations);
    expect([changed.status, changed.body.scimType]).toEqual([200, undefined]);
    for (const [name, value] of Object.entries(expected)) expect(changed.body[name]).toEqual(value);
    expect((await directory.get(`/Users/${id}`)).body).toEqual(changed.body);
  });

  it.each(REFUSED)('is refused: %s', async (_, operations, scimType) => {
    const { id } = await ada();
    expect(await directory.patch(`/Users/${id}`, operations)).toMatchObject({ status: 400, body: { scimType, status: '400' } });
  });

  it('takes a manager written as a bare text, and lets them go', async () => {
    const [{ id }, lead] = [await ada(), await directory.user()];
    const led = await directory.patch(`/Users/${id}`, [{ op: 'Add', path: `${ENTERPRISE}:manager`, value: lead.id }]);
    expect(led.body[ENTERPRISE].manager.value).toBe(lead.id);
    const alone = await directory.patch(`/Users/${id}`, [{ op: 'Remove', path: `${ENTERPRISE}:manager` }]);
    expect(alone.body[ENTERPRISE]).not.toHaveProperty('manager');
    expect((await directory.patch(`/Users/${id}`, [{ op: 'add', path: `${ENTERPRISE}:manager`, value: id }])).body.scimType).toBe('invalidValue');
  });

  it('is done whole or not at all', async () => {
    const { id, ...before } = await ada();
    const refused = await directory.patch(`/Users/${id}`, [
      { op: 'replace', path: 'displayName', value: 'Half' },
      { op: 'replace', path: 'active', value: false },
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'no address' },
    ]);
    expect(refused.status).toBe(400);
    expect((await directory.get(`/Users/${id}`)).body).toEqual({ id, ...before });
  });

  it('gives nobody a name that somebody has', async () => {
    const [{ id }, other] = [await ada(), await directory.user()];
    expect(await directory.patch(`/Users/${id}`, [{ op: 'replace', path: 'userName', value: other.userName.toUpperCase() }])).toMatchObject({ status: 409 });
    expect(await directory.patch(`/Users/${id}`, [{ op: 'replace', path: 'userName', value: 'ADA' }])).toMatchObject({
      status: 200,
      body: { userName: 'ADA' },
    });
  });

  it('answers with what was asked for', async () => {
    const { id } = await ada();
    const changed = await directory.patch(`/Users/${id}`, [{ op: 'replace', path: 'displayName', value: 'New' }], { query: { attributes: 'displayName' } });
    expect(changed.body).toEqual({ schemas: [USER, ENTERPRISE], id, displayName: 'New' });
  });
});
