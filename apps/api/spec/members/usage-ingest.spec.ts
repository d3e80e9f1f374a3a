import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { device, diagnostic, ingest, partsOf, SHIPPED, signIn, tokenOf, usageHouse } from './usage-house';

const NOTHING = { stored: 0, known: 0, dropped: 0, reasons: [], faulty: [] };

let house: House;
let larkspur: string;
let token: string;
let member: Person;

beforeAll(async () => {
  house = await usageHouse();
});

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  larkspur = await house.organization();
  member = await house.person(larkspur);
  token = await tokenOf(house, larkspur);
});

afterAll(() => house.stop());

const send = (...events: readonly unknown[]): Promise<Answer> => ingest(house, token, { events });
const me = () => ({ memberId: member.is.memberId });
const kept = (organizationId = larkspur) =>
  house.rows<{ id: string; memberId: string; facts: object }>(
    organizationId,
    'select id, member_id as "memberId", facts from usage_records where organization_id = $1 order by id',
    [organizationId],
  );
const counted = (organizationId = larkspur) =>
  house.rows(organizationId, `select day::text, kind, reason, events from usage_counts where organization_id = $1 order by day, kind, reason`, [
    organizationId,
  ]);
const count = async () => (await kept()).length;

/** Until somebody waits for somebody else's transaction. */
async function waits(): Promise<void> {
  for (let asked = 0; asked < 500; asked += 1) {
    const { rows } = await house.owner.query(`select from pg_locks where locktype = 'transactionid' and not granted`);
    if (rows.length > 0) return;
  }
  throw new Error('Nobody waits.');
}

describe('what the app tells', () => {
  it('is kept with the member it is about, however that one is named', async () => {
    await house.rows(larkspur, `update members set external_id = 'e-77' where id = $1`, [member.is.memberId]);
    const answer = await send(
      device(me(), undefined, { system: 'Android 15', otherIds: [{ name: 'push', id: 'p-1' }] }),
      signIn({ accountId: member.is.accountId }),
      diagnostic({ externalId: 'e-77' }, undefined, { app: '4.2.1', facts: { memory: 512 } }),
    );
    expect(answer).toEqual({ status: 200, body: { ...NOTHING, stored: 3 } });
    const rows = await kept();
    expect(rows.every(({ memberId }) => memberId === member.is.memberId)).toBe(true);
    expect(rows.map(({ facts }) => facts)).toEqual(
      expect.arrayContaining([
        { deviceId: 'device-1', type: 'phone', system: 'Android 15', otherIds: [{ name: 'push', id: 'p-1' }] },
        { address: '203.0.113.7' },
        { code: 'app.crash', app: '4.2.1', facts: { memory: 512 } },
      ]),
    );
  });

  it('is kept once, however often and however much at once it arrives', async () => {
    const events = Array.from({ length: 40 }, () => signIn(me()));
    const answers = await Promise.all([send(...events), send(...events), send(...events.slice(20), signIn(me()))]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.reduce((sum, { body }) => sum + body.stored, 0)).toBe(41);
    expect(answers.reduce((sum, { body }) => sum + body.known, 0)).toBe(60);
    expect((await send(...events)).body).toEqual({ ...NOTHING, known: 40 });
    expect(await count()).toBe(41);
  });

  it('is kept once where a batch holds it twice, in whatever spelling', async () => {
    const one = signIn(me());
    expect((await send(one, { ...one, id: one.id.toUpperCase() })).body).toEqual({ ...NOTHING, stored: 1, known: 1 });
  });

  it('is in the log as how many, and never as what or of whom', async () => {
    await send(signIn(me()), signIn(me()));
    await send();
    const [entry, ...more] = await house.rows<{ facts: object }>(
      larkspur,
      `select actor_kind, actor_id, target_noun, facts from audit_entries where organization_id = $1 and action = 'usage.received'`,
      [larkspur],
    );
    expect([entry, more]).toEqual([{ actor_kind: 'system', actor_id: 'usage-ingest', target_noun: 'system-token', facts: { events: 2 } }, []]);
  });

  it('is about nobody where the directory calls two people by one identifier: neither reads what is the other’s', async () => {
    const other = await house.person(larkspur);
    await house.rows(larkspur, `update members set external_id = 'e-77' where id = any($1)`, [[member.is.memberId, other.is.memberId]]);
    expect((await send(signIn({ externalId: 'e-77' }))).body).toMatchObject({ stored: 0, dropped: 1, reasons: [{ reason: 'unknown-member' }] });
    await house.rows(larkspur, 'update members set hidden_at = now() where id = $1', [other.is.memberId]);
    expect((await send(signIn({ externalId: 'e-77' }))).body).toMatchObject({ stored: 1, dropped: 0 });
    expect(await kept()).toMatchObject([{ memberId: member.is.memberId }]);
  });

  it('waits for another batch at its first event and holds none behind it, in whatever order it came', async () => {
    const events = Array.from({ length: 2 }, () => signIn(me())).toSorted((one, next) => (one.id < next.id ? -1 : 1));
    const [first, last] = events;
    if (first === undefined || last === undefined) throw new Error('There are two.');
    const put = `insert into usage_records (organization_id, kind, id, member_id, token_id, received_at, facts) values ($1, 'sign-in', $2, $3, $3, now(), '{}')`;
    const sent = await house.database.tenant(systemActor(larkspur, 'spec'), async (tx) => {
      await tx.query(put, [larkspur, first.id, member.is.memberId]);
      const waiting = send(last, first);
      await waits();
      await tx.query(put, [larkspur, last.id, member.is.memberId]);
      return { waiting };
    });
    expect(await sent.waiting).toMatchObject({ status: 200, body: { stored: 0, known: 2 } });
  });

  it('is kept by one organization alone: another one’s member is nobody here', async () => {
    const pebble = await house.organization();
    const stranger = await house.person(pebble);
    const answer = await send(signIn({ memberId: stranger.is.memberId }), signIn({ accountId: stranger.is.accountId }));
    expect(answer.body).toMatchObject({ stored: 0, dropped: 2, reasons: [{ kind: 'sign-in', reason: 'unknown-member', events: 2 }] });
    expect([await kept(), await kept(pebble), await counted(pebble)]).toEqual([[], [], []]);
  });
});

