import { systemActor } from '@smartpar/access/model';
import { UsageWork } from '@smartpar/members/api';
import { PerformDueWork } from '@smartpar/platform/jobs';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { device, diagnostic, ingest, partsOf, SHIPPED, signIn, tokenOf, usageHouse } from './usage-house';

let house: House;
let larkspur: string;
let member: Person;
let token: string;

beforeAll(async () => {
  house = await usageHouse();
});

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  larkspur = await house.organization();
  member = await house.person(larkspur);
  token = await tokenOf(house, larkspur, 'usage', 366);
});

afterAll(() => house.stop());

const me = () => ({ memberId: member.is.memberId });
const send = (...events: readonly object[]) => ingest(house, token, { events });
const prepare = () => house.owner.query('select prepare_usage_months()');
const work = () => house.get(UsageWork);
const perform = () =>
  new PerformDueWork(house.database, house.time, work().kinds(), (_, error) => {
    throw error;
  }).run();
const tables = async () =>
  (
    await house.owner.query<{ name: string }>(`select relname as name from pg_class where relname ~ '^usage_.*_[0-9]{6}$' and relkind = 'r' order by 1`)
  ).rows.map(({ name }) => name);

describe('the parts of usage data', () => {
  it('are one for each kind and month, to the millisecond', async () => {
    await send(
      signIn(me(), '2026-01-31T23:59:59.999Z'),
      signIn(me(), '2026-02-01T00:00:00Z'),
      device(me(), '2026-02-28T23:59:59.999Z'),
      diagnostic(me(), '2026-03-01T00:00:00Z'),
    );
    expect(await partsOf(house, larkspur)).toEqual({ usage_devices_other: 1, usage_diagnostics_other: 1, usage_sign_ins_other: 2 });
    await prepare();
    expect(await partsOf(house, larkspur)).toEqual({
      ...{ usage_devices_202602: 1, usage_diagnostics_202603: 1, usage_sign_ins_202601: 1, usage_sign_ins_202602: 1 },
    });
  });

  it('know an event that moved into its month since', async () => {
    const event = signIn(me(), '2026-02-14T10:00:00Z');
    await send(event);
    await prepare();
    expect((await send(event)).body).toMatchObject({ stored: 0, known: 1 });
  });

  it('are there for the months ahead, and made once', async () => {
    await prepare();
    const before = await tables();
    expect(before.filter((name) => name.startsWith('usage_devices_')).length).toBeGreaterThanOrEqual(4);
    await prepare();
    expect(await tables()).toEqual(before);
  });

  it('are walled in and out of reach by themselves', async () => {
    await send(signIn(me(), '2026-02-14T10:00:00Z'));
    await prepare();
    const other = await house.organization();
    expect(await house.rows(other, 'select id from usage_records')).toEqual([]);
    for (const part of ['usage_sign_ins', 'usage_sign_ins_202602', 'usage_sign_ins_other'])
      await expect(house.database.tenant(systemActor(larkspur, 'spec'), (tx) => tx.query(`select id from ${part}`))).rejects.toThrow('permission denied');
  });
});

describe('usage data that is over', () => {
  const seen = async () => {
    const { kept } = (await member.get('/my/usage')).body;
    return Object.fromEntries(kept.map(({ kind, records }: { kind: string; records: number }) => [kind, records]));
  };

  it('goes by whole months, where it is over for everybody, and not a moment before', async () => {
    await send(signIn(me(), '2026-01-15T10:00:00Z'), diagnostic(me(), '2026-02-15T10:00:00Z'), device(me(), '2026-02-15T10:00:00Z'));
    await prepare();
    house.time.set('2026-03-31T23:59:59.999Z');
    await work().tend();
    expect(await tables()).toEqual(expect.arrayContaining(['usage_diagnostics_202602', 'usage_sign_ins_202601', 'usage_devices_202602']));
    house.time.set('2026-04-01T00:00:00Z');
    expect(await seen()).toEqual({ device: 1, 'sign-in': 1, diagnostic: 0 });
    await work().tend();
    expect(await tables()).not.toContain('usage_diagnostics_202602');
    expect(await partsOf(house, larkspur)).toEqual({ usage_devices_202602: 1, usage_sign_ins_202601: 1 });
    house.time.set('2026-05-01T00:00:00Z');
    await work().tend();
    expect(await partsOf(house, larkspur)).toEqual({ usage_devices_202602: 1 });
  });

  it('goes by itself where another organization keeps its own longer', async () => {
    const pebble = await house.organization();
    const [owner, theirs] = [await house.person(pebble, 'owner'), await tokenOf(house, pebble)];
    await owner.put('/usage-rules', { version: 0, kinds: { ...SHIPPED, diagnostic: { collected: true, months: 12 } } });
    await send(diagnostic(me(), '2026-02-15T10:00:00Z'), diagnostic(me(), '2026-03-01T10:00:00Z'));
    await ingest(house, theirs, { events: [diagnostic({ memberId: owner.is.memberId }, '2026-02-15T10:00:00Z')] });
    house.time.set('2026-04-01T00:00:00Z');
    await work().tend();
    await perform();
    expect(await partsOf(house, larkspur)).toEqual({ usage_diagnostics_202603: 1 });
    expect(await partsOf(house, pebble)).toEqual({ usage_diagnostics_202602: 1 });
    expect(await house.log(larkspur)).toContain('usage.trimmed');
    expect(await house.log(pebble)).not.toContain('usage.trimmed');
  });

  it('goes soon after an organization says that it keeps it for less long, and is not shown before', async () => {
    const owner = await house.person(larkspur, 'owner');
    await send(signIn(me(), '2026-01-15T10:00:00Z'), signIn(me(), '2026-03-01T10:00:00Z'));
    await owner.put('/usage-rules', { version: 0, kinds: { ...SHIPPED, 'sign-in': { collected: true, months: 0 } } });
    expect(await seen()).toMatchObject({ 'sign-in': 1 });
    await perform();
    expect(await partsOf(house, larkspur)).toEqual({ usage_sign_ins_other: 1 });
  });

  it('goes step by step, and a step that breaks off is done again', async () => {
    const owner = await house.person(larkspur, 'owner');
    await send(...Array.from({ length: 30 }, () => signIn(me(), '2026-01-15T10:00:00Z')));
    await owner.put('/usage-rules', { version: 0, kinds: { ...SHIPPED, 'sign-in': { collected: true, months: 0 } } });
    const broken = house.database.tenant(systemActor(larkspur, 'spec'), async (tx) => {
      await work().trim(tx);
      throw new Error('killed');
    });
    await expect(broken).rejects.toThrow('killed');
    expect(await partsOf(house, larkspur)).toMatchObject({ usage_sign_ins_other: 30 });
    await perform();
    expect(await partsOf(house, larkspur)).toEqual({});
    expect(await house.log(larkspur)).toContain('usage.trimmed');
  });

  it('goes too where it arrived in the moment somebody was de-identified', async () => {
    await send(signIn(me()), device(me()));
    await house.rows(larkspur, `update members set status = 'de-identified', email = null, email_folded = null where id = $1`, [member.is.memberId]);
    await house.rows(
      larkspur,
      `insert into departures (organization_id, member_id, cause, from_status, departed_at, grace_until, envelope, done_at)
       values ($1, $2, 'left', 'active', '2026-02-01T09:00:00Z', '2026-02-15T09:00:00Z', 'none', $3)`,
      [larkspur, member.is.memberId, house.time.now().toString()],
    );
    house.time.advance({ hours: 24 });
    await work().tend();
    await perform();
    expect(await partsOf(house, larkspur)).toEqual({});
  });
});
