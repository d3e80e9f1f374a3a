import { ProfileValues } from '@smartpar/access/api';
import { systemActor } from '@smartpar/access/model';
import { ChangeMemberStatus } from '@smartpar/members/api';
import type { Person } from '../organizations/person';
import { LockboxHouse } from './lockbox-house';
import { breaking, EMAIL, hasPhone, ledgerOf, NAME, PHONE } from './need-to-know-house';

let houses: LockboxHouse;
let organizationId: string;
let owner: Person;
let member: Person;

beforeAll(async () => {
  houses = await LockboxHouse.start();
});
afterAll(() => houses.stop());

beforeEach(async () => {
  ({ organizationId, owner, member } = await houses.tenant());
});

const PLACE = { country: 'DE', postalAddress: 'Lerchenweg 1, 20095 Hamburg' };
const NOT_FOUND = { status: 404, body: { code: 'not_found' } };
const lines = async () => (await ledgerOf(houses.house, organizationId)).length;
const seen = async (id: string) => (await owner.get(`/lockboxes/${id}/looks`)).body.items;
const staffAsk = (id: string, path: string, body?: object) =>
  body === undefined ? houses.staff.get(`/oversight/lockboxes/${id}${path}`) : houses.staff.post(`/oversight/lockboxes/${id}${path}`, body);

describe('while it runs', () => {
  it('staff page through the members it covers by number, without any personal data', async () => {
    const id = await houses.runs(organizationId, owner);
    const { body } = await staffAsk(id, '/members?size=2');
    expect(body.items).toHaveLength(2);
    expect(Object.keys(body.items[0]).toSorted()).toEqual(['id', 'number', 'status']);
    const rest = await staffAsk(id, `/members?size=2&after=${encodeURIComponent(body.next)}`);
    expect(rest.body).toMatchObject({ items: [{ id: member.is.memberId, number: `M-${member.is.number}` }], next: null });
  });

  it('staff find one by exact number or address, which is counted in the ledger of whoever is found', async () => {
    const id = await houses.runs(organizationId, owner);
    expect((await staffAsk(id, '/search', { email: member.is.email.toUpperCase() })).body.items).toMatchObject([{ id: member.is.memberId }]);
    expect((await staffAsk(id, '/search', { number: member.is.number })).body.items).toHaveLength(1);
    expect((await staffAsk(id, '/search', { email: 'person@larkspur.example' })).body.items).toEqual([]);
    expect((await member.get('/my/ledger/summary')).body.counted).toMatchObject([{ kind: 'look-up', scope: 'me', count: 2 }]);
  });

  it('the member reads in the ledger who looked: SmartPAR staff, under which case, and why', async () => {
    const id = await houses.runs(organizationId, owner);
    await houses.looks(id, member.is.memberId);
    const { items } = (await member.get('/my/ledger')).body;
    expect(items).toMatchObject([
      {
        by: { roles: ['support'], self: false, lockbox: { caseReference: 'CASE-48211' } },
        categories: [PHONE],
        purpose: 'support',
        reason: { template: 'asked-for-help' },
      },
    ]);
  });

  it('the organization sees each thing looked at', async () => {
    const id = await houses.runs(organizationId, owner);
    await staffAsk(id, '/members');
    await staffAsk(id, '/search', { number: member.is.number });
    await houses.looks(id, member.is.memberId, { categories: [PHONE, EMAIL], reason: { words: 'Compared with what they told us.' } });
    expect(await seen(id)).toMatchObject([
      {
        kind: 'reveal',
        memberNumber: `M-${member.is.number}`,
        categories: [PHONE, EMAIL],
        reason: { words: 'Compared with what they told us.' },
      },
      { kind: 'find', memberNumber: `M-${member.is.number}`, categories: [], reason: null },
      { kind: 'list', memberNumber: null, categories: [], reason: null },
    ]);
    expect((await owner.get(`/lockboxes/${id}`)).body.looks).toBe(3);
  });

  it('a site is all they see, when that is what was granted', async () => {
    const { body: entity } = await owner.post('/legal-entities', { name: 'Larkspur GmbH', ...PLACE });
    const { body: site } = await owner.post('/sites', { name: 'Hamburg', subdivision: null, legalEntityId: entity.id, ...PLACE });
    await houses.house.rows(organizationId, 'update members set site_id = $3 where organization_id = $1 and id = $2', [
      organizationId,
      member.is.memberId,
      site.id,
    ]);
    const id = await houses.runs(organizationId, owner, { scope: { reach: 'site', name: 'Hamburg' } });
    expect((await staffAsk(id, '/members')).body.items.map((one: { id: string }) => one.id)).toEqual([member.is.memberId]);
    expect(await houses.looks(id, owner.is.memberId)).toMatchObject(NOT_FOUND);
    expect((await staffAsk(id, '/search', { email: owner.is.email })).body.items).toEqual([]);
    const next = (await houses.asks(organizationId, { scope: { reach: 'site', name: 'Hamburg' } })).body.id;
    const elsewhere = { outcome: 'approved', scope: { reach: 'member', number: owner.is.number } };
    expect(await owner.post(`/lockboxes/${next}/decision`, elsewhere)).toMatchObject({ status: 422, body: { code: 'lockbox.too_wide' } });
    const there = { outcome: 'approved', scope: { reach: 'member', number: member.is.number } };
    expect((await owner.post(`/lockboxes/${next}/decision`, there)).status).toBe(200);
  });

  it('staff may give it back before its time', async () => {
    const id = await houses.runs(organizationId, owner);
    expect((await staffAsk(id, '/end', {})).status).toBe(204);
    expect(await houses.looks(id, member.is.memberId)).toMatchObject(NOT_FOUND);
    expect((await owner.get(`/lockboxes/${id}`)).body.state).toBe('returned');
  });

  it('staff read each organization they asked once for the whole list', async () => {
    const other = await houses.tenant();
    const ids = [await houses.runs(organizationId, owner), await houses.runs(other.organizationId, other.owner), await houses.runs(organizationId, owner)];
    const opened = jest.spyOn(houses.house.database, 'tenant');
    const { body } = await houses.staff.get('/oversight/lockboxes?size=3');
    const times = opened.mock.calls.filter(([actor]) => actor.organizationId === organizationId).length;
    opened.mockRestore();
    expect(body.items.map((one: { id: string }) => one.id).toSorted()).toEqual(ids.toSorted());
    expect(times).toBe(1);
  });
});

