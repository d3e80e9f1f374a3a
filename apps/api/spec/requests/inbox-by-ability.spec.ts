import { defineAbility, type Role, subject } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { requestsAccess } from '@smartpar/requests/model';
import fc from 'fast-check';
import type { Person } from '../organizations/person';
import { RequestsHouse } from './requests-house';

let house: RequestsHouse;
let organizationId: string;
const people: Person[] = [];

/** A request as the database holds it and as an ability judges it. */
interface Judged {
  readonly id: string;
  readonly memberId: string | null;
  readonly assigneeId: string | null;
  readonly aboutMemberId: string | null;
  readonly state: string;
  readonly kind: string;
}

const ROLES: readonly (readonly Role[])[] = [
  [],
  ['owner'],
  ['privacy-officer'],
  ['helpdesk'],
  ['user-administrator', 'auditor'],
  ['auditor'],
  ['helpdesk', 'privacy-officer'],
];

beforeAll(async () => {
  house = await RequestsHouse.start();
  organizationId = await house.organization();
  for (const roles of ROLES) people.push(await house.person(organizationId, roles));
  const elsewhere = await house.organization();
  for (let count = 0; count < 5; count += 1) await house.request(elsewhere);
  await fill();
});
afterAll(() => house.stop());

/** Requests of all sorts: everybody asks, answers and is complained about. */
async function fill(): Promise<void> {
  const some = fc.option(fc.constantFrom(...people.map(({ is }) => is.memberId)), { freq: 2 });
  const rows = fc.sample(
    fc.record({
      member: some,
      assignee: some,
      about: some,
      state: fc.constantFrom('received', 'in-progress', 'answered'),
      kind: fc.constantFrom('question', 'erasure', 'complaint'),
      due: fc.integer({ min: 0, max: 40 }),
    }),
    { numRuns: 120, seed: 7 },
  );
  for (const { member, assignee, about, state, kind, due } of rows) {
    const id = await house.request(organizationId);
    await house.rows(
      organizationId,
      `update privacy_requests set member_id = $2, assignee_id = $3, about_member_id = $4, state = $5, kind = $6, due_at = timestamptz '2026-03-01' + $7 * interval '1 day',
         outcome = case when $5 = 'answered' then 'fulfilled' end, closed_at = case when $5 = 'answered' then now() end where id = $1`,
      [id, member, assignee, about, state, kind, due],
    );
  }
}

const judged = () =>
  house.rows<Judged>(
    organizationId,
    `select id, member_id as "memberId", assignee_id as "assigneeId", about_member_id as "aboutMemberId", state, kind from privacy_requests where organization_id = $1 order by due_at, id`,
    [organizationId],
  );

const everyPage = async (person: Person, query: string): Promise<string[]> => {
  const ids: string[] = [];
  for (let after = ''; ;) {
    const { status, body } = await person.get(`/requests?${query}${after}`);
    if (status === 404) return [];
    ids.push(...body.items.map(({ id }: { id: string }) => id));
    if (body.next === null) return ids;
    after = `&after=${body.next}`;
  }
};

describe.each(ROLES.map((roles, index) => ({ roles: roles.join(' and ') || 'no role', index })))('with $roles', ({ index }) => {
  const who = (): Person => people[index] ?? unreachable();
  const ability = () => defineAbility(who().actor(...(ROLES[index] ?? [])), requestsAccess);

  it('the inbox lists exactly what the ability lets one list, soonest first, on however many pages', async () => {
    const rows = await judged();
    for (const { state, query, fits } of [
      { state: 'open', query: 'size=7', fits: (row: Judged) => row.state !== 'answered' },
      { state: 'closed', query: 'size=100&state=closed', fits: (row: Judged) => row.state === 'answered' },
      { state: 'all', query: 'size=13&state=all', fits: () => true },
      { state: 'erasures', query: 'size=3&state=all&kind=erasure', fits: (row: Judged) => row.kind === 'erasure' },
      { state: 'mine', query: 'size=3&assignee=me', fits: (row: Judged) => row.state !== 'answered' && row.assigneeId === who().is.memberId },
    ]) {
      const expected = rows.filter((row) => fits(row) && ability().can('list', subject('privacy-request', { ...row }))).map(({ id }) => id);
      expect({ state, ids: await everyPage(who(), query) }).toEqual({ state, ids: expected });
    }
  });

  it('a single request opens exactly where the ability lets one read it', async () => {
    for (const row of fc.sample(fc.constantFrom(...(await judged())), { numRuns: 25, seed: index })) {
      const may = ability().can('read', subject('privacy-request', { ...row }));
      expect(`${row.id} ${(await who().get(`/requests/${row.id}`)).status}`).toBe(`${row.id} ${may ? 200 : 404}`);
    }
  });

  it("one's own are exactly those one asked", async () => {
    const own = (await judged()).filter(({ memberId }) => memberId === who().is.memberId).map(({ id }) => id);
    const listed = (await who().get('/my/requests?size=100')).body.items.map(({ id }: { id: string }) => id);
    expect(listed.toSorted()).toEqual(own.toSorted());
    expect((await who().get(`/my/requests/${newId()}`)).status).toBe(404);
  });
});

function unreachable(): never {
  throw new Error('There is nobody.');
}
