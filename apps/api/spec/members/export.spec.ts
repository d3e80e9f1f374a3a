import { SESSION_COOKIE } from '@smartpar/access/api';
import { AddMembers, ChangeMemberStatus } from '@smartpar/members/api';
import { systemActor } from '@smartpar/access/model';
import { parse } from 'csv-parse/sync';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { applied, checked } from './imports-house';
import { membersHouse } from './members-house';

let house: House;
let larkspur: string;
let owner: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  larkspur = await house.organization({ name: 'Larkspur' });
  owner = await house.person(larkspur, 'owner');
});

afterAll(() => house.stop());

/** What an owner sees of somebody’s work. */
const AT_WORK = ['Department', 'Employee number', 'Manager', 'Country', 'Time zone'];

const FORMULAS = ['=1+1', '+A1', '-A1', '@SUM(A1)'];

/** Takes the list out. @returns the answer as it was sent */
const takeOut = (who: Person, order: object = {}) =>
  house.app.inject({
    method: 'POST',
    url: `/api/organizations/${who.is.organizationId}/members/export`,
    headers: { cookie: `${SESSION_COOKIE}=${who.is.accountId}`, 'content-type': 'application/json' },
    payload: { locale: 'en', ...order },
  });

/** The cells of a file, line by line. */
const cellsOf = (body: string): string[][] => parse(body, { bom: true });

const add = (members: readonly { email: string; firstName: string; lastName?: string; phone?: string }[]) =>
  house.get(AddMembers).run(
    larkspur,
    members.map((member) => ({ locale: 'en' as const, ...member })),
  );

const countedOf = (memberId: string) =>
  house.rows(larkspur, `select kind, count from counted_reads where organization_id = $1 and member_id = $2 and kind = 'export'`, [larkspur, memberId]);

const EVERYONE = '00000000-0000-0000-0000-000000000000';

