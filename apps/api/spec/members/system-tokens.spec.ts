import { newId } from '@smartpar/kernel';
import { MAX_LIVE_TOKENS } from '@smartpar/members/model';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { ingest, signIn, usageHouse } from './usage-house';

const PATH = '/system-tokens';
const WANTED = { name: 'The app on phones', scope: 'usage', days: 30 };

let house: House;
let larkspur: string;
let owner: Person;

beforeAll(async () => {
  house = await usageHouse();
});

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  larkspur = await house.organization();
  owner = await house.person(larkspur, 'owner');
});

afterAll(() => house.stop());

const list = async () => (await owner.get(PATH)).body.items;
const works = async (text: string) => (await ingest(house, text, { events: [signIn({ memberId: owner.is.memberId })] })).status === 200;

describe('a token of another system', () => {
  it('is shown once and kept as a hash alone', async () => {
    const { status, body } = await owner.post(PATH, WANTED);
    expect([status, body.token.state, body.text.endsWith(body.token.hint)]).toEqual([201, 'live', true]);
    expect(await list()).toEqual([body.token]);
    expect(body.token).toMatchObject({ ...{ name: WANTED.name, scope: 'usage' }, expiresAt: '2026-04-01T09:00:00.000Z', lastUsedOn: null });
    const [row] = await house.rows<Record<string, unknown>>(larkspur, 'select * from system_tokens where organization_id = $1', [larkspur]);
    expect(JSON.stringify(row)).not.toContain(body.text.split('.')[1]);
    expect(await house.log(larkspur)).toContain('system-token.issued');
  });

  it('is not shown again, not even to the same act sent twice', async () => {
    const key = newId();
    await owner.post(PATH, WANTED, key);
    expect(await owner.post(PATH, WANTED, key)).toMatchObject({ status: 409, body: { code: 'token.shown_before' } });
    expect(await list()).toHaveLength(1);
  });

  it('is replaced with an overlap, after which the one before works no more', async () => {
    const { token, text } = (await owner.post(PATH, WANTED)).body;
    const { status, body: next } = await owner.post(`${PATH}/${token.id}/rotation`, { days: 60, overlapHours: 24 });
    expect([status, next.token.name, next.token.scope]).toEqual([201, WANTED.name, 'usage']);
    expect(await list()).toMatchObject([
      { id: next.token.id, state: 'live' },
      { id: token.id, state: 'replaced', replacedBy: next.token.id, expiresAt: '2026-03-03T09:00:00.000Z' },
    ]);
    expect([await works(text), await works(next.text)]).toEqual([true, true]);
    expect(await owner.post(`${PATH}/${token.id}/rotation`, { days: 60, overlapHours: 24 })).toMatchObject({ status: 409, body: { code: 'token.over' } });
    house.time.set('2026-03-03T09:00:00Z');
    expect([await works(text), await works(next.text)]).toEqual([false, true]);
  });

  it('never works for longer because another one takes its place', async () => {
    const { token } = (await owner.post(PATH, { ...WANTED, days: 1 })).body;
    await owner.post(`${PATH}/${token.id}/rotation`, { days: 60, overlapHours: 720 });
    expect((await list())[1]).toMatchObject({ id: token.id, expiresAt: token.expiresAt });
  });

  it('is ended at once, and ending it twice is no fault', async () => {
    const { token, text } = (await owner.post(PATH, WANTED)).body;
    expect((await owner.delete(`${PATH}/${token.id}`)).status).toBe(204);
    expect((await owner.delete(`${PATH}/${token.id}`)).status).toBe(204);
    expect([await works(text), (await list())[0].state]).toEqual([false, 'revoked']);
    expect((await owner.post(`${PATH}/${token.id}/rotation`, { days: 1, overlapHours: 0 })).status).toBe(409);
  });

  it('says on which day it was used last', async () => {
    const { text } = (await owner.post(PATH, WANTED)).body;
    await works(text);
    house.time.set('2026-03-05T09:00:00Z');
    await works(text);
    expect((await list())[0].lastUsedOn).toBe('2026-03-05');
  });

  it('is no longer in the list some time after it was over', async () => {
    await owner.post(PATH, { ...WANTED, days: 1 });
    house.time.set('2026-06-10T09:00:00Z');
    expect(await list()).toEqual([]);
  });

  it('is for owners alone, of their own organization, after they proved who they are', async () => {
    const { token } = (await owner.post(PATH, WANTED)).body;
    expect((await owner.stale.post(PATH, WANTED)).status).toBe(403);
    expect((await owner.stale.post(`${PATH}/${token.id}/rotation`, { days: 1, overlapHours: 0 })).status).toBe(403);
    const stranger = await house.person(await house.organization(), 'owner');
    for (const who of [await house.person(larkspur, 'privacy-officer'), await house.person(larkspur, 'user-administrator'), stranger.at(larkspur)]) {
      expect((await who.post(PATH, WANTED)).status).toBe(404);
      expect((await who.delete(`${PATH}/${token.id}`)).status).toBe(404);
    }
    expect((await stranger.post(`${PATH}/${token.id}/rotation`, { days: 1, overlapHours: 0 })).status).toBe(404);
    expect((await stranger.delete(`${PATH}/${token.id}`)).status).toBe(404);
  });

  it.each([
    { ...WANTED, days: 0 },
    { ...WANTED, days: 367 },
    { ...WANTED, scope: 'everything' },
    { ...WANTED, name: ' ' },
    { ...WANTED, secret: 'x' },
  ])('is not made from %j', async (wanted) => {
    expect((await owner.post(PATH, wanted)).status).toBe(422);
  });

  it('is one of so many at most, however many are made at once', async () => {
    await house.rows(
      larkspur,
      `insert into system_tokens (organization_id, id, name, scope, hash, hint, created_at, expires_at)
       select $1, gen_random_uuid(), 'filler', 'usage', '\\x00', 'aaaa', '2026-03-02', '2026-04-02' from generate_series(2, $2::int)`,
      [larkspur, MAX_LIVE_TOKENS],
    );
    const answers = await Promise.all([owner.post(PATH, WANTED), owner.post(PATH, WANTED)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });
});
