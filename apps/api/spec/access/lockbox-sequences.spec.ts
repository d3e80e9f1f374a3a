import fc from 'fast-check';
import type { Person } from '../organizations/person';
import { LockboxHouse } from './lockbox-house';

/** Everything somebody may try with one lockbox. */
const DEEDS = [
  'owner approves',
  'asker approves',
  'newcomer approves',
  'owner dismisses',
  'owner ends',
  'staff end',
  'colleague looks',
  'staff look',
  'an hour passes',
  'a day passes',
] as const;

type Deed = (typeof DEEDS)[number];

/** What has to be true of it, kept by the simplest means there is. */
interface Expected {
  state: 'waiting' | 'running' | 'closed';
  /** hours since it was asked */
  hours: number;
  /** the hour it ends in */
  until: number;
}

const HOURS = { 'an hour passes': 1, 'a day passes': 24 } as const;

let houses: LockboxHouse;
let organizationId: string;
let people: Readonly<Record<'owner' | 'asker' | 'newcomer' | 'member', Person>>;

beforeAll(async () => {
  houses = await LockboxHouse.start();
  const { owner, member, ...tenant } = await houses.tenant();
  ({ organizationId } = tenant);
  people = { owner, member, asker: await houses.joins(houses.staff, organizationId, 'owner'), newcomer: await houses.house.person(organizationId) };
});
afterAll(() => houses.stop());

const decide = async (who: Person, id: string, outcome: 'approved' | 'dismissed') => (await who.post(`/lockboxes/${id}/decision`, { outcome })).status;
const look = async (id: string, who = houses.staff) => (await houses.looks(id, people.member.is.memberId, {}, who)).status;

/** Does one thing. @returns the status it has to answer with beside the one it answers with; neither where it has none */
async function doing(deed: Deed, id: string, is: Expected): Promise<readonly [number, number] | null> {
  const waiting = is.state === 'waiting' && is.hours < 12;
  const running = is.state === 'running' && is.hours < is.until;
  switch (deed) {
    case 'an hour passes':
    case 'a day passes':
      houses.house.time.advance({ hours: HOURS[deed] });
      is.hours += HOURS[deed];
      return null;
    case 'owner approves': {
      const status = await decide(people.owner, id, 'approved');
      if (waiting) Object.assign(is, { state: 'running', until: is.hours + 2 });
      return [waiting ? 200 : 409, status];
    }
    case 'asker approves':
      return [409, await decide(people.asker, id, 'approved')];
    case 'newcomer approves':
      return [404, await decide(people.newcomer, id, 'approved')];
    case 'owner dismisses': {
      const status = await decide(people.owner, id, 'dismissed');
      if (waiting) is.state = 'closed';
      return [waiting ? 200 : 409, status];
    }
    case 'owner ends': {
      const { status } = await people.owner.post(`/lockboxes/${id}/invalidation`);
      if (running) is.state = 'closed';
      return [running ? 200 : 409, status];
    }
    case 'staff end': {
      const { status } = await houses.staff.post(`/oversight/lockboxes/${id}/end`);
      is.state = 'closed';
      return [204, status];
    }
    case 'colleague looks':
      return [404, await look(id, houses.colleague)];
    case 'staff look':
      return [running ? 201 : 404, await look(id)];
  }
}

it('whatever is tried in whatever order, nobody decides what they asked for, and nothing is seen but while it runs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...DEEDS), { minLength: 2, maxLength: 9 }), async (deeds) => {
      const { id } = (await houses.asks(organizationId, { minutes: 120 })).body;
      const is: Expected = { state: 'waiting', hours: 0, until: 0 };
      for (const deed of [...deeds, 'staff look' as const]) {
        const answered = await doing(deed, id, is);
        if (answered !== null) expect({ deed, status: answered[1] }).toEqual({ deed, status: answered[0] });
      }
    }),
    { numRuns: 40 },
  );
});

it('a line stands in the ledger exactly for each thing that was shown', async () => {
  const [counted] = await houses.house.rows<{ shown: number; lines: number }>(
    organizationId,
    `select (select count(*)::int from lockbox_looks where organization_id = $1 and kind = 'reveal') as shown,
            (select count(*)::int from reveals where organization_id = $1 and lockbox_id is not null) as lines`,
    [organizationId],
  );
  expect(counted?.lines).toBe(counted?.shown);
});
