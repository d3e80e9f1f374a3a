import type { MemberActor } from '@smartpar/access/model';
import type { LogView, LogViewList } from '@smartpar/audit/model';
import { newId } from '@smartpar/kernel';
import { ReadingHouse } from './reading-house';
import type { SealingHouse } from './sealing-house';

const VIEWS = 'audit-log/views';
const FILTER = { action: 'member.added', actorKind: 'member', from: '2026-03-01' };

let house: ReadingHouse;
let log: SealingHouse;
let owner: MemberActor;
let auditor: MemberActor;
beforeAll(async () => void (house = await ReadingHouse.start()));
afterAll(() => house.stop());
beforeEach(() => {
  log = house.logs.neighbour();
  [owner, auditor] = [house.member(log, 'owner'), house.auditor(log)];
});

const add = (who: MemberActor, view: object, key = newId()) => house.send(who, 'POST', VIEWS, view, key);
const added = async (who: MemberActor, name: string, shared = false) => (await add(who, { name, filter: FILTER, shared })).json<LogView>();
const seen = async (who: MemberActor) =>
  (await house.ask(who, VIEWS)).json<LogViewList>().items.map(({ name, mine }) => `${name}${mine ? '' : ' (of another)'}`);

describe('views of the log', () => {
  it('are kept with what they show, and said in the log without their name', async () => {
    expect((await add(auditor, { name: 'New members', filter: FILTER })).json()).toEqual({
      id: expect.any(String),
      name: 'New members',
      filter: FILTER,
      shared: false,
      mine: true,
      removable: true,
    });
    const entries = await log.bare.rows(log.organizationId, `select action, facts from audit_entries where organization_id = '${log.organizationId}'`);
    expect(entries).toEqual([{ action: 'audit-view.added', facts: { shared: false } }]);
  });

  it('are one’s own, and those others share, by name', async () => {
    await added(auditor, 'my own');
    await added(auditor, 'Everybody’s', true);
    await added(owner, 'an owner’s own');
    expect(await seen(auditor)).toEqual(['Everybody’s', 'my own']);
    expect(await seen(owner)).toEqual(['an owner’s own', 'Everybody’s (of another)']);
    expect(await seen(house.member(house.logs.neighbour(), 'owner'))).toEqual([]);
  });

  it('are changed by whoever keeps them alone', async () => {
    const { id } = await added(auditor, 'mine', true);
    const change = (who: MemberActor) => house.send(who, 'PATCH', `${VIEWS}/${id}`, { name: 'renamed', shared: false });
    expect((await change(owner)).statusCode).toBe(404);
    expect((await change(auditor)).json()).toMatchObject({ name: 'renamed', shared: false, filter: FILTER });
    expect(await seen(owner)).toEqual([]);
  });

  it('are removed by whoever keeps them, and by an owner where they are shared', async () => {
    const [own, shared, other] = [await added(auditor, 'own'), await added(auditor, 'shared', true), await added(auditor, 'other')];
    const remove = async (who: MemberActor, { id }: LogView) => (await house.send(who, 'DELETE', `${VIEWS}/${id}`)).statusCode;
    expect([await remove(auditor, own), await remove(owner, shared), await remove(owner, other)]).toEqual([204, 204, 404]);
    expect(await remove(house.member(log, 'privacy-officer'), other)).toBe(404);
    expect(await seen(auditor)).toEqual(['other']);
  });

  it('are kept once, however often they arrive', async () => {
    const key = newId();
    await add(owner, { name: 'once', filter: {} }, key);
    await add(owner, { name: 'once', filter: {} }, key);
    expect(await seen(owner)).toEqual(['once']);
  });

  it('are fifty at most', async () => {
    for (let n = 0; n < 50; n += 1) await added(owner, `view ${n}`);
    expect((await add(owner, { name: 'one more', filter: {} })).json()).toMatchObject({ status: 409, code: 'audit.too_many_views' });
  });

  it.each([
    ['no name', { name: ' ', filter: {} }],
    ['a filter nobody knows', { name: 'x', filter: { name: 'Ada' } }],
    ['a day that is none', { name: 'x', filter: { from: 'yesterday' } }],
    ['an action that is none', { name: 'x', filter: { action: "x' or '1'='1" } }],
  ])('are refused with %s', async (_, view) => {
    expect((await add(owner, view)).statusCode).toBe(422);
  });

  it.each(['helpdesk', 'user-administrator'] as const)('are not for the role %s, which reads no log', async (role) => {
    const who = house.member(log, role);
    expect([(await house.ask(who, VIEWS)).statusCode, (await add(who, { name: 'x', filter: {} })).statusCode]).toEqual([404, 404]);
  });
});
