import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { device, diagnostic, ingest, signIn, tokenOf, usageHouse } from './usage-house';

let house: House;
let larkspur: string;
let member: Person;
let token: string;

beforeAll(async () => {
  house = await usageHouse();
});

beforeEach(async () => {
  larkspur = await house.organization();
  member = await house.person(larkspur);
  token = await tokenOf(house, larkspur);
});

afterAll(() => house.stop());

const me = () => ({ memberId: member.is.memberId });
const send = (...events: readonly object[]) => ingest(house, token, { events });
const mine = async (who = member) => (await who.get('/my/usage')).body;

describe('what the app told about oneself', () => {
  it('is the devices, each as it was seen last and since when, with how long that is kept and who told of it', async () => {
    await send(
      device(me(), '2026-02-03T10:00:00Z', { system: 'Android 14' }),
      device(me(), '2026-02-20T10:00:00Z', { system: 'Android 15', browser: 'Firefox 132' }),
      device(me(), '2026-02-25T10:00:00Z', { deviceId: 'device-2', type: 'computer', otherIds: [{ name: 'push', id: 'p-1' }] }),
    );
    const lasting = { until: '2026-08-31', source: 'The app' };
    expect((await mine()).devices).toEqual([
      {
        ...{ deviceId: 'device-2', type: 'computer', system: null, browser: null, otherIds: [{ name: 'push', id: 'p-1' }] },
        ...{ firstSeenAt: '2026-02-25T10:00:00Z', lastSeenAt: '2026-02-25T10:00:00Z', ...lasting },
      },
      {
        ...{ deviceId: 'device-1', type: 'phone', system: 'Android 15', browser: 'Firefox 132', otherIds: [] },
        ...{ firstSeenAt: '2026-02-03T10:00:00Z', lastSeenAt: '2026-02-20T10:00:00Z', ...lasting },
      },
    ]);
  });

  it('is the last sign-ins and diagnostics, the newest first, and how much there is of all', async () => {
    await send(...Array.from({ length: 60 }, (_, index) => signIn(me(), `2026-02-01T10:${String(index).padStart(2, '0')}:00Z`)));
    await send(diagnostic(me(), '2026-03-01T10:00:00Z', { app: '4.2.1', facts: { offline: true } }));
    const { signIns, diagnostics, kept } = await mine();
    expect([signIns.length, signIns[0]]).toEqual([50, { at: '2026-02-01T10:59:00Z', address: '203.0.113.7', until: '2026-05-31', source: 'The app' }]);
    expect(diagnostics).toEqual([
      { at: '2026-03-01T10:00:00Z', code: 'app.crash', app: '4.2.1', facts: { offline: true }, until: '2026-04-30', source: 'The app' },
    ]);
    expect(kept).toEqual([
      { kind: 'device', records: 0, since: null, until: null },
      { kind: 'sign-in', records: 60, since: '2026-02-01T10:00:00Z', until: '2026-05-31' },
      { kind: 'diagnostic', records: 1, since: '2026-03-01T10:00:00Z', until: '2026-04-30' },
    ]);
  });

  it('is how much there was in each of twelve weeks, this one last', async () => {
    await send(signIn(me(), '2026-02-22T23:59:59.999Z'), signIn(me(), '2026-02-23T00:00:00Z'), signIn(me(), '2026-03-02T08:00:00Z'), device(me()));
    const { weeks } = await mine();
    expect(weeks).toHaveLength(12);
    expect(weeks.slice(-3)).toEqual([
      { week: '2026-02-16', device: 0, 'sign-in': 1, diagnostic: 0 },
      { week: '2026-02-23', device: 0, 'sign-in': 1, diagnostic: 0 },
      { week: '2026-03-02', device: 1, 'sign-in': 1, diagnostic: 0 },
    ]);
  });

  it('is nothing of anybody else, here or in another organization, and no look at anybody', async () => {
    const [other, elsewhere] = [await house.person(larkspur, 'owner'), await house.person(await house.organization())];
    await send(signIn(me()), device(me()), diagnostic(me()));
    for (const who of [other, elsewhere]) {
      const { devices, signIns, diagnostics, kept } = await mine(who);
      expect([devices, signIns, diagnostics, kept.map(({ records }: { records: number }) => records)]).toEqual([[], [], [], [0, 0, 0]]);
    }
    expect((await member.at(elsewhere.is.organizationId).get('/my/usage')).status).toBe(404);
    expect(await house.rows(larkspur, 'select id from reveals where organization_id = $1', [larkspur])).toEqual([]);
  });

  it('says which kinds are collected, what for each is kept and for how long', async () => {
    expect((await mine()).kinds).toEqual([
      { kind: 'device', category: 'user.device.device_id', collected: true, months: 6, now: 'collected' },
      { kind: 'sign-in', category: 'user.device.ip_address', collected: true, months: 3, now: 'collected' },
      { kind: 'diagnostic', category: 'user.telemetry', collected: true, months: 1, now: 'collected' },
    ]);
  });
});
