import { FakeTime, newId } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { freshDatabase, type FreshDatabase } from '@smartpar/platform/testing';
import {
  cancelWebhooks,
  DeliverWebhooks,
  enqueueWebhook,
  forgetSettledWebhooks,
  HttpsCarrier,
  newWebhookSecret,
  type WebhookDestination,
  WebhookDestinations,
  webhookOutcomes,
  webhookSignature,
} from '@smartpar/platform/webhooks';
import { HookServer } from './hook-server';

const [organizationId, subjectId, secret] = [newId(), newId(), newWebhookSecret()];

/** Knows one destination, or none. */
class OneDestination extends WebhookDestinations {
  known: WebhookDestination | null = null;

  override find(): Promise<WebhookDestination | null> {
    return Promise.resolve(this.known);
  }
}

let fresh: FreshDatabase;
let database: Database;
let hooks: HookServer;
let time: FakeTime;
const destinations = new OneDestination();
const failures: string[] = [];

beforeAll(async () => {
  [fresh, hooks] = await Promise.all([freshDatabase(), HookServer.start()]);
});

beforeEach(async () => {
  time = new FakeTime('2026-03-02T09:00:00Z');
  database = await Database.open({ url: fresh.appUrl, time, entities: [] });
  await database.global((tx) => tx.query('delete from webhook_outbox'));
  destinations.known = { url: hooks.url, secrets: [secret] };
  Object.assign(hooks, { status: 204, location: null });
  hooks.came.length = failures.length = 0;
});

afterEach(() => database.close());
afterAll(async () => {
  await hooks.stop();
  await fresh.drop();
});

const delivery = (toPrivate = true, ca: string | undefined = hooks.ca): DeliverWebhooks =>
  new DeliverWebhooks(database, time, destinations, new HttpsCarrier({ toPrivate, ...(ca !== undefined && { ca }) }), (type) => failures.push(type));
const put = () => database.global((tx) => enqueueWebhook(tx, { organizationId, subjectId, type: 'test.happened', data: { n: 1 } }));
const outcome = async () => (await database.global((tx) => webhookOutcomes(tx, organizationId)))[0];

describe('the outbox of webhooks', () => {
  it('sends what was committed once, signed, with the time it happened', async () => {
    const id = await put();
    time.advance({ seconds: 30 });
    expect([await delivery().run(), await delivery().run()]).toEqual([1, 0]);
    const [came] = hooks.came;
    expect(JSON.parse(came?.body ?? '')).toEqual({ type: 'test.happened', timestamp: '2026-03-02T09:00:00.000Z', data: { n: 1 } });
    const timestamp = Date.parse('2026-03-02T09:00:30Z') / 1000;
    expect(came?.headers).toMatchObject({
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': webhookSignature({ id, timestamp, body: came?.body ?? '' }, [secret]),
      'content-type': 'application/json',
    });
    expect(await outcome()).toMatchObject({ subjectId, state: 'sent', attempts: 1, fault: null });
  });

  it('sends nothing of a transaction that fails, and nothing that was taken back', async () => {
    const failing = database.global(async (tx) => {
      await enqueueWebhook(tx, { organizationId, subjectId, type: 'test.happened', data: null });
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    await put();
    await database.global((tx) => cancelWebhooks(tx, organizationId, subjectId));
    expect(await delivery().run()).toBe(0);
    expect(hooks.came).toEqual([]);
  });

  it('tries again under the same id, longer and longer, and then gives up', async () => {
    hooks.status = 503;
    const id = await put();
    const waits: number[] = [];
    while ((await outcome())?.state !== 'failed') {
      await delivery().run();
      const [next] = await database.global((tx) =>
        tx.query<{ wait: number }>(`select extract(epoch from next_at - $1::timestamptz)::int as wait from webhook_outbox where state = 'queued'`, [
          time.now(),
        ]),
      );
      if (next === undefined) break;
      waits.push(next.wait);
      time.advance({ seconds: next.wait - 1 });
      expect(await delivery().run()).toBe(0);
      time.advance({ seconds: 1 });
    }
    expect(waits).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect(hooks.came).toHaveLength(10);
    expect(new Set(hooks.came.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([id]));
    expect(await outcome()).toMatchObject({ state: 'failed', fault: '503', attempts: 10 });
  });

  it('gives up at once where the receiver says it is gone, or nobody is there any more', async () => {
    hooks.status = 410;
    await put();
    await delivery().run();
    expect(await outcome()).toMatchObject({ state: 'failed', fault: '410' });
    destinations.known = null;
    await put();
    await delivery().run();
    expect(await outcome()).toMatchObject({ state: 'failed', fault: 'gone' });
  });

  it('follows nobody elsewhere', async () => {
    Object.assign(hooks, { status: 302, location: `${hooks.url}/elsewhere` });
    await put();
    await delivery().run();
    expect(hooks.came).toHaveLength(1);
    expect(await outcome()).toMatchObject({ state: 'queued', fault: '302' });
  });

  it('goes to no machine behind its own wall, by name or by number, unless it was told so', async () => {
    for (const url of [hooks.url, hooks.url.replace('localhost', '127.0.0.1'), hooks.url.replace('localhost', '[::1]')]) {
      destinations.known = { url, secrets: [secret] };
      await put();
      await delivery(false).run();
      expect(await outcome()).toMatchObject({ state: 'queued', fault: 'private-address' });
    }
    expect(hooks.came).toEqual([]);
  });

  it('goes nowhere whose certificate nobody vouches for', async () => {
    await put();
    await new DeliverWebhooks(database, time, destinations, new HttpsCarrier({ toPrivate: true }), () => undefined).run();
    expect(hooks.came).toEqual([]);
    expect(await outcome()).toMatchObject({ state: 'queued', fault: 'certificate' });
  });

  it('says what went wrong where nobody answers', async () => {
    destinations.known = { url: 'https://localhost:1/', secrets: [secret] };
    await put();
    await delivery().run();
    expect(await outcome()).toMatchObject({ state: 'queued', fault: 'refused' });
    expect(failures).toEqual([]);
  });

  it('is taken over by another process where one died with it, and sent by one alone otherwise', async () => {
    await put();
    const sent = await Promise.all([delivery().run(), delivery().run(), delivery().run()]);
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(1);
    await put();
    await database.global((tx) =>
      tx.query(`update webhook_outbox set state = 'sending', next_at = $1 where state = 'queued'`, [time.now().add({ minutes: 10 })]),
    );
    expect(await delivery().run()).toBe(0);
    time.advance({ minutes: 11 });
    expect(await delivery().run()).toBe(1);
  });

  it('forgets what is long settled and nothing else', async () => {
    await put();
    await delivery().run();
    hooks.status = 500;
    await put();
    await delivery().run();
    await forgetSettledWebhooks(database, time.now().add({ hours: 24 * 31 }));
    expect(await database.global((tx) => tx.query('select state from webhook_outbox'))).toEqual([{ state: 'queued' }]);
  });
});
