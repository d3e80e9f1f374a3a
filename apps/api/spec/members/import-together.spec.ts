import { MembersWork } from '@smartpar/members/api';
import { PerformDueWork, type WorkKind } from '@smartpar/platform/jobs';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { bring, checked, READING, work } from './imports-house';
import { heard, membersHouse } from './members-house';

let house: House;
let larkspur: string;
let administrator: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  larkspur = await house.organization({ name: 'Larkspur' });
  administrator = await house.person(larkspur, 'user-administrator');
});

afterAll(() => house.stop());

const COLUMNS = ['email', 'firstName'] as const;
const FILE = 'E-Mail,Vorname\r\nana@otherhill.example,Ana\r\nbo@otherhill.example,Bo\r\n';

type Perform = WorkKind['perform'];

/** Changes how the steps of one kind are done. */
const step =
  (name: string, change: (perform: Perform) => Perform) =>
  ({ kind, perform }: WorkKind): WorkKind => ({ kind, perform: kind === name ? change(perform) : perform });

const cancel = (id: string): Promise<Answer> => administrator.post(`/member-imports/${id}/cancellation`, {});

const apply = (id: string): Promise<Answer> =>
  administrator.post(`/member-imports/${id}/application`, { check: 1, sendInvitations: false, leaveOutFaulty: false });

const stateOf = async (id: string): Promise<string> => (await administrator.get(`/member-imports/${id}`)).body.state;

/** A file that was brought and is about to be checked. */
const toBeChecked = async (file = FILE): Promise<string> => {
  const { body } = await bring(house, administrator, file);
  await administrator.post(`/member-imports/${body.id}/check`, { ...READING, columns: COLUMNS });
  return body.id;
};

const keptOf = (id: string): Promise<object[]> =>
  house.rows(
    larkspur,
    `select (select count(*) from member_import_chunks where organization_id = $1 and import_id = $2)::integer as chunks,
            (select count(*) from member_import_lines where organization_id = $1 and import_id = $2)::integer as lines,
            (select count(*) from member_import_addresses where organization_id = $1 and import_id = $2)::integer as addresses`,
    [larkspur, id],
  );

const aWeekPasses = (): void => house.time.advance({ hours: 7 * 24 + 1 });

/** Whether anybody waits for a lock. */
const somebodyWaits = async (): Promise<boolean> =>
  ((await house.owner.query('select from pg_locks l join pg_stat_activity a using (pid) where a.datname = current_database() and not l.granted')).rowCount ??
    0) > 0;

describe('while a step of an import is done', () => {
  it('the import can be cancelled, and the step then does nothing', async () => {
    const id = await toBeChecked();
    await work(
      house,
      step('members.import-check', (perform) => async (tx, subject) => {
        expect((await cancel(id)).body).toMatchObject({ state: 'cancelled' });
        await perform(tx, subject);
      }),
    );
    expect(await stateOf(id)).toBe('cancelled');
    expect(await keptOf(id)).toEqual([{ chunks: 0, lines: 0, addresses: 0 }]);
  });

  it('an import whose week is over can still be applied, and is not forgotten then', async () => {
    const { id } = await checked(house, administrator, FILE, COLUMNS);
    aWeekPasses();
    await work(
      house,
      step('members.import-forget', (perform) => async (tx, subject) => {
        expect((await apply(id)).body).toMatchObject({ state: 'applying' });
        await perform(tx, subject);
      }),
    );
    expect((await administrator.get(`/member-imports/${id}`)).body).toMatchObject({ state: 'applied', result: { added: 2 } });
  });

  it('an import whose week is over is forgotten with the lines that were read meanwhile', async () => {
    const id = await toBeChecked();
    aWeekPasses();
    let forgetting: Promise<unknown> = Promise.resolve();
    await work(
      house,
      step('members.import-check', (perform) => async (tx, subject) => {
        await perform(tx, subject);
        forgetting = anotherProcess('members.import-forget').run();
        await heard(somebodyWaits);
      }),
    );
    await forgetting;
    expect(await stateOf(id)).toBe('cancelled');
    expect(await keptOf(id)).toEqual([{ chunks: 0, lines: 0, addresses: 0 }]);
  });
});

it('two processes that share the work do no line twice and leave none out', async () => {
  const lines = Array.from({ length: 2500 }, (_, n) => `p${n}@otherhill.example,Wren ${n}\r\n`);
  const id = await toBeChecked(`E-Mail,Vorname\r\n${lines.join('')}`);
  await Promise.all([work(house), work(house), work(house)]);
  await apply(id);
  await Promise.all([work(house), work(house), work(house)]);
  await work(house);
  expect((await administrator.get(`/member-imports/${id}`)).body).toMatchObject({ state: 'applied', counts: { lines: 2500 }, result: { added: 2500 } });
  const added = await house.rows(
    larkspur,
    `select count(distinct number)::integer as numbers, count(*)::integer as members, max(number) - min(number) + 1 as row from members where organization_id = $1 and status = 'invited'`,
    [larkspur],
  );
  expect(added).toEqual([{ numbers: 2500, members: 2500, row: 2500 }]);
});

it('empty lines by the hundred thousand in the middle of a file are passed over in several steps', async () => {
  const id = await toBeChecked(`${FILE}${'    \n'.repeat(900_000)}${FILE.split('\r\n')[1]}\r\ncy@otherhill.example,Cy\r\n`);
  expect(await work(house)).toBeGreaterThan(1);
  expect((await administrator.get(`/member-imports/${id}`)).body.counts).toMatchObject({ lines: 4, new: 3, faulty: 1 });
  expect((await administrator.get(`/member-imports/${id}/faults`)).body.items).toMatchObject([{ line: 900_004, code: 'twice', facts: { firstLine: 2 } }]);
});

it('a step reads the file in its own transaction, which is never silent for so long that it is ended', async () => {
  const id = await toBeChecked();
  await work(
    house,
    step('members.import-check', (perform) => async (tx, subject) => {
      const values = [larkspur, id];
      await tx.query('delete from member_import_chunks where organization_id = $1 and import_id = $2', values);
      await tx.query('insert into member_import_chunks (organization_id, import_id, position, bytes) values ($1, $2, 0, $3)', [
        ...values,
        Buffer.from(`${FILE}cy,Cy`),
      ]);
      await perform(tx, subject);
    }),
  );
  expect((await administrator.get(`/member-imports/${id}`)).body.counts).toMatchObject({ lines: 3, new: 2, faulty: 1 });
});

it('of a file that cannot be read is kept why, and nothing that stands in it', async () => {
  const id = await toBeChecked(`${FILE}cy@otherhill.example,Cy "Cyrus",\r\n`);
  await work(house);
  const kept = await house.rows(larkspur, 'select problem from member_imports where organization_id = $1 and id = $2', [larkspur, id]);
  expect(kept).toEqual([{ problem: { code: 'quote_stray', line: 4 } }]);
});

/** Another process that does one kind of work. */
const anotherProcess = (kind: string): PerformDueWork =>
  new PerformDueWork(
    house.database,
    house.time,
    house
      .get(MembersWork)
      .kinds()
      .filter((one) => one.kind === kind),
    (_, error) => {
      throw error;
    },
  );
