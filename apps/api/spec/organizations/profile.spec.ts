import { House } from './house';
import type { Person } from './person';

let house: House;
let larkspur: string;
let owner: Person;
let employee: Person;

beforeAll(async () => {
  house = await House.start();
  larkspur = await house.organization({ name: 'Larkspur Instruments', slug: 'larkspur' });
  owner = await house.person(larkspur, 'owner');
  employee = await house.person(larkspur);
});

afterAll(() => house.stop());

it('shows every member the profile', async () => {
  const { status, body } = await employee.get('');
  expect(status).toBe(200);
  expect(body).toEqual({
    id: larkspur,
    name: 'Larkspur Instruments',
    slug: 'larkspur',
    kind: 'tenant',
    country: 'DE',
    subdivision: null,
    timeZone: 'Europe/Berlin',
    defaultLocale: 'de',
    decideWithinHours: 12,
    version: 1,
    createdAt: '2026-03-02T09:00:00Z',
  });
});

it('lets an owner change what they name, and leaves the rest', async () => {
  const { status, body } = await owner.patch('', { version: 1, name: 'Larkspur Optics', subdivision: 'DE-HE' });
  expect(status).toBe(200);
  expect(body).toMatchObject({ name: 'Larkspur Optics', subdivision: 'DE-HE', country: 'DE', timeZone: 'Europe/Berlin', version: 2 });
});

it('refuses a change made on what somebody else has changed since, and changes nothing', async () => {
  const { status, body } = await owner.patch('', { version: 1, name: 'Too late' });
  expect(status).toBe(409);
  expect(body.code).toBe('organization.changed_meanwhile');
  expect((await owner.get('')).body.name).toBe('Larkspur Optics');
});

it('clears the subdivision with null, and when the country changes', async () => {
  expect((await owner.patch('', { version: 2, country: 'NL', timeZone: 'Europe/Amsterdam' })).body).toMatchObject({
    country: 'NL',
    subdivision: null,
    version: 3,
  });
  expect((await owner.patch('', { version: 3, country: 'US', subdivision: 'US-CA' })).body).toMatchObject({ country: 'US', subdivision: 'US-CA' });
  expect((await owner.patch('', { version: 4, subdivision: null })).body).toMatchObject({ country: 'US', subdivision: null });
});

it('refuses a subdivision of another country', async () => {
  const { status, body } = await owner.patch('', { version: 5, subdivision: 'DE-HE' });
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'organization.subdivision_elsewhere', errors: [{ field: 'subdivision' }] });
});

it.each([
  { name: '' },
  { name: 'x'.repeat(121) },
  { name: 'Lark\u0000spur' },
  { country: 'Germany' },
  { timeZone: 'Mars/Olympus' },
  { defaultLocale: 'fr' },
  { slug: 'other' },
  { kind: 'workforce' },
  { name: null },
])('refuses %j, and says which field', async (bad) => {
  const { status, body } = await owner.patch('', { version: 5, ...bad });
  expect(status).toBe(422);
  expect(body.errors[0].field).toBe(Object.keys(bad)[0]);
  expect((await owner.get('')).body.version).toBe(5);
});

it('does one act once, however often it arrives, and refuses another under the same key', async () => {
  const key = 'rename-larkspur-once';
  const change = { version: 5, name: 'Larkspur Again' };
  expect((await owner.patch('', change, key)).body).toMatchObject({ name: 'Larkspur Again', version: 6 });
  expect((await owner.patch('', change, key)).body).toMatchObject({ name: 'Larkspur Again', version: 6 });
  const other = await owner.patch('', { version: 6, name: 'Another' }, key);
  expect(other.status).toBe(422);
  expect(other.body.code).toBe('idempotency.key_reused');
});

it('tells the accounts of its members the new name', async () => {
  const rows = await house.accountRows(employee.is.accountId, 'select organization_name, status from account_memberships where account_id = $1');
  expect(rows).toEqual([{ organization_name: 'Larkspur Again', status: 'active' }]);
});

it('writes each change down, by field and never by content', async () => {
  const entries = await house.rows<{ action: string; facts: object }>(
    larkspur,
    `select action, facts from audit_entries where action = 'organization.changed' order by id`,
  );
  expect(entries).toHaveLength(5);
  expect(entries[0]?.facts).toEqual({ fields: 'name subdivision' });
  expect(entries[1]?.facts).toEqual({ fields: 'country subdivision timeZone', from: 'DE', to: 'NL' });
  expect(JSON.stringify(entries)).not.toContain('Larkspur');
});
