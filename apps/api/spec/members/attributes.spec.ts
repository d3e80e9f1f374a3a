import { newId } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { membersHouse } from './members-house';

let house: House;
let larkspur: string;
let owner: Person;
let administrator: Person;
let member: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  larkspur = await house.organization();
  [owner, administrator, member] = [await house.person(larkspur, 'owner'), await house.person(larkspur, 'user-administrator'), await house.person(larkspur)];
});

afterAll(() => house.stop());

const PATH = '/profile-attributes';
const SHIRT = { name: 'Shirt size', kind: 'choice', choices: ['S', 'M'], category: 'user.workplace', byPerson: true };
const COST = { name: 'Cost centre', kind: 'number', category: 'user.workplace', byPerson: false };

const define = async (attribute: object): Promise<{ id: string; version: number }> => (await owner.post(PATH, attribute)).body;
const versionOf = async (): Promise<number> => (await member.get('/my/profile')).body.version;
const correct = async (attributes: object, who = administrator): Promise<Answer> =>
  who.patch(`/members/${member.is.memberId}/profile`, { version: await versionOf(), attributes });
const change = async (attributes: object): Promise<Answer> => member.patch('/my/profile', { version: await versionOf(), attributes });
const valuesFor = async (who: Person) => (await who.get(`/members/${member.is.memberId}`)).body.attributes;

describe('what an organization keeps beside', () => {
  it('is said by owners, read by whoever works for its people, and in the log without a name', async () => {
    const { body, status } = await owner.post(PATH, SHIRT);
    expect([status, body]).toMatchObject([201, { ...SHIRT, version: 1, retiredAt: null }]);
    expect((await administrator.get(PATH)).body.items).toEqual([body]);
    expect((await administrator.post(PATH, COST)).status).toBe(404);
    expect((await member.get(PATH)).status).toBe(404);
    const [entry] = await house.rows<{ facts: object }>(
      larkspur,
      `select facts from audit_entries where action = 'profile-attribute.added' and target_id = $1`,
      [body.id],
    );
    expect(entry?.facts).toEqual({ kind: 'choice', category: 'user.workplace', byPerson: true });
  });

  it('is one for each name and each key', async () => {
    const key = newId();
    const first = await owner.post(PATH, COST, key);
    expect((await owner.post(PATH, COST, key)).body.id).toBe(first.body.id);
    expect(await owner.post(PATH, { ...COST, name: 'COST  centre' })).toMatchObject({ status: 422, body: { code: 'profile_attribute.name_taken' } });
    const elsewhere = await house.person(await house.organization(), 'owner');
    expect((await elsewhere.get(PATH)).body.items).toEqual([]);
    expect((await elsewhere.patch(`${PATH}/${first.body.id}`, { version: 1, name: 'Mine' })).status).toBe(404);
  });

  it.each([
    { ...SHIRT, choices: [] },
    { ...COST, choices: ['1'] },
    { ...SHIRT, choices: ['S', 'S'] },
    { ...COST, kind: 'picture' },
    { ...COST, category: 'user.health' },
    { ...COST, name: ' ' },
  ])('%j is refused', async (attribute) => expect((await owner.post(PATH, attribute)).status).toBe(422));

  it('gets another name on the version that was read, and never other choices where there are none', async () => {
    const { id } = await define(COST);
    expect((await owner.patch(`${PATH}/${id}`, { version: 1, name: 'Cost unit' })).body).toMatchObject({ name: 'Cost unit', version: 2 });
    expect((await owner.patch(`${PATH}/${id}`, { version: 1, name: 'Other' })).body.code).toBe('profile_attribute.changed_meanwhile');
    expect((await owner.patch(`${PATH}/${id}`, { version: 2, choices: ['1'] })).body.code).toBe('profile_attribute.no_choices');
  });

  it('once it is used no more is shown to the person alone, and its name is free again', async () => {
    const { id } = await define(COST);
    await correct({ [id]: '4711' });
    expect((await owner.post(`${PATH}/${id}/retirement`, { version: 1 })).body.retiredAt).not.toBeNull();
    expect(await valuesFor(owner)).toEqual([]);
    expect((await member.get('/my/profile')).body.attributes).toMatchObject([{ id, value: '4711', retiredAt: expect.any(String) }]);
    expect((await correct({ [id]: '1' })).body.code).toBe('profile_attribute.value_unclear');
    expect((await owner.post(PATH, COST)).status).toBe(201);
    expect((await owner.get(PATH)).body.items.map(({ retiredAt }: { retiredAt: string | null }) => retiredAt === null)).toEqual([true, false]);
  });
});

describe('a value of it', () => {
  it('is read by its kind, and kept with who put it there', async () => {
    const { id } = await define(COST);
    expect((await correct({ [id]: '007,50' })).status).toBe(200);
    expect(await valuesFor(owner)).toMatchObject([{ id, value: '7.5', source: 'administrator', editors: ['administrator'] }]);
    expect(await correct({ [id]: 'seven' })).toMatchObject({
      status: 422,
      body: { code: 'profile_attribute.value_unclear', errors: [{ field: `attributes.${id}` }] },
    });
    await correct({ [id]: null });
    expect(await valuesFor(owner)).toMatchObject([{ id, value: null, source: null }]);
  });

  it('is in the log by the id of what it is, and leaves no trace where nothing changes', async () => {
    const { id } = await define(COST);
    await correct({ [id]: '7' });
    expect((await correct({ [id]: '7.0' })).body.version).toBe(2);
    const logged = await house.rows<{ facts: object }>(larkspur, `select facts from audit_entries where target_id = $1 and action = 'member.corrected'`, [
      member.is.memberId,
    ]);
    expect(logged).toEqual([{ facts: { fields: 'attributes', source: 'administrator', attributes: id } }]);
  });

  it('is the person’s to change where it is left to them, and nowhere else', async () => {
    const [shirt, cost] = [await define(SHIRT), await define(COST)];
    expect((await change({ [shirt.id]: 'M' })).body.attributes).toMatchObject([{ id: cost.id }, { id: shirt.id, value: 'M', source: 'person' }]);
    expect((await change({ [cost.id]: '7' })).body.code).toBe('profile_attribute.value_unclear');
    expect((await change({ [shirt.id]: 'XXL' })).body.code).toBe('profile_attribute.value_unclear');
    expect((await change({ [newId()]: 'M' })).body.code).toBe('profile_attribute.value_unclear');
  });

  it('is hidden with its category, and what is given for it then counts as a change whatever it is', async () => {
    const { id } = await define({ ...COST, name: 'Emergency contact', kind: 'text', category: 'user.contact.phone_number.private' });
    expect((await correct({ [id]: 'Robin' })).body.version).toBe(2);
    const [shown] = await valuesFor(administrator);
    expect([shown.id, 'value' in shown, shown.source, shown.since]).toEqual([id, false, null, null]);
    expect((await correct({ [id]: 'Robin' })).body.version).toBe(3);
  });
});
