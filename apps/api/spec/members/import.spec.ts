import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { applied, bring, larkspurIn, READING, work } from './imports-house';
import { membersHouse, takeMails } from './members-house';

let house: House;
let larkspur: string;
let owner: Person;
let administrator: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  ({ larkspur, owner, administrator } = await larkspurIn(house));
});

afterAll(() => house.stop());

const COLUMNS = ['email', 'firstName', 'lastName', 'phone'] as const;
const TEN = `E-Mail,Vorname,Nachname,Telefon\r\n${Array.from({ length: 10 }, (_, n) => `p${n}@otherhill.example,Wren ${n},Foxglade,+49 30 123456${n}\r\n`).join('')}`;

describe('an import of ten people', () => {
  it('is brought, read, checked and applied, and every line is accounted for', async () => {
    const brought = await bring(house, administrator, TEN);
    expect(brought).toMatchObject({
      status: 201,
      body: { state: 'received', bytes: TEN.length, check: 0, reading: null, may: { preview: true, check: true, apply: false, cancel: true } },
    });
    const { id } = brought.body;
    expect((await administrator.get(`/member-imports/${id}/preview`)).body).toMatchObject({
      encoding: 'utf-8',
      delimiter: ',',
      guess: { encoding: 'utf-8', delimiter: ',', certain: true },
      columns: [
        { heading: 'E-Mail', field: 'email', kept: false },
        { heading: 'Vorname', field: 'firstName', kept: false },
        { heading: 'Nachname', field: 'lastName', kept: false },
        { heading: 'Telefon', field: 'phone', kept: false },
      ],
      problem: null,
    });
    expect((await administrator.post(`/member-imports/${id}/check`, { ...READING, columns: COLUMNS })).body).toMatchObject({
      state: 'checking',
      check: 1,
      progress: { done: 0, total: TEN.length },
    });
    await work(house);
    const found = (await administrator.get(`/member-imports/${id}`)).body;
    expect(found).toMatchObject({
      state: 'checked',
      counts: { lines: 10, new: 10, changed: 0, existing: 0, unchanged: 0, skipped: 0, faulty: 0 },
      may: { apply: true },
    });
    expect(await house.rows(larkspur, `select id from members where status = 'invited' and organization_id = $1`, [larkspur])).toEqual([]);
    const done = await applied(house, administrator, found);
    expect(done).toMatchObject({
      state: 'applied',
      result: { added: 10, changed: 0, written: 0, unchanged: 0, leftOut: 0 },
      forgottenAt: null,
      may: { cancel: false, preview: false },
    });
    const report = (await administrator.get(`/member-imports/${id}/report`)).body.items;
    expect(report).toHaveLength(10);
    expect(report[0]).toMatchObject({ line: 2, outcome: 'added' });
    const numbers = report.map(({ member }: { member: { number: number } }) => member.number);
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, n) => administrator.is.number + 1 + n));
    expect((await owner.get(`/members/${report[3].member.id}`)).body).toMatchObject({
      status: 'invited',
      invitation: { state: 'none' },
      profile: { firstName: 'Wren 3', email: 'p3@otherhill.example' },
      may: { invite: true },
    });
    expect(await takeMails(house)).toEqual([]);
  });
});
