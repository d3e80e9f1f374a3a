import { WriteProfile } from '@smartpar/members/api';
import { type ProfileField, PROFILE_FIELDS } from '@smartpar/members/model';
import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { applied, checked } from './imports-house';
import { membersHouse, search } from './members-house';

let house: House;
let larkspur: string;
let owner: Person;
let member: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  larkspur = await house.organization();
  [owner, member] = [await house.person(larkspur, 'owner'), await house.person(larkspur)];
});

afterAll(() => house.stop());

const MINE = '/my/profile';
const pageOf = async (who: Person, { is }: Person) => (await who.get(`/members/${is.memberId}`)).body;
const correct = async (facts: object): Promise<Answer> =>
  owner.patch(`/members/${member.is.memberId}/profile`, { version: (await member.get(MINE)).body.version, ...facts });
const change = async (facts: object): Promise<Answer> => member.patch(MINE, { version: (await member.get(MINE)).body.version, ...facts });
const tell = (values: Partial<Record<ProfileField, string | null>>, memberId = member.is.memberId): Promise<readonly ProfileField[]> =>
  house.database.tenant(systemActor(larkspur, 'directory'), (tx) => house.get(WriteProfile).run(tx, { memberId, source: 'directory', values }));
const entries = () =>
  house.rows<{ facts: object }>(larkspur, `select facts from audit_entries where target_id = $1 and action = 'member.corrected' order by id`, [
    member.is.memberId,
  ]);

describe('what is kept of somebody at work', () => {
  it('is corrected by whoever administers members, who reads since when, by whom it is and who may change it', async () => {
    const work = { department: 'Night shift', employeeNumber: 'N-0471', country: 'DE', managerId: owner.is.memberId };
    expect((await correct(work)).status).toBe(200);
    const { profile, fields } = await pageOf(owner, member);
    expect(profile).toMatchObject({
      department: 'Night shift',
      employeeNumber: 'N-0471',
      country: 'DE',
      manager: { id: owner.is.memberId, number: owner.is.number },
    });
    const since = expect.any(String);
    expect(fields).toMatchObject({
      department: { source: 'administrator', since, editors: ['administrator'] },
      managerId: { source: 'administrator', since, editors: ['administrator'] },
      timeZone: { source: null, since: null, editors: ['person', 'administrator'] },
      email: { source: 'administrator', since, editors: ['administrator'] },
    });
    expect(await entries()).toEqual([{ facts: { fields: 'country department employeeNumber managerId', source: 'administrator' } }]);
  });

  it('is cleared by null, which is said to be so too', async () => {
    await correct({ department: 'Night shift' });
    await correct({ department: null });
    const { profile, fields } = await pageOf(owner, member);
    expect([profile.department, fields.department.source]).toEqual([null, 'administrator']);
  });

  it.each([
    { managerId: newId() },
    { country: 'XX' },
    { timeZone: 'Mars/Olympus' },
    { department: '' },
    { employeeNumber: 'x'.repeat(65) },
    { privateEmail: 'wren@home.example' },
    { privatePhone: '+49 170 1234567' },
  ])('%j is refused', async (facts) => {
    expect((await correct(facts)).status).toBe(422);
    expect(await entries()).toEqual([]);
  });

  it('has nobody of another organization, and not themself, as manager', async () => {
    const stranger = await house.person(await house.organization());
    for (const managerId of [stranger.is.memberId, member.is.memberId]) {
      expect(await correct({ managerId })).toMatchObject({ status: 422, body: { code: 'member.unknown_manager' } });
    }
  });
});

describe('what is one’s own', () => {
  it('is how one is called, reached and at what hours', async () => {
    const own = { displayName: 'Lin', phone: '+49 30 1234567', privatePhone: '+49 170 1234567', timeZone: 'Europe/Lisbon', locale: 'de' };
    const { status, body } = await change(own);
    expect([status, body]).toMatchObject([200, { ...own, version: 2, fields: { privatePhone: { source: 'person', editors: ['person'] } } }]);
    expect(await entries()).toEqual([{ facts: { fields: 'displayName phone privatePhone locale timeZone', source: 'person' } }]);
  });

  it('is not what the organization keeps of one’s work', async () => {
    for (const facts of [{ department: 'Board' }, { managerId: null }, { country: 'PT' }, { employeeNumber: '1' }]) {
      expect((await change(facts)).status).toBe(422);
    }
  });

  it('and private is never shown by what shows the same at work', async () => {
    await change({ phone: '+49 30 1234567', privatePhone: '+49 170 7654321' });
    const { sight, profile } = await pageOf(owner, member);
    expect([sight['user.contact.phone_number.private'], sight['user.contact.email.private']]).toEqual(['on-reveal', 'on-reveal']);
    expect(JSON.stringify(profile)).not.toContain('7654321');
    const helpdesk = await house.person(larkspur, 'helpdesk');
    expect((await pageOf(helpdesk, member)).sight).toMatchObject({
      'user.contact.phone_number.work': 'on-reveal',
      'user.contact.phone_number.private': 'hidden',
      'user.workplace': 'on-reveal',
    });
  });
});

