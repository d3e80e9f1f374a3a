import { FakeTime, newId } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { cancelWork, defineWork, PerformDueWork, planRounds, planWork, type WorkKind } from '@smartpar/platform/jobs';
import { freshDatabase, type FreshDatabase } from '@smartpar/platform/testing';

const organizationId = newId();
let fresh: FreshDatabase;
let database: Database;
let time: FakeTime;
let performed: string[];
let failed: string[];

beforeAll(async () => {
  fresh = await freshDatabase();
});

beforeEach(async () => {
  time = new FakeTime('2026-03-02T09:00:00Z');
  database = await Database.open({ url: fresh.appUrl, time, entities: [] });
  await database.global((tx) => tx.query('delete from due_work'));
  performed = [];
  failed = [];
});

afterEach(() => database.close());
afterAll(() => fresh.drop());

const remind = defineWork('test.remind', (tx, { subjectId }) => {
  performed.push(`${tx.organizationId}:${subjectId}`);
  return Promise.resolve();
});
const worker = (...kinds: WorkKind[]) => new PerformDueWork(database, time, kinds, (kind) => failed.push(kind));
const plan = (hours: number, subjectId = newId()) =>
  database.global((tx) => planWork(tx, { organizationId, kind: 'test.remind', subjectId, dueAt: time.now().add({ hours }) })).then(() => subjectId);

describe('planned work', () => {
  it('waits until it is due, then happens once, inside its organization', async () => {
    const subjectId = await plan(2);
    expect(await worker(remind).run()).toBe(0);
    time.advance({ hours: 2 });
    expect(await worker(remind).run()).toBe(1);
    expect(await worker(remind).run()).toBe(0);
    expect(performed).toEqual([`${organizationId}:${subjectId}`]);
  });

  it('happens soonest first and beyond one round', async () => {
    const later = await plan(2);
    const sooner = await plan(1);
    await Promise.all(Array.from({ length: 230 }, () => plan(3)));
    time.advance({ hours: 3 });
    expect(await worker(remind).run()).toBe(232);
    expect(performed.slice(0, 2)).toEqual([`${organizationId}:${sooner}`, `${organizationId}:${later}`]);
  });

  it('of the same round everywhere is planned at once and happens once in each organization', async () => {
    const everywhere = [organizationId, newId(), newId()];
    await database.global((tx) => planRounds(tx, { kind: 'test.remind', dueAt: time.now() }, everywhere));
    expect(await worker(remind).run()).toBe(3);
    expect(performed.toSorted()).toEqual(everywhere.map((id) => `${id}:${id}`).toSorted());
  });

  it('does not happen once it was taken back', async () => {
    const subjectId = await plan(1);
    await database.global((tx) => cancelWork(tx, { organizationId, subjectId }));
    time.advance({ hours: 1 });
    expect(await worker(remind).run()).toBe(0);
  });

  it('is kept, undone and tried again when it fails, and holds up nothing else', async () => {
    const bad = await plan(1);
    const good = await plan(1);
    let healthy = false;
    const fragile = defineWork('test.remind', async (tx, { subjectId }) => {
      await tx.query(`insert into due_work (id, organization_id, kind, subject_id, due_at) values ($1, $2, 'test.trace', $3, now())`, [
        newId(),
        organizationId,
        subjectId,
      ]);
      if (subjectId === bad && !healthy) throw new Error('mail server gone');
      performed.push(subjectId);
    });
    time.advance({ hours: 1 });
    expect(await worker(fragile).run()).toBe(1);
    expect(failed).toEqual(['test.remind']);
    const traces = () => database.global((tx) => tx.query<{ subject_id: string }>(`select subject_id from due_work where kind = 'test.trace'`));
    expect(await traces()).toEqual([{ subject_id: good }]);
    healthy = true;
    time.advance({ minutes: 6 });
    expect(await worker(fragile).run()).toBe(1);
    expect(performed).toEqual([good, bad]);
  });

  it('is shared by several processes without happening twice', async () => {
    await Promise.all(Array.from({ length: 50 }, () => plan(1)));
    time.advance({ hours: 1 });
    await Promise.all([worker(remind).run(), worker(remind).run(), worker(remind).run()]);
    expect(performed).toHaveLength(50);
    expect(new Set(performed).size).toBe(50);
  });

  it('of a kind this version does not know is left for one that does', async () => {
    await plan(1);
    time.advance({ hours: 1 });
    expect(await worker().run()).toBe(0);
    expect(await worker(remind).run()).toBe(1);
  });
});