describe('nothing is seen', () => {
  const ways: readonly [string, (id: string) => Promise<unknown>][] = [
    ['the list', (id) => staffAsk(id, '/members')],
    ['a search', (id) => staffAsk(id, '/search', { number: 10_001 })],
    ['a look', (id) => houses.looks(id, member.is.memberId)],
  ];

  it.each(ways)('before it is granted: %s', async (_, way) => {
    const { body } = await houses.asks(organizationId);
    expect(await way(body.id)).toMatchObject(NOT_FOUND);
    expect(await lines()).toBe(0);
  });

  it.each(ways)('from the very second on in which it ends: %s', async (_, way) => {
    const id = await houses.runs(organizationId, owner, {}, { minutes: 15 });
    houses.house.time.advance({ minutes: 14, seconds: 59 });
    expect(await way(id)).not.toMatchObject(NOT_FOUND);
    houses.house.time.advance({ seconds: 1 });
    expect(await way(id)).toMatchObject(NOT_FOUND);
    expect((await owner.get(`/lockboxes/${id}`)).body.state).toBe('over');
  });

  it.each(ways)('once the organization has ended it: %s', async (_, way) => {
    const id = await houses.runs(organizationId, owner);
    expect((await owner.post(`/lockboxes/${id}/invalidation`)).body.state).toBe('invalidated');
    expect(await way(id)).toMatchObject(NOT_FOUND);
  });

  it.each([
    ['its end', async () => void houses.house.time.advance({ hours: 1 })],
    ['the organization ended it', (id: string) => owner.post(`/lockboxes/${id}/invalidation`)],
  ])('of whom it was about, after %s', async (_, end) => {
    const id = await houses.runs(organizationId, owner, { scope: { reach: 'member', number: member.is.number } });
    const granted = async () => (await houses.staff.get(`/oversight/lockboxes/${id}`)).body.granted.scope;
    expect(await granted()).toMatchObject({ memberNumber: `M-${member.is.number}` });
    await end(id);
    expect(await granted()).toMatchObject({ reach: 'member', memberNumber: null, siteName: null });
    const { items } = (await houses.staff.get('/oversight/lockboxes?size=1')).body;
    expect(items).toMatchObject([{ id, granted: { scope: { memberNumber: null, siteName: null } } }]);
    expect((await owner.get(`/lockboxes/${id}`)).body.granted.scope.memberNumber).toBe(`M-${member.is.number}`);
  });

  it.each([
    ['silence refused', async () => (await houses.asks(organizationId)).body.id, { hours: 12 }, 'lapsed', 'lockbox.withdrawn'],
    ['time ended', () => houses.runs(organizationId, owner), { hours: 1 }, 'over', 'lockbox.returned'],
  ] as const)('new is said when staff end what %s already', async (_, made, later, state, action) => {
    const id = await made();
    houses.house.time.advance(later);
    expect((await staffAsk(id, '/end', {})).status).toBe(204);
    expect((await owner.get(`/lockboxes/${id}`)).body).toMatchObject({ state, endedAt: null });
    expect(await houses.house.log(organizationId)).not.toContain(action);
  });

  it.each(ways)('under a colleague’s lockbox: %s', async (_, way) => {
    const id = await houses.runs(organizationId, owner, { scope: { reach: 'all' } });
    const own = houses.staff;
    Object.assign(houses, { staff: houses.colleague });
    const answer = await way(id);
    Object.assign(houses, { staff: own });
    expect(answer).toMatchObject(NOT_FOUND);
  });

  it('of another organization’s members', async () => {
    const other = await houses.tenant();
    const id = await houses.runs(organizationId, owner);
    expect(await houses.looks(id, other.member.is.memberId)).toMatchObject(NOT_FOUND);
    expect((await staffAsk(id, '/search', { email: other.member.is.email })).body.items).toEqual([]);
    expect((await ledgerOf(houses.house, other.organizationId)).length).toBe(0);
  });

  it('of data it does not name', async () => {
    const id = await houses.runs(organizationId, owner);
    expect(await houses.looks(id, member.is.memberId, { categories: [PHONE, NAME] })).toMatchObject(NOT_FOUND);
    expect(await lines()).toBe(0);
  });

  it('of whoever was de-identified', async () => {
    const id = await houses.runs(organizationId, owner);
    await houses.house.rows(organizationId, `update members set status = 'de-identified', phone = null, email = null, email_folded = null where id = $1`, [
      member.is.memberId,
    ]);
    expect(await houses.looks(id, member.is.memberId)).toMatchObject(NOT_FOUND);
  });

  it('by staff who are none any more', async () => {
    const id = await houses.runs(organizationId, owner);
    const turn = (status: 'suspended' | 'active') =>
      houses.house.get(ChangeMemberStatus).run(systemActor(houses.workforce, 'spec'), houses.staff.is.memberId, status);
    await turn('suspended');
    await answers(404);
    expect(await houses.looks(id, member.is.memberId)).toMatchObject(NOT_FOUND);
    await turn('active');
    await answers(200);
  });

  /** What a transaction tells is heard on another connection, a moment later. */
  const answers = async (status: number): Promise<void> => {
    while ((await houses.staff.get('/oversight/lockboxes')).status !== status) await new Promise((resolve) => setTimeout(resolve, 5));
  };
});

