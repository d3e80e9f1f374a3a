import type { MemberActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import type { InclusionProof, LogRetention } from '@smartpar/audit/model';
import { rootByInclusion } from './proof-check';
import { ReadingHouse } from './reading-house';
import type { SealingHouse } from './sealing-house';

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
afterEach(() => void house.logs.bare.time.set('2026-03-02T09:00:00Z'));

const set = (months: unknown, who = owner, key = newId()) => house.send(who, 'PUT', 'audit-log/retention', { months }, key);
const read = async (): Promise<LogRetention> => (await house.ask(auditor, 'audit-log/retention')).json<LogRetention>();

/** Forty entries: ten of March 2025, ten of August 2025, twenty of today. */
async function fill(): Promise<void> {
  for (const [moment, count] of [
    ['2025-03-01T09:00:00Z', 10],
    ['2025-08-01T09:00:00Z', 10],
    ['2026-03-02T09:00:00Z', 20],
  ] as const) {
    house.logs.bare.time.set(moment);
    await log.write(...Array.from({ length: count }, (_, n) => `${moment.slice(0, 7)} ${n}`));
    await log.seal();
  }
}

const verify = async (notes?: readonly string[]) => {
  const { checkpoint, keys } = await house.newest(auditor);
  return house.verify((await house.takeOut(auditor)).body, { notes: notes ?? [checkpoint?.note ?? ''], keys: keys.map(({ key }) => key) });
};
const entries = () => log.bare.rows(log.organizationId, `select 1 from audit_entries where organization_id = '${log.organizationId}' and target_noun = 'site'`);

describe('how long the log is kept', () => {
  it('is for good until an owner says otherwise', async () => {
    expect(await read()).toEqual({ months: null, trimmed: 0, trimmedAt: null });
    await fill();
    await house.trim(log);
    expect(await entries()).toHaveLength(40);
  });

  it('is said by an owner, stands in the log, and is taken back', async () => {
    expect((await set(12)).json()).toMatchObject({ months: 12 });
    expect((await set(null)).json()).toMatchObject({ months: null });
    expect(
      await log.bare.rows(log.organizationId, `select action, facts from audit_entries where organization_id = '${log.organizationId}' order by id`),
    ).toEqual([
      { action: 'audit-retention.set', facts: { fromMonths: null, toMonths: 12 } },
      { action: 'audit-retention.set', facts: { fromMonths: 12, toMonths: null } },
    ]);
  });

  it('is said once, however often it arrives', async () => {
    const key = newId();
    await set(12, owner, key);
    await set(12, owner, key);
    expect(await log.bare.rows(log.organizationId, `select 1 from audit_entries where organization_id = '${log.organizationId}'`)).toHaveLength(1);
  });

  it('is said only by somebody who proved not long ago that it is them', async () => {
    const before = { ...owner, accountId: `${owner.accountId}.old` };
    const refused = await set(12, before);
    expect([refused.statusCode, refused.json()]).toEqual([403, expect.objectContaining({ code: 'reauthentication_required' })]);
    expect(await read()).toMatchObject({ months: null });
  });

  it.each([11, 0, -1, 241, 12.5, 'a year'])('is never %s months', async (months) => {
    expect((await set(months)).statusCode).toBe(422);
  });

  it.each(['auditor', 'privacy-officer', 'user-administrator'] as const)('is not for the role %s to say', async (role) => {
    expect((await set(12, house.member(log, role))).statusCode).toBe(404);
  });
});

describe('trimming', () => {
  beforeEach(fill);

  it('takes what is older, from the beginning on, says so in the log, and leaves places and hashes', async () => {
    await set(12);
    await house.trim(log);
    expect(await entries()).toHaveLength(30);
    expect(await read()).toEqual({ months: 12, trimmed: 10, trimmedAt: '2026-03-02T09:00:00.000Z' });
    const [told] = await log.bare.rows(
      log.organizationId,
      `select facts from audit_entries where action = 'audit-log.trimmed' and organization_id = '${log.organizationId}'`,
    );
    expect(told).toEqual({ facts: { size: 10, entries: 10, months: 12 } });
    await house.trim(log);
    expect(await entries()).toHaveLength(30);
  });

  it('goes on as time does', async () => {
    await set(12);
    await house.trim(log);
    house.logs.bare.time.set('2026-08-02T09:00:00Z');
    await house.trim(log);
    expect(await read()).toMatchObject({ trimmed: 20 });
  });

  it('goes by the clock of the database, so that nobody hurries it', async () => {
    await set(12);
    house.logs.bare.time.set('2036-08-02T09:00:00Z');
    await house.trim(log);
    expect((await read()).trimmed).toBeLessThan(40);
  });

  it('stops before the first entry that has to be kept, though older ones were sealed behind it', async () => {
    house.logs.bare.time.set('2025-03-01T09:00:00Z');
    await log.write('old, and committed late');
    await log.seal();
    house.logs.bare.time.set('2026-03-02T09:00:00Z');
    await set(12);
    await house.trim(log);
    expect(await entries()).toHaveLength(31);
  });

  it('leaves what is not sealed yet', async () => {
    const other = house.logs.neighbour();
    house.logs.bare.time.set('2025-03-01T09:00:00Z');
    await other.write('old');
    house.logs.bare.time.set('2026-03-02T09:00:00Z');
    await set(12, house.member(other, 'owner'));
    await house.trim(other);
    expect(
      await other.bare.rows(other.organizationId, `select 1 from audit_entries where target_id = 'old' and organization_id = '${other.organizationId}'`),
    ).toHaveLength(1);
  });

  it('leaves a log that fits what was kept of it, and the checking program says what was trimmed', async () => {
    const { checkpoint } = await house.newest(auditor);
    await set(12);
    await house.trim(log);
    expect(await verify([checkpoint?.note ?? ''])).toMatchObject({
      code: 1,
      text: expect.stringContaining('the trim is not sealed yet. Take the log out again'),
    });
    await log.seal();
    expect(await verify([checkpoint?.note ?? ''])).toEqual({
      code: 0,
      text: expect.stringMatching(
        /covers 40 of 43 entries\.\nTrimmed, as an entry of the log says: places 0 to 9\. Their entries are gone; their hashes fit\./,
      ),
    });
    expect(await verify()).toMatchObject({ code: 0, text: expect.stringContaining('places 0 to 9') });
  });

  it('lets an entry that was trimmed be proved by its checkpoint', async () => {
    const [first] = await log.sealed();
    await set(12);
    await house.trim(log);
    const proof = (await house.ask(auditor, `audit-entries/${first?.id}/inclusion`)).json<InclusionProof>();
    expect(rootByInclusion(proof)).toBe((await house.newest(auditor)).checkpoint?.root);
  });

  it.each<[string, () => string, string]>([
    [
      'takes one entry more',
      () => `delete from audit_entries where organization_id = '${log.organizationId}' and target_id = '2025-08 3'`,
      'Place 13: The entry at this place is gone.',
    ],
    [
      'changes the hash of one that is gone',
      () => `update audit_leaves set hash = sha256('x') where organization_id = '${log.organizationId}' and position = 4`,
      'Places 0 to 9: One of the entries here is not the one that was sealed',
    ],
    [
      'takes away what tells of the trim',
      () => `delete from audit_entries where organization_id = '${log.organizationId}' and action = 'audit-log.trimmed'`,
      'Place 0: The entry at this place is gone.',
    ],
  ])('hides nobody who %s', async (_, act, told) => {
    const { checkpoint } = await house.newest(auditor);
    await set(12);
    await house.trim(log);
    await log.seal();
    await log.asOwner(act());
    expect(await verify([checkpoint?.note ?? ''])).toMatchObject({ code: 1, text: expect.stringContaining(told) });
  });

  it('stops before an entry that is gone already, so that its place goes on showing', async () => {
    await log.asOwner(`delete from audit_entries where organization_id = '${log.organizationId}' and target_id = '2025-03 3'`);
    await set(12);
    await house.trim(log);
    await log.seal();
    expect(await read()).toMatchObject({ trimmed: 3 });
    expect(await verify()).toMatchObject({ code: 1, text: expect.stringContaining('Place 3: The entry at this place is gone.') });
  });

  it('cannot be done by the server otherwise', async () => {
    for (const act of ['delete from audit_entries', 'delete from audit_sealed', `insert into audit_trims values ('${log.organizationId}', 40, now())`])
      await expect(log.open((tx) => tx.query(act))).rejects.toThrow(/permission denied/);
  });
});

it('a month in which nothing is left is taken away, and no other', async () => {
  const parts = async () =>
    (
      await log.bare.rows<{ name: string }>(
        log.organizationId,
        `select relname as name from pg_class where relname ~ '^audit_sealed_[0-9]{6}$' and relkind = 'r'`,
      )
    ).map(({ name }) => name);
  const mend = () => log.bare.database.global((tx) => Promise.all([tx.query('select prepare_audit_months()'), tx.query('select drop_empty_audit_months()')]));
  await fill();
  await mend();
  expect(await parts()).toEqual(expect.arrayContaining(['audit_sealed_202503', 'audit_sealed_202508', 'audit_sealed_202603']));
  await log.asOwner(`delete from audit_sealed where id < (select min(id::text) from audit_sealed where target_id like '2025-08%')::uuid`);
  await mend();
  expect(await parts()).not.toContain('audit_sealed_202503');
  expect(await parts()).toContain('audit_sealed_202508');
});