describe('one faulty event', () => {
  it('is told by its place, and those beside it are kept', async () => {
    const { status, body } = await send(signIn(me()), { kind: 'sign-in' }, 'nonsense', device(me(), undefined, { type: 'toaster' }), diagnostic(me()));
    expect([status, body.stored]).toEqual([200, 2]);
    expect(body.faulty).toMatchObject([
      { index: 1, code: 'invalid', field: 'id' },
      { index: 2, code: 'invalid', field: null },
      { index: 3, code: 'invalid', field: 'type' },
    ]);
  });

  it.each([
    ['2026-03-02T09:05:00Z', 'stored'],
    ['2026-03-02T09:05:00.001Z', 'in_the_future'],
    ['2025-12-01T00:00:00Z', 'stored'],
    ['2025-11-30T23:59:59.999Z', 'too_old'],
    ['2031-01-01T00:00:00Z', 'in_the_future'],
    ['1970-01-01T00:00:00.001Z', 'too_old'],
  ])('is one of another time: a sign-in at %s is %s', async (at, expected) => {
    const { body } = await send(signIn(me(), at));
    expect(body.stored === 1 ? 'stored' : body.faulty[0].code).toBe(expected);
  });
});

describe('what an organization switched off', () => {
  const change = async (owner: Person, kinds: object) =>
    owner.put('/usage-rules', { version: (await owner.get('/usage-rules')).body.version, kinds: { ...SHIPPED, ...kinds } });

  it('is dropped at the door and counted on the day it is there, every time it comes', async () => {
    const owner = await house.person(larkspur, 'owner');
    expect((await change(owner, { 'sign-in': { collected: false, months: 3 } })).status).toBe(200);
    expect((await send(signIn(me()), signIn(me()), device(me()))).body).toEqual({
      ...{ stored: 1, known: 0, dropped: 2, faulty: [] },
      reasons: [{ kind: 'sign-in', reason: 'switched-off', events: 2 }],
    });
    house.time.set('2026-03-02T23:30:00Z');
    await send(signIn(me()));
    expect(await counted()).toEqual([
      { day: '2026-03-02', kind: 'sign-in', reason: 'switched-off', events: 2 },
      { day: '2026-03-03', kind: 'sign-in', reason: 'switched-off', events: 1 },
    ]);
    const dropped = [
      { day: '2026-03-03', kind: 'sign-in', reason: 'switched-off', events: 1 },
      { day: '2026-03-02', kind: 'sign-in', reason: 'switched-off', events: 2 },
    ];
    expect([(await owner.get('/usage-rules')).body.dropped, (await member.get('/my/usage')).body.dropped]).toEqual([dropped, dropped]);
  });

  it('is faulty first where it is faulty', async () => {
    const owner = await house.person(larkspur, 'owner');
    await change(owner, { 'sign-in': { collected: false, months: 3 } });
    expect((await send({ ...signIn(me()), address: 'x' })).body).toMatchObject({ dropped: 0, faulty: [{ index: 0 }] });
  });

  it('is all of it while an agreement is needed and none is in force', async () => {
    const agree = (day: string | null) =>
      house.rows(
        larkspur,
        `insert into evaluation_rules (organization_id, version, needed, asked_by, title, reference, concluded_on, salt, changed_at)
         select $1, count(*) + 1, true, 'the works council', $2, $2, $3::date, 'salt', now() from evaluation_rules where organization_id = $1`,
        [larkspur, day === null ? null : 'BV 12', day],
      );
    await agree(null);
    expect((await send(signIn(me()), device(me()))).body).toMatchObject({
      stored: 0,
      dropped: 2,
      reasons: [{ reason: 'no-agreement' }, { reason: 'no-agreement' }],
    });
    await agree('2026-03-03');
    expect((await send(signIn(me()))).body).toMatchObject({ stored: 0, dropped: 1 });
    expect((await member.get('/my/usage')).body.kinds).toMatchObject([{ now: 'no-agreement' }, { now: 'no-agreement' }, { now: 'no-agreement' }]);
    house.time.set('2026-03-02T23:00:00Z');
    expect((await send(signIn(me()))).body).toMatchObject({ stored: 1, dropped: 0 });
  });

  it('changes on the version that was read, and by owners alone', async () => {
    const owner = await house.person(larkspur, 'owner');
    const key = newId();
    const message = { version: 0, kinds: { ...SHIPPED, diagnostic: { collected: false, months: 0 } } };
    expect((await owner.put('/usage-rules', message, key)).body.version).toBe(1);
    expect((await owner.put('/usage-rules', message, key)).body.version).toBe(1);
    expect(await owner.put('/usage-rules', message)).toMatchObject({ status: 409, body: { code: 'usage_rules.changed_meanwhile' } });
    expect((await owner.put('/usage-rules', { ...message, version: 7 })).status).toBe(409);
    expect((await owner.put('/usage-rules', { version: 1, kinds: { ...SHIPPED, diagnostic: { collected: true, months: 25 } } })).status).toBe(422);
    for (const role of ['privacy-officer', 'auditor', 'works-council', 'user-administrator'] as const)
      expect((await (await house.person(larkspur, role)).put('/usage-rules', { ...message, version: 1 })).status).toBe(404);
    expect(await house.log(larkspur)).toContain('usage-rules.changed');
  });
});