describe('a look and its line come together or not at all', () => {
  it.each(['reveals', 'lockbox_looks', 'audit_entries', 'idempotency_keys'])('when %s cannot be written, no value leaves', async (table) => {
    const id = await houses.runs(organizationId, owner);
    await breaking(houses.house, table, async () => {
      const { status, body } = await houses.looks(id, member.is.memberId);
      expect(status).toBe(500);
      expect(JSON.stringify(body)).not.toContain('1234567');
    });
    expect(await lines()).toBe(0);
    expect((await houses.looks(id, member.is.memberId)).status).toBe(201);
  });

  it('when the transaction is killed before it is kept, no value leaves and no line stays', async () => {
    const id = await houses.runs(organizationId, owner);
    const values = houses.house.get(ProfileValues);
    const read = values.of.bind(values);
    const spy = jest.spyOn(values, 'of').mockImplementation(async (tx, memberId, categories) => {
      const [found, [backend]] = await Promise.all([read(tx, memberId, categories), tx.query<{ pid: number }>('select pg_backend_pid() as pid')]);
      await houses.house.owner.query('select pg_terminate_backend($1)', [backend?.pid]);
      return found;
    });
    const { status, body } = await houses.looks(id, member.is.memberId);
    spy.mockRestore();
    expect(status).toBeGreaterThanOrEqual(500);
    expect(JSON.stringify(body)).not.toContain('1234567');
    expect(await lines()).toBe(0);
    expect(await seen(id)).toEqual([]);
  });

  it('a look that had begun is finished before the organization’s end takes hold, and none comes after it', async () => {
    const id = await houses.runs(organizationId, owner);
    const values = houses.house.get(ProfileValues);
    const read = values.of.bind(values);
    let ending: Promise<unknown> = Promise.resolve();
    const order: string[] = [];
    const spy = jest.spyOn(values, 'of').mockImplementation(async (tx, memberId, categories) => {
      ending = owner.post(`/lockboxes/${id}/invalidation`).then(() => order.push('ended'));
      await waitsForLock();
      return read(tx, memberId, categories);
    });
    const look = await houses.looks(id, member.is.memberId).then((answer) => {
      order.push('looked');
      return answer;
    });
    spy.mockRestore();
    await ending;
    expect({ status: look.status, order }).toEqual({ status: 201, order: ['looked', 'ended'] });
    expect(await houses.looks(id, member.is.memberId)).toMatchObject(NOT_FOUND);
    expect(await lines()).toBe(1);
  });

  /** Until somebody waits for a row that another transaction holds. */
  async function waitsForLock(): Promise<void> {
    for (;;) {
      const { rows } = await houses.house.owner.query('select from pg_locks where not granted');
      if (rows.length > 0) return;
    }
  }
});