describe('what a directory says', () => {
  it('is kept as far as it differs, with the directory as its source', async () => {
    expect(await tell({ department: 'Quay', employeeNumber: '0471' })).toEqual(['department', 'employeeNumber']);
    expect(await tell({ department: 'Quay', employeeNumber: '0472' })).toEqual(['employeeNumber']);
    expect(await tell({ department: 'Quay' })).toEqual([]);
    const { fields, version } = await pageOf(owner, member);
    expect([fields.department, version]).toMatchObject([{ source: 'directory', editors: ['directory'] }, 3]);
    expect((await entries()).map(({ facts }) => facts)).toEqual([
      { fields: 'department employeeNumber', source: 'directory' },
      { fields: 'employeeNumber', source: 'directory' },
    ]);
  });

  it('is changed there alone: neither the person nor an administrator writes over it', async () => {
    await tell({ department: 'Quay', phone: '+49 30 1234567' });
    expect(await correct({ department: 'Night shift' })).toMatchObject({
      status: 422,
      body: { code: 'member.led_by_directory', errors: [{ field: 'department' }] },
    });
    expect(await change({ phone: '+49 30 7654321' })).toMatchObject({ status: 422, body: { code: 'member.led_by_directory', errors: [{ field: 'phone' }] } });
  });

  it('leaves alone what the person chose about their language, their hours and how they are reached in private', async () => {
    await change({ timeZone: 'Europe/Lisbon', privatePhone: '+49 170 1234567' });
    expect(await tell({ timeZone: 'Europe/Berlin', privatePhone: null, locale: 'de' })).toEqual(['locale']);
    expect((await member.get(MINE)).body).toMatchObject({ timeZone: 'Europe/Lisbon', privatePhone: '+49 170 1234567', locale: 'de' });
  });

  it('finds somebody by a name of which it brought only one part', async () => {
    await tell({ lastName: 'Birkenhain' });
    for (const term of ['birkenh', 'linden birk']) expect((await search(owner, { search: term })).body.items).toMatchObject([{ id: member.is.memberId }]);
  });

  it('is of nobody who is not there', async () => {
    await expect(tell({ department: 'Quay' }, newId())).rejects.toMatchObject({ code: 'not_found' });
  });

  it('may be any field, and each is written under its own name', async () => {
    const values: Record<ProfileField, string> = {
      ...{ firstName: 'Fern', lastName: 'Hill', displayName: 'Fe', email: 'fern@larkspur.example', phone: '+49 30 1' },
      ...{ privateEmail: 'fern@home.example', privatePhone: '+49 170 1', locale: 'de', timeZone: 'Europe/Rome', country: 'IT' },
      ...{ department: 'Quay', employeeNumber: '9', managerId: owner.is.memberId },
    };
    expect(await tell(values)).toEqual(PROFILE_FIELDS);
    const { managerId, ...rest } = values;
    expect((await member.get(MINE)).body).toMatchObject({ ...rest, manager: { id: managerId } });
  });
});

it('what a file brought or changed is from a file, and what it did not touch is not', async () => {
  const file = Buffer.from(`Work e-mail,First name,Last name,Phone\nwren@larkspur.example,Wren,Foxglade,+49 30 1234567\n${member.is.email},,Hill,\n`);
  const found = await checked(house, owner, file, ['email', 'firstName', 'lastName', 'phone']);
  await applied(house, owner, found);
  const { items } = (await search(owner, { search: 'foxglade' })).body;
  const [fresh, changed] = [(await owner.get(`/members/${items[0].id}`)).body, await pageOf(owner, member)];
  expect([fresh.fields.firstName, fresh.fields.email]).toMatchObject([{ source: 'import' }, { source: 'import' }]);
  expect([changed.fields.lastName.source, changed.fields.firstName.source]).toEqual(['import', 'administrator']);
});

describe('an employee number', () => {
  beforeEach(async () => {
    await correct({ employeeNumber: 'N-0471' });
  });

  it('finds exactly one for those who see such numbers, in any spelling of its letters', async () => {
    expect((await search(owner, { search: 'n-0471' })).body).toMatchObject({ understood: 'exact', items: [{ id: member.is.memberId }] });
    expect((await search(owner, { search: 'N-047' })).body.items).toEqual([]);
  });

  it('finds them for those who may find as well, and is counted', async () => {
    const helpdesk = await house.person(larkspur, 'helpdesk');
    expect((await search(helpdesk, { search: 'N-0471' })).body).toMatchObject({ understood: 'exact', items: [{ id: member.is.memberId, profile: {} }] });
    expect((await search(helpdesk, { search: 'N-0472' })).body).toMatchObject({ understood: 'exact', items: [] });
    const counted = `select member_id as id, count from counted_reads where organization_id = $1 and kind = 'look-up'`;
    expect(await house.rows(larkspur, counted, [larkspur])).toEqual([{ id: member.is.memberId, count: 1 }]);
  });

  it('of digits alone is found beside the member number of the same digits', async () => {
    await correct({ employeeNumber: String(owner.is.number) });
    const { items } = (await search(owner, { search: String(owner.is.number) })).body;
    expect(items.map(({ id }: { id: string }) => id)).toEqual([owner.is.memberId, member.is.memberId]);
  });

  it('finds nobody for those who may not find', async () => {
    const auditor = await house.person(larkspur, 'auditor');
    expect((await search(auditor, { search: 'N-0471' })).body.items).toEqual([]);
  });
});
