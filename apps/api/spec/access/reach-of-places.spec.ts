import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { placesOf } from './explain-house';
import { granted, grantsHouse, inHours } from './grants-house';

let house: House;
let owner: Person;
let officer: Person;
let helpdesk: Person;
let member: Person;
let harbour: string;
let hill: string;
let night: string;

beforeAll(async () => {
  house = await grantsHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  const organizationId = await house.organization();
  owner = await house.person(organizationId, 'owner');
  [officer, helpdesk, member] = [
    await house.person(organizationId, 'privacy-officer'),
    await house.person(organizationId, 'helpdesk'),
    await house.person(organizationId),
  ];
  const { sites, groups } = await placesOf(owner);
  [harbour = '', hill = ''] = sites;
  [night = ''] = groups;
});

const path = () => `/members/${member.is.memberId}`;
const moves = async (siteId: string | null) => owner.put(`${path()}/site`, { version: (await owner.get(path())).body.version, siteId });
const kindsAt = async (at?: string): Promise<string[]> =>
  (await member.get(`/my/ledger/reach${at === undefined ? '' : `?at=${encodeURIComponent(at)}`}`)).body.others.map(({ kind }: { kind: string }) => kind);
const now = (): string => house.time.now().toString();

describe('who could have looked at some moment', () => {
  it('is told by the site somebody was at then', async () => {
    expect((await moves(harbour)).status).toBe(200);
    await granted(house, helpdesk, officer, { scope: { kind: 'site', ids: [harbour] }, until: inHours(house, 48) });
    house.time.advance({ hours: 1 });
    const there = now();
    house.time.advance({ hours: 1 });
    await moves(hill);
    house.time.advance({ hours: 1 });
    const elsewhere = now();
    house.time.advance({ hours: 1 });
    await moves(null);
    expect([await kindsAt(there), await kindsAt(elsewhere), await kindsAt()]).toEqual([['grant'], [], []]);
  });

  it('is told by the groups somebody was in then', async () => {
    await granted(house, helpdesk, officer, { scope: { kind: 'group', ids: [night] }, until: inHours(house, 48) });
    house.time.advance({ hours: 1 });
    const before = now();
    house.time.advance({ hours: 1 });
    await owner.post(`/groups/${night}/members`, { memberIds: [member.is.memberId] });
    house.time.advance({ hours: 1 });
    const within = now();
    house.time.advance({ hours: 1 });
    await owner.post(`/groups/${night}/members/removal`, { memberIds: [member.is.memberId] });
    expect([await kindsAt(before), await kindsAt(within), await kindsAt()]).toEqual([[], ['grant'], []]);
  });

  it('counts a role for a site by where somebody was then', async () => {
    await owner.post(`/members/${helpdesk.is.memberId}/role-assignments`, { role: 'user-administrator', scope: { kind: 'site', id: harbour } });
    house.time.advance({ hours: 1 });
    await moves(harbour);
    house.time.advance({ hours: 1 });
    const there = now();
    house.time.advance({ hours: 1 });
    await moves(hill);
    const administratorsAt = async (at: string): Promise<number> =>
      (await member.get(`/my/ledger/reach?at=${encodeURIComponent(at)}`)).body.viewers.find(({ role }: { role: string }) => role === 'user-administrator')
        ?.holders ?? 0;
    expect([await administratorsAt(there), await administratorsAt(now())]).toEqual([1, 0]);
  });
});

it('the summary tells of access for a time that runs now', async () => {
  await granted(house, helpdesk, officer, { until: inHours(house, 5) });
  const { timed } = (await member.get('/my/ledger/summary')).body;
  expect(timed).toMatchObject([{ kind: 'grant', mode: 'on-reveal', purposes: ['security'], until: '2026-03-02T14:00:00.000Z' }]);
  house.time.advance({ hours: 5 });
  expect((await member.get('/my/ledger/summary')).body.timed).toEqual([]);
});