describe('whoever is no member', () => {
  it.each([
    ['de-identified', `update members set status = 'de-identified', email = null, email_folded = null where id = $1`],
    ['deactivated', `update members set status = 'deactivated' where id = $1`],
    ['hidden by the directory', 'update members set hidden_at = now() where id = $1'],
  ])('since they are %s, is counted and not kept', async (_, gone) => {
    await house.rows(larkspur, gone, [member.is.memberId]);
    expect((await send(signIn(me()))).body).toMatchObject({ stored: 0, known: 0, dropped: 1, reasons: [{ reason: 'unknown-member' }] });
    expect(await counted()).toMatchObject([{ reason: 'unknown-member', events: 1 }]);
  });

  it('is not kept beside somebody who is', async () => {
    expect((await send(signIn(me()), signIn({ externalId: 'nobody' }), signIn({ memberId: newId() }))).body).toMatchObject({ stored: 1, known: 0, dropped: 2 });
  });
});

describe('what breaks off', () => {
  it('after some of it was written, keeps nothing, and is kept whole when it comes again', async () => {
    const events = [signIn(me()), signIn({ externalId: 'nobody' })];
    await house.owner.query(`create function break_off() returns trigger language plpgsql as $$ begin raise exception 'the lights went out'; end $$`);
    await house.owner.query('create trigger break_off before insert on usage_counts for each row execute function break_off()');
    expect((await send(...events)).status).toBe(500);
    await house.owner.query('drop function break_off cascade');
    expect([await count(), await counted()]).toEqual([0, []]);
    expect(await house.log(larkspur)).not.toContain('usage.received');
    expect((await send(...events)).body).toMatchObject({ stored: 1, dropped: 1 });
  });
});

describe('what is no batch', () => {
  it.each<[string, object | string, number]>([
    ['bad JSON', '{"events": [', 400],
    ['no events', { events: [] }, 422],
    ['too many', { events: Array.from({ length: 501 }, () => ({})) }, 422],
    ['something else', { event: {} }, 422],
    ['too large', { events: ['x'.repeat(300_000)] }, 413],
  ])('of %s gets a problem document', async (_, payload, status) => {
    const answer = await ingest(house, token, payload);
    expect([answer.status, answer.body.status, typeof answer.body.code]).toEqual([status, status, 'string']);
  });

  it('may be as large as it may be', async () => {
    const { body } = await send(...Array.from({ length: 500 }, () => signIn(me())));
    expect(body).toEqual({ ...NOTHING, stored: 500 });
  });
});

it('whoever has no token, another one or one that is over is let in nowhere, and all hear the same', async () => {
  const batch = { events: [signIn(me())] };
  const owner = await house.person(larkspur, 'owner');
  const { items } = (await owner.get('/system-tokens')).body;
  const foreign = token.replace(/^spt_.{22}/, (await tokenOf(house, await house.organization())).slice(0, 26));
  const nowhere = `spt_${Buffer.alloc(32, 7).toString('base64url')}.${token.split('.')[1] ?? ''}`;
  const short = await tokenOf(house, larkspur, 'usage', 1);
  const answers: Answer[] = [];
  for (const presented of [null, 'nonsense', foreign, nowhere, await tokenOf(house, larkspur, 'scim'), token.slice(0, -4) + 'AAAA'])
    answers.push(await ingest(house, presented, batch));
  await owner.delete(`/system-tokens/${items[0].id}`);
  answers.push(await ingest(house, token, batch));
  house.time.set('2026-03-03T09:00:00Z');
  answers.push(await ingest(house, short, batch));
  for (const { status, body } of answers) expect([status, body.code, body.detail]).toEqual([401, 'token.invalid', answers[0]?.body.detail]);
  expect(await partsOf(house, larkspur)).toEqual({});
});