describe('an export', () => {
  it('holds every member with what its reader sees, by number, and never what is on reveal', async () => {
    await add([{ email: 'ana@larkspur.example', firstName: 'Ana "Anni"', lastName: 'Silva, Dr.', phone: '+49 30 1234567' }]);
    const { statusCode, headers, rawPayload, body } = await takeOut(owner);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="members.csv"' });
    expect([...rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(body).toContain('"Ana ""Anni""","Silva, Dr.",,ana@larkspur.example,,,,,\r\n');
    expect(cellsOf(body)).toEqual([
      ['Member number', 'Status', 'Site', 'Roles', 'First name', 'Last name', 'Display name', 'Work e-mail', ...AT_WORK],
      [`M-${owner.is.number}`, 'active', '', 'owner', 'Linden', expect.any(String), '', owner.is.email, ...AT_WORK.map(() => '')],
      [`M-${owner.is.number + 1}`, 'active', '', '', 'Ana "Anni"', 'Silva, Dr.', '', 'ana@larkspur.example', ...AT_WORK.map(() => '')],
    ]);
    expect(body).not.toContain('1234567');
  });

  it('is written down with how many, which categories and the names of filters, and nothing that was searched for', async () => {
    await add([{ email: 'ana@larkspur.example', firstName: 'Ana' }]);
    await takeOut(owner, { search: 'ana', status: 'active' });
    const entries = await house.rows(larkspur, `select actor_id, facts from audit_entries where organization_id = $1 and action = 'member.exported'`, [
      larkspur,
    ]);
    expect(entries).toEqual([
      {
        actor_id: owner.is.memberId,
        facts: { count: 1, categories: 'user.name user.contact.email.work user.workplace user.location', filters: 'search status' },
      },
    ]);
  });

  it('is counted for each whose data left, or for everyone where it was of everybody', async () => {
    const [ana, bo] = await add([
      { email: 'ana@larkspur.example', firstName: 'Ana' },
      { email: 'bo@larkspur.example', firstName: 'Bo' },
    ]);
    await takeOut(owner, { search: 'ana' });
    expect(await countedOf(ana?.memberId ?? '')).toEqual([{ kind: 'export', count: 1 }]);
    expect(await countedOf(bo?.memberId ?? '')).toEqual([]);
    expect(await countedOf(EVERYONE)).toEqual([]);
    await takeOut(owner);
    expect(await countedOf(EVERYONE)).toEqual([{ kind: 'export', count: 1 }]);
    expect(await countedOf(bo?.memberId ?? '')).toEqual([]);
  });

  it.each(FORMULAS)('keeps %s from being calculated by a spreadsheet program', async (firstName) => {
    await add([{ email: 'ana@larkspur.example', firstName }]);
    const { body } = await takeOut(owner, { search: 'ana@larkspur.example' });
    expect(cellsOf(body)[1]?.[4]).toBe(`'${firstName}`);
  });

  it('can be imported again as it is, and then changes nothing', async () => {
    await add([{ email: 'ana@larkspur.example', firstName: 'Ana', lastName: 'Silva' }]);
    const { rawPayload } = await takeOut(owner, { locale: 'de' });
    const found = await checked(house, owner, rawPayload, [null, null, 'site', null, 'firstName', 'lastName', null, 'email', ...AT_WORK.map(() => null)]);
    expect(found).toMatchObject({ state: 'checked', counts: { lines: 2, unchanged: 2, faulty: 0 }, may: { apply: false } });
    await expect(applied(house, owner, found)).rejects.toThrow('nothing_to_do');
  });

  it.each([
    [{ search: 'sil' }, 1],
    [{ search: 'ana@' }, 1],
    [{ search: 'nobody' }, 0],
    [{ status: 'suspended' }, 0],
    [{ status: 'active' }, 2],
    [{ role: 'owner' }, 1],
    [{ siteId: null }, 2],
  ])('is of the same members as the list for %j', async (order, count) => {
    await add([{ email: 'ana@larkspur.example', firstName: 'Ana', lastName: 'Silva' }]);
    expect(cellsOf((await takeOut(owner, order)).body)).toHaveLength(count + 1);
    expect((await owner.post('/members/search', order)).body.items).toHaveLength(count);
  });

  it('is read page by page, whole and in order', async () => {
    await add(Array.from({ length: 2300 }, (_, n) => ({ email: `p${n}@larkspur.example`, firstName: `P${n}` })));
    const numbers = cellsOf((await takeOut(owner, { status: 'active' })).body)
      .slice(1)
      .map(([number]) => Number(number?.slice(2)));
    expect(numbers).toEqual(Array.from({ length: 2301 }, (_, n) => owner.is.number + n));
  });

  it.each(['privacy-officer', 'helpdesk', 'auditor'] as const)('is not there for a %s', async (role) => {
    expect((await takeOut(await house.person(larkspur, role))).statusCode).toBe(404);
  });

  it.each([{ locale: 'xx' }, { status: 'gone' }, { search: '' }, { size: 5 }])('of %j is refused', async (order) => {
    expect((await takeOut(owner, order)).statusCode).toBe(422);
  });

  it('of another organization is not found', async () => {
    expect((await takeOut(owner.at(await house.organization()))).statusCode).toBe(404);
  });
});

it('an export whose reader loses the right to it breaks off with the connection, so that nobody takes it for whole', async () => {
  const leaving = await house.person(larkspur, 'user-administrator');
  await add(Array.from({ length: 30_000 }, (_, n) => ({ email: `p${n}@larkspur.example`, firstName: 'P'.repeat(200), lastName: 'Q'.repeat(200) })));
  await house.app.listen(0, '127.0.0.1');
  const answer = await fetch(`${await house.app.getUrl()}/api/organizations/${larkspur}/members/export`, {
    method: 'POST',
    headers: { cookie: `${SESSION_COOKIE}=${leaving.is.accountId}`, 'content-type': 'application/json', 'accept-encoding': 'identity' },
    body: JSON.stringify({ locale: 'en' }),
  });
  expect(answer.status).toBe(200);
  const reader = answer.body?.getReader();
  await reader?.read();
  await house.get(ChangeMemberStatus).run(systemActor(larkspur, 'spec'), leaving.is.memberId, 'suspended');
  const rest = async (): Promise<void> => {
    while ((await reader?.read())?.done === false);
  };
  await expect(rest()).rejects.toThrow();
});
