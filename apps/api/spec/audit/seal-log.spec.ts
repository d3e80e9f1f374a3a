import { recordPlatformEntry } from '@smartpar/audit/api';
import type { TenantTransaction } from '@smartpar/platform/database';
import { KeyRing } from '@smartpar/platform/http';
import { SealingHouse } from './sealing-house';

let first: SealingHouse;
let house: SealingHouse;
beforeAll(async () => void (first = await SealingHouse.start()));
afterAll(() => first.stop());
beforeEach(() => void (house = first.neighbour()));

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n}`);

/** A transaction that has written and stays open until it is told to end. */
async function lateWriter(...targets: string[]): Promise<() => Promise<void>> {
  const [written, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const over = house.open(async (tx) => {
    await house.entries(tx, targets);
    const [own] = await tx.query<{ id: string }>('select pg_current_xact_id()::text as id');
    house.held = own?.id ?? null;
    written.resolve();
    await end.promise;
  });
  await written.promise;
  return () => {
    house.held = null;
    end.resolve();
    return over;
  };
}

describe('sealing', () => {
  it('gives every entry its place, once, and says so in a checkpoint', async () => {
    await house.write('a', 'b');
    await house.write('c');
    expect([await house.seal(), await house.seal()]).toEqual([3, 0]);
    expect([...(await house.targets())].sort()).toEqual(['a', 'b', 'c']);
    expect((await house.sealed()).map(({ position }) => position)).toEqual([0, 1, 2]);
    expect(await house.checkpoints()).toEqual([
      { number: 1, size: 3, note: expect.stringMatching(/^smartpar\.ai\/audit-log\/[0-9a-f-]{36}\n3\n\S{44}\n\n\u2014 \S+ \S+\n$/) },
    ]);
  });

  it('goes on where it was, and leaves other organizations alone', async () => {
    const other = first.neighbour();
    await other.write('x');
    await house.write('a');
    await house.seal();
    await house.write('b');
    await house.seal();
    expect([await house.targets(), await other.targets()]).toEqual([['a', 'b'], []]);
    expect((await house.checkpoints()).map(({ number, size }) => [number, size])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('signs nothing over a log that somebody changed behind its back, and says so', async () => {
    await house.write('a', 'b');
    await house.seal();
    await house.asOwner(`update audit_leaves set hash = sha256('x') where organization_id = '${house.organizationId}' and position = 0`);
    await house.write('c');
    await expect(house.seal()).rejects.toThrow('has another root than checkpoint 1 says');
    expect((await house.checkpoints()).map(({ size }) => size)).toEqual([2]);
  });

  it('makes no checkpoint where nothing was written', async () => {
    expect([await house.seal(), await house.checkpoints()]).toEqual([0, []]);
  });

  it('waits with everything behind a transaction that commits late, and then seals all of it once', async () => {
    await house.write('before');
    const commit = await lateWriter('late');
    await house.write('after');
    expect([await house.seal(), await house.targets()]).toEqual([1, ['before']]);
    await house.write('after that');
    expect(await house.seal()).toBe(0);
    await commit();
    expect([await house.seal(), await house.seal()]).toEqual([3, 0]);
    expect(await house.targets()).toEqual(['before', 'late', 'after', 'after that']);
  });

  it('passes over a transaction that was undone, and waits for nobody who only reads', async () => {
    const undone = house.open(async (tx) => {
      await house.entries(tx, ['undone']);
      throw new Error('power cut');
    });
    await expect(undone).rejects.toThrow('power cut');
    await house.open(async (tx) => {
      await tx.query('select 1 as one');
      await house.write('a');
      expect(await house.seal()).toBe(1);
    });
    expect(await house.targets()).toEqual(['a']);
  });

  it('keeps no writer waiting while it seals', async () => {
    await house.write('a');
    await house.open(async (sealing) => {
      await house.log.claim(sealing);
      await house.log.append(sealing, 0);
      await house.write('b');
    });
    await house.open((tx) => tx.query('select 1 as one'));
    expect(await house.bare.rows(house.organizationId, `select 1 from audit_entries where organization_id = '${house.organizationId}'`)).toHaveLength(2);
  });

  it('seals more than one batch holds, each with its checkpoint', async () => {
    await house.write(...names('many', 10_100));
    expect(await house.seal()).toBe(10_100);
    expect((await house.checkpoints()).map(({ size }) => size)).toEqual([5000, 10_000, 10_100]);
    expect(new Set(await house.targets()).size).toBe(10_100);
  }, 60_000);

  it('is done by one process at a time; another one leaves it alone', async () => {
    await house.write(...names('e', 300));
    await house.calm();
    const sealed = await Promise.all(Array.from({ length: 6 }, () => house.sealer().run(house.organizationId)));
    expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(await house.checkpoints()).toHaveLength(1);
  });

  it('loses and repeats nothing under writers that go on and sealers that compete', async () => {
    let writing = true;
    const writers = Promise.all(
      names('w', 4).map(async (writer) => {
        for (const target of names(`${writer}-`, 40)) await house.write(target);
      }),
    ).finally(() => void (writing = false));
    const sealers = Promise.all(
      [1, 2].map(async () => {
        while (writing) await house.sealer().run(house.organizationId);
      }),
    );
    await Promise.all([writers, sealers]);
    await house.seal();
    expect(new Set(await house.targets()).size).toBe(160);
    expect(await house.sealed()).toHaveLength(160);
  }, 30_000);

  it('is kept whole or not at all, wherever it is cut off', async () => {
    await house.write(...names('e', 300));
    await house.calm();
    const STATEMENTS = 6;
    for (let cut = 1; cut <= STATEMENTS + 1; cut += 1) {
      const cutOff = house.open(async (tx) => {
        await seal(failing(tx, cut));
        throw new Error('power cut');
      });
      await expect(cutOff).rejects.toThrow('power cut');
      expect([await house.sealed(), await house.checkpoints()]).toEqual([[], []]);
    }
    expect(await house.open((tx) => seal(failing(tx, STATEMENTS + 1)))).toBe(300);
    await house.write('one more');
    expect(await house.seal()).toBe(1);
  });

  it('goes on in a restored database, whose transactions are counted from the beginning again', async () => {
    await house.write('a');
    await house.seal();
    await house.write('b');
    await house.asOwner(`update audit_unsealed set xact_id = (xact_id::text::bigint + 1000000)::text::xid8 where organization_id = '${house.organizationId}'`);
    await house.write('c');
    expect([await house.seal(), await house.seal()]).toEqual([2, 0]);
    expect(await house.targets()).toEqual(['a', 'b', 'c']);
    await house.write('d');
    await house.seal();
    expect(await house.targets()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('moves each entry into the month it tells of, and keeps months that nobody prepared apart until they are', async () => {
    await house.write('in March, which is over');
    await house.seal();
    const parts = () =>
      house.bare.rows<{ part: string }>(
        house.organizationId,
        `select tableoid::regclass::text as part from audit_entries where organization_id = '${house.organizationId}'`,
      );
    expect(await parts()).toEqual([{ part: 'audit_sealed_other' }]);
    await house.bare.database.global((tx) => tx.query('select prepare_audit_months() as made'));
    expect(await parts()).toEqual([{ part: 'audit_sealed_202603' }]);
    await house.write('again in March');
    await house.seal();
    expect(await parts()).toEqual([{ part: 'audit_sealed_202603' }, { part: 'audit_sealed_202603' }]);
  });

  it('is signed by every key on the ring, so that whoever holds an older one can go on checking, and remembers their public halves', async () => {
    const [old, fresh] = [KeyRing.generate(), KeyRing.generate()];
    await house.write('a');
    await house.calm();
    await house.sealer(KeyRing.parse(old)).run(house.organizationId);
    await house.write('b');
    await house.calm();
    await house.sealer(KeyRing.parse(`${fresh},${old}`)).run(house.organizationId);
    await house.write('c');
    await house.calm();
    await house.sealer(KeyRing.parse(fresh)).run(house.organizationId);
    const signers = (await house.checkpoints()).map(({ note }) => note.split('\n\u2014 ').length - 1);
    expect(signers).toEqual([1, 2, 1]);
    const keys = await house.bare.rows(house.organizationId, `select verifier_key from audit_log_keys where organization_id = '${house.organizationId}'`);
    expect(keys).toHaveLength(2);
  });

  it('cannot be changed or removed by the server', async () => {
    await house.write('a');
    await house.seal();
    for (const table of ['audit_entries', 'audit_unsealed', 'audit_sealed', 'audit_leaves', 'audit_nodes', 'audit_checkpoints', 'audit_log_keys']) {
      for (const act of [`delete from ${table}`, `update ${table} set organization_id = organization_id`, `truncate ${table}`]) {
        await expect(house.open((tx) => tx.query(act))).rejects.toThrow(/permission denied/);
      }
    }
  });
});

describe('the job that seals', () => {
  /** Which logs a sealer seals, and where it fails. */
  const sealing = async (failing?: string): Promise<{ readonly sealed: readonly string[]; readonly fault: unknown }> => {
    const sealed: string[] = [];
    const sealer = house.sealer();
    sealer.run = (id) => (sealed.push(id), id === failing ? Promise.reject(new Error('broken')) : Promise.resolve(0));
    const fault = await sealer.runAll().then(
      () => null,
      (error: unknown) => error,
    );
    return { sealed, fault };
  };

  it('asks the logs that have grown and no other, and goes on where one of them fails', async () => {
    const [other, quiet] = [first.neighbour(), first.neighbour()];
    await quiet.write('long ago');
    await quiet.seal();
    await house.write('a');
    await other.write('b');
    await other.calm();
    const { sealed, fault } = await sealing(house.organizationId);
    expect(sealed).toEqual(expect.arrayContaining([house.organizationId, other.organizationId]));
    expect(sealed).not.toContain(quiet.organizationId);
    expect(fault).toMatchObject({ message: '1 logs could not be sealed.' });
    await Promise.all([house.seal(), other.seal()]);
    expect((await sealing()).sealed).not.toContain(house.organizationId);
  });

  it("asks SmartPAR's own log too", async () => {
    await house.bare.database.global((tx) => recordPlatformEntry(tx, { action: 'sign-in.refused', target: { noun: 'sign-in', id: 'none' }, facts: {} }));
    await house.platform().calm();
    expect((await sealing()).sealed).toContain(house.bare.workforceId);
  });

  it('asks no log whose writer has not committed', async () => {
    const commit = await lateWriter('late');
    expect((await sealing()).sealed).not.toContain(house.organizationId);
    await commit();
    await house.calm();
    expect((await sealing()).sealed).toContain(house.organizationId);
  });
});

/** A sealer in a transaction that is already open. */
function seal(tx: TenantTransaction): Promise<number> {
  const database = { tenant: (_: unknown, work: (tx: TenantTransaction) => Promise<number>) => work(tx) };
  return house.sealer(undefined, database as never).run(house.organizationId);
}

/** A transaction that fails before its n-th statement. */
function failing(tx: TenantTransaction, n: number): TenantTransaction {
  let left = n;
  const query: TenantTransaction['query'] = (text, values) => ((left -= 1) <= 0 ? Promise.reject(new Error('power cut')) : tx.query(text, values));
  return { actor: tx.actor, at: tx.at, organizationId: tx.organizationId, manager: tx.manager, notify: tx.notify.bind(tx), query };
}