describe('a look sent twice', () => {
  const key = 'one-and-the-same-key-0004';

  it('is one line, and answers the same within its minute', async () => {
    const id = await houses.runs(organizationId, owner);
    const [first, again] = [await houses.looks(id, member.is.memberId, {}, undefined, key), await houses.looks(id, member.is.memberId, {}, undefined, key)];
    expect(again).toEqual(first);
    expect([await lines(), (await seen(id)).length]).toEqual([1, 1]);
    houses.house.time.advance({ seconds: 61 });
    expect(await houses.looks(id, member.is.memberId, {}, undefined, key)).toMatchObject({ status: 409, body: { code: 'reveal.over' } });
  });

  it('after the end shows nothing', async () => {
    const id = await houses.runs(organizationId, owner);
    await houses.looks(id, member.is.memberId, {}, undefined, key);
    await owner.post(`/lockboxes/${id}/invalidation`);
    expect(await houses.looks(id, member.is.memberId, {}, undefined, key)).toMatchObject(NOT_FOUND);
  });
});

it('the serving role can neither change nor remove what was looked at', async () => {
  const id = await houses.runs(organizationId, owner);
  await staffAsk(id, '/members');
  for (const text of [`update lockbox_looks set kind = 'find' where organization_id = $1`, 'delete from lockbox_looks where organization_id = $1']) {
    const change = houses.house.database.tenant(owner.actor('owner'), (tx) => tx.query(text, [organizationId]));
    await expect(change).rejects.toThrow(/permission denied/);
  }
});

it('no value of anybody stays in any table of a lockbox, nor in the log', async () => {
  await hasPhone(houses.house, member, '+49 30 7654321');
  const id = await houses.runs(organizationId, owner, { scope: { reach: 'member', email: member.is.email } });
  await houses.looks(id, member.is.memberId, { categories: [PHONE, EMAIL] });
  const [kept] = await houses.house.rows<{ text: string }>(
    organizationId,
    `select (select string_agg(l::text, '') from lockboxes l) || (select string_agg(k::text, '') from lockbox_looks k) ||
            (select string_agg(a::text, '') from audit_entries a where organization_id = $1) ||
            (select string_agg(i::text, '') from idempotency_keys i where organization_id = $1) as text`,
    [organizationId],
  );
  expect(kept?.text).toContain(member.is.memberId);
  expect(kept?.text).not.toContain('7654321');
  expect(kept?.text).not.toContain(member.is.email);
});
