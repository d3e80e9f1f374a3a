import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { type Directory, directoryOf, provisioningHouse } from './provisioning-house';

let house: House;
let larkspur: string;
let ada: Person;
let directory: Directory;

beforeAll(async () => {
  house = await provisioningHouse();
});

beforeEach(async () => {
  larkspur = await house.organization();
  await house.person(larkspur, 'owner');
  directory = await directoryOf(house, larkspur);
  ada = await house.person(larkspur);
});

afterAll(() => house.stop());

const path = () => `/Users/${ada.is.memberId}`;
const kept = async () =>
  (
    await house.rows<{ private_email: string | null; private_phone: string | null }>(
      larkspur,
      'select private_email, private_phone from members where id = $1',
      [ada.is.memberId],
    )
  )[0];

/** What a person told their organization about themself. */
async function tells(): Promise<void> {
  const { version } = (await ada.get('/my/profile')).body;
  expect((await ada.patch('/my/profile', { version, privatePhone: '+49 30 1234567' })).status).toBe(200);
  await house.rows(larkspur, `update members set private_email = 'Ada@Home.example' where id = $1`, [ada.is.memberId]);
  await house.rows(
    larkspur,
    `insert into member_field_sources (organization_id, member_id, field, source, changed_at) values ($1, $2, 'privateEmail', 'person', now())`,
    [larkspur, ada.is.memberId],
  );
}

describe('what a person gave their organization in private', () => {
  it('is not told to the directory, in whatever way it asks', async () => {
    await tells();
    const read = [await directory.get(path()), await directory.get('/Users'), await directory.get('/Users', { query: { sortBy: 'emails' } })];
    const changed = await directory.patch(path(), [{ op: 'replace', path: 'displayName', value: 'Ada' }]);
    expect(changed.status).toBe(200);
    for (const { body } of [...read, changed]) expect(JSON.stringify(body)).not.toMatch(/home\.example|1234567/i);
    for (const filter of [
      'emails eq "ada@home.example"',
      'emails.value sw "ada"',
      'emails[type eq "home"]',
      'emails.type eq "home"',
      'phoneNumbers pr',
      'phoneNumbers.value co "1234567"',
    ])
      expect([filter, (await directory.find('Users', filter)).body.totalResults]).toEqual([filter, 0]);
  });

  it('stays as it is where the directory says something else or takes it away', async () => {
    await tells();
    const { body } = await directory.get(path());
    const told = {
      ...body,
      emails: [...body.emails, { value: 'other@home.example', type: 'home' }],
      phoneNumbers: [{ value: '+49 30 7654321', type: 'home' }],
    };
    expect((await directory.put(path(), told)).status).toBe(200);
    expect((await directory.patch(path(), [{ op: 'remove', path: 'emails[type eq "home"]' }])).status).toBe(200);
    expect(await kept()).toEqual({ private_email: 'Ada@Home.example', private_phone: '+49 30 1234567' });
  });

  it('is the directory’s where the directory gave it', async () => {
    const made = await directory.user({ phoneNumbers: [{ value: '+49 30 7654321', type: 'home' }] });
    expect((await directory.get(`/Users/${made.id}`)).body.phoneNumbers).toMatchObject([{ value: '+49 30 7654321', type: 'home' }]);
    expect((await directory.find('Users', 'phoneNumbers.value co "7654321"')).body.totalResults).toBe(1);
  });
});

it('a token for groups alone is told who is in them by identifier, and by no name', async () => {
  const groups = await directoryOf(house, larkspur, 'scim-groups');
  const { id } = await directory.user({ displayName: 'Robin Fen' });
  const { id: groupId } = await directory.group('Drivers', [id]);
  const answers = [
    await groups.get(`/Groups/${groupId}`),
    await groups.get('/Groups'),
    await groups.patch(`/Groups/${groupId}`, [{ op: 'add', path: 'members', value: [{ value: ada.is.memberId }] }]),
  ];
  for (const { status, body } of answers) {
    expect([status, JSON.stringify(body).includes(id)]).toEqual([200, true]);
    expect(JSON.stringify(body)).not.toMatch(/robin|ashgrove|larkspur\.example/i);
  }
  const filter = 'members.display co "robin"';
  expect([(await groups.find('Groups', filter)).body.totalResults, (await directory.find('Groups', filter)).body.totalResults]).toEqual([0, 1]);
  await groups.patch(`/Groups/${groupId}`, [{ op: 'remove', path: 'members[display co "robin"]' }]);
  expect((await directory.get(`/Groups/${groupId}`)).body.members.map(({ display }: { display: string }) => display)).toContain('Robin Fen');
});
