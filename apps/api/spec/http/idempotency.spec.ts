import type { MemberActor } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import { newId } from '@smartpar/kernel';
import { fingerprintOf, once, purgeIdempotencyKeys } from '@smartpar/platform/http';
import { BareDatabase, someMember } from './bare-database';

const operation = 'site.open';
const key = (): string => newId();

describe('an act with an idempotency key', () => {
  let bare: BareDatabase;
  let actor: MemberActor;

  beforeAll(async () => void (bare = await BareDatabase.start()));
  afterAll(() => bare.stop());
  beforeEach(() => void (actor = someMember(newId())));

  /** Opens a site; what it leaves is an entry in the log. */
  const open = (by: MemberActor, withKey: string, name: string, meanwhile: () => Promise<void> = () => Promise.resolve()) =>
    bare.database.tenant(by, async (tx) => {
      const made = await once(tx, { key: withKey, operation, fingerprint: fingerprintOf(operation, { name }) }, { siteId: newId() });
      if (!made.replayed) await recordEntry(tx, { action: 'site.opened', target: { noun: 'site', id: made.reference.siteId }, facts: {} });
      await meanwhile();
      return made;
    });
  const opened = async (organizationId: string) =>
    (await bare.rows<{ id: string }>(organizationId, `select target_id as id from audit_entries where organization_id = '${organizationId}'`)).map(
      ({ id }) => id,
    );

  it('is done the first time', async () => {
    const { replayed, reference } = await open(actor, key(), 'Berlin');
    expect([replayed, await opened(actor.organizationId)]).toEqual([false, [reference.siteId]]);
  });

  it('is not done again, and refers to what was made', async () => {
    const withKey = key();
    const first = await open(actor, withKey, 'Berlin');
    expect(await open(actor, withKey, 'Berlin')).toEqual({ replayed: true, reference: first.reference });
    expect(await opened(actor.organizationId)).toHaveLength(1);
  });

  it('is refused when the key came with something else before', async () => {
    const withKey = key();
    await open(actor, withKey, 'Berlin');
    await expect(open(actor, withKey, 'Bonn')).rejects.toMatchObject({ status: 422, code: 'idempotency.key_reused' });
    expect(await opened(actor.organizationId)).toHaveLength(1);
  });

  it('is refused when the key came with another operation before', async () => {
    const withKey = key();
    await open(actor, withKey, 'Berlin');
    const close = bare.database.tenant(actor, (tx) =>
      once(tx, { key: withKey, operation: 'site.close', fingerprint: fingerprintOf(operation, { name: 'Berlin' }) }, {}),
    );
    await expect(close).rejects.toMatchObject({ code: 'idempotency.key_reused' });
  });

  it('is done once when it arrives many times at once', async () => {
    const withKey = key();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => open(actor, withKey, 'Berlin')));
    expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(outcomes.map(({ reference }) => reference.siteId)).size).toBe(1);
    expect(await opened(actor.organizationId)).toHaveLength(1);
  });

  it('is done by the second arrival when the first one fails', async () => {
    const withKey = key();
    let fail = (): void => undefined;
    const failing = new Promise<void>((_, reject) => (fail = () => reject(new Error('power cut'))));
    let arrived = (): void => undefined;
    const firstIsIn = new Promise<void>((resolve) => (arrived = resolve));
    const first = open(actor, withKey, 'Berlin', () => {
      arrived();
      return failing;
    });
    await firstIsIn;
    const second = open(actor, withKey, 'Berlin');
    fail();
    await expect(first).rejects.toThrow('power cut');
    const { replayed, reference } = await second;
    expect([replayed, await opened(actor.organizationId)]).toEqual([false, [reference.siteId]]);
  });

  it('is another act for another member, and in another organization', async () => {
    const withKey = key();
    await open(actor, withKey, 'Berlin');
    const others = [someMember(actor.organizationId), { ...actor, organizationId: newId() }];
    expect(await Promise.all(others.map(async (other) => (await open(other, withKey, 'Berlin')).replayed))).toEqual([false, false]);
  });

  it('keeps ids and never content', async () => {
    await open(actor, key(), 'Berlin');
    expect(
      JSON.stringify(await bare.rows(actor.organizationId, `select * from idempotency_keys where organization_id = '${actor.organizationId}'`)),
    ).not.toContain('Berlin');
  });

  it('is forgotten after two days', async () => {
    const withKey = key();
    await open(actor, withKey, 'Berlin');
    const purge = () => bare.database.tenant(actor, purgeIdempotencyKeys);
    bare.time.advance({ hours: 48 });
    expect(await purge()).toBe(0);
    bare.time.advance({ seconds: 1 });
    expect(await purge()).toBe(1);
    expect((await open(actor, withKey, 'Berlin')).replayed).toBe(false);
  });

  it('is one act of an account, too', async () => {
    const [accountId, other, withKey] = [newId(), newId(), key()];
    const change = (of: string) => bare.database.account(of, (tx) => once(tx, { key: withKey, operation: 'password.change', fingerprint: 'x' }, { at: 1 }));
    expect([(await change(accountId)).replayed, (await change(accountId)).replayed, (await change(other)).replayed]).toEqual([false, true, false]);
    bare.time.advance({ hours: 49 });
    expect(await bare.database.account(accountId, purgeIdempotencyKeys)).toBe(1);
    expect((await change(other)).replayed).toBe(true);
  });
});
