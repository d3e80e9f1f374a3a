import { createHash } from 'node:crypto';
import type { MemberActor } from '@smartpar/access/model';
import { canonicalBytes } from '@smartpar/audit/model';
import { Temporal } from '@smartpar/kernel';
import { KeyRing } from '@smartpar/platform/http';
import { ReadingHouse, type Said } from './reading-house';
import type { SealedRow, SealingHouse } from './sealing-house';

let house: ReadingHouse;
let log: SealingHouse;
let auditor: MemberActor;
let sealed: readonly SealedRow[];
let kept: string;
let keys: readonly string[];

beforeAll(async () => void (house = await ReadingHouse.start()));
afterAll(() => house.stop());

/** Forty entries under three checkpoints; the last one is kept where nobody who reaches the database reaches it. */
beforeEach(async () => {
  log = house.logs.neighbour();
  auditor = house.auditor(log);
  for (const count of [10, 15, 15]) {
    await log.write(...Array.from({ length: count }, (_, n) => `${count}-${n}`));
    await log.seal();
  }
  sealed = await log.sealed();
  const { checkpoint, ...more } = await house.newest(auditor);
  kept = checkpoint?.note ?? '';
  keys = more.keys.map(({ key }) => key);
});

const verify = async (notes = [kept]): Promise<Said> => house.verify((await house.takeOut(auditor)).body, { notes, keys });

const mine = () => `organization_id = '${log.organizationId}'`;
const entryAt = (position: number) => `${mine()} and id = '${sealed[position]?.id}'`;
const leafAt = (position: number) => `${mine()} and position = ${position}`;

/** The hash of an entry of this log as its canonical bytes give it, as somebody would compute it who knows the form. */
const hashOf = ({ id, target }: Pick<SealedRow, 'id' | 'target'>, action: string): string => {
  const entry = { id, organizationId: log.organizationId, at: Temporal.Instant.from('2026-03-02T09:00:00Z'), facts: { rooms: 3 } };
  const bytes = canonicalBytes({ ...entry, actor: { kind: 'system', id: 'spec', roles: [] }, action, target: { noun: 'site', id: target } });
  return createHash('sha256').update('\0').update(bytes).digest('hex');
};

const rowAt = (position: number): SealedRow => sealed[position] ?? { position, id: '', target: '' };

/** Changes an entry and everything beside it that is made of it, as somebody would who knows how it is kept. */
const thoroughly = (position: number) => `
  update audit_entries set action = 'site.closed' where ${entryAt(position)};
  update audit_leaves set hash = '\\x${hashOf(rowAt(position), 'site.closed')}' where ${leafAt(position)}`;

const FORGED = '0193a5d0-7a3b-7c00-8000-000000000bad';

/** Puts a copy of an entry in, as if it had been sealed. */
const copied = (position: number, at = 'at') => `
  insert into audit_entries select organization_id, '${FORGED}', ${at}, xact_id, actor_kind, actor_id, actor_roles, action, target_noun, target_id, facts, null, true
  from audit_entries where ${entryAt(position)}`;

/** Moves everything from one place on by some places. */
const shifted = (from: number, by: number) => `
  update audit_leaves set position = position + 1000 where ${mine()} and position >= ${from};
  update audit_leaves set position = position - 1000 + ${by} where ${mine()} and position >= 1000`;

const THOROUGH = 'Places 10 to 24: One of the entries here is not the one that was sealed, and its hash was changed with it.';

describe('somebody who reaches the database past the server', () => {
  it('has changed nothing yet: the log fits', async () => {
    expect(await verify()).toMatchObject({ code: 0, text: expect.stringContaining('covers 40 of 40 entries') });
  });

  it.each<[string, () => string, () => string]>([
    ['changes what was done', () => `update audit_entries set action = 'site.closed' where ${entryAt(17)}`, () => named(17)],
    ['changes by whom', () => `update audit_entries set actor_id = 'nobody' where ${entryAt(0)}`, () => named(0)],
    ['changes when', () => `update audit_entries set at = at + interval '1 millisecond' where ${entryAt(39)}`, () => named(39)],
    ['changes a fact', () => `update audit_entries set facts = '{"rooms":4}' where ${entryAt(17)}`, () => named(17)],
    ['adds a fact', () => `update audit_entries set facts = facts || '{"floor":4}' where ${entryAt(17)}`, () => named(17)],
    ['changes an entry and its hash', () => thoroughly(17), () => THOROUGH],
    ['changes the hash alone', () => `update audit_leaves set hash = sha256('x') where ${leafAt(17)}; ${thoroughly(20)}`, () => named(17)],
    ['removes an entry', () => `delete from audit_entries where ${entryAt(17)}`, () => 'Place 17: The entry at this place is gone.'],
    [
      'removes an entry and its place',
      () => `delete from audit_entries where ${entryAt(17)}; delete from audit_leaves where ${leafAt(17)}`,
      () => 'Place 17: The entry at this place is gone: place 18 follows.',
    ],
    [
      'removes an entry and closes the gap',
      () => `delete from audit_entries where ${entryAt(17)}; delete from audit_leaves where ${leafAt(17)}; ${shifted(18, -1)}`,
      () => THOROUGH,
    ],
    [
      'puts an entry in between',
      () => `${shifted(17, 1)}; ${copied(16)};
        insert into audit_leaves values ('${log.organizationId}', 17, '${FORGED}', '\\x${hashOf({ ...rowAt(16), id: FORGED }, 'site.opened')}')`,
      () => THOROUGH,
    ],
    [
      'puts an entry in between with a hash that is none of it',
      () => `${shifted(17, 1)}; ${copied(16)}; insert into audit_leaves values ('${log.organizationId}', 17, '${FORGED}', sha256('x'))`,
      () => `Place 17, entry ${FORGED}: The entry is not the one that was sealed.`,
    ],
    [
      'puts an entry at the end and seals it by hand',
      () => `${copied(39)}; insert into audit_leaves values ('${log.organizationId}', 40, '${FORGED}', sha256('x'));
        update audit_checkpoints set size = 41 where ${mine()} and size = 40`,
      () => `Place 40, entry ${FORGED}: The entry is not the one that was sealed.`,
    ],
    [
      'changes two entries about',
      () =>
        `update audit_leaves set position = 1000 where ${leafAt(17)}; update audit_leaves set position = 17 where ${leafAt(18)}; update audit_leaves set position = 18 where ${leafAt(1000)}`,
      () => THOROUGH,
    ],
    [
      'cuts the end off',
      () => `delete from audit_leaves where ${mine()} and position >= 25; delete from audit_entries where ${mine()} and id = any('{${sealed.slice(25).map(({ id }) => id)}}');
        delete from audit_checkpoints where ${mine()} and size > 25`,
      () => 'Place 25: The log ends here, and the checkpoint covers 40 entries.',
    ],
    [
      'empties it all',
      () => ['entries', 'leaves', 'nodes', 'checkpoints'].map((table) => `delete from audit_${table} where ${mine()}`).join(';'),
      () => 'Place 0: The log ends here, and the checkpoint covers 40 entries.',
    ],
    [
      'takes the signatures of the later checkpoints away with a change',
      () => `${thoroughly(17)}; delete from audit_checkpoints where ${mine()} and size = 25`,
      () => 'Places 10 to 39: One of the entries here',
    ],
    [
      'puts false checkpoints beside a change',
      () => `${thoroughly(17)}; update audit_checkpoints set note = replace(note, 'smartpar', 'smartqar') where ${mine()}`,
      () => 'Places 0 to 39: One of the entries here',
    ],
  ])('is found out: %s', async (_, act, told) => {
    await log.asOwner(act());
    const said = await verify();
    expect(said).toEqual({ code: 1, text: expect.stringContaining(`The log does not fit. ${told()}`) });
  });

  it('is found out though the server itself seals and signs everything again: what was kept outside says otherwise', async () => {
    await log.asOwner(`${['leaves', 'nodes', 'checkpoints'].map((table) => `delete from audit_${table} where ${mine()}`).join(';')};
      update audit_entries set action = 'site.closed' where ${entryAt(3)};
      ${sealed.map((row) => `update audit_entries set sealed = false, leaf = '\\x${hashOf(row, row.position === 3 ? 'site.closed' : 'site.opened')}' where ${entryAt(row.position)}`).join(';')}`);
    await log.seal();
    expect(await verify([])).toMatchObject({ code: 0, text: expect.stringContaining('Give a checkpoint you kept elsewhere') });
    expect(await verify()).toMatchObject({ code: 1, text: expect.stringContaining('Places 0 to 39: One of the entries') });
  });

  it('is found out who changes what is kept of an entry before it is sealed', async () => {
    await log.write('one more');
    await log.asOwner(`update audit_unsealed set leaf = sha256('x') where ${mine()}`);
    await log.seal();
    const { checkpoint } = await house.newest(auditor);
    expect(await verify([checkpoint?.note ?? ''])).toMatchObject({ code: 1, text: expect.stringMatching(/Place 40, entry .*not the one that was sealed/) });
  });

  it('cannot put an entry in behind the back of the log without its being told', async () => {
    await log.asOwner(copied(16, "at - interval '1 day'"));
    expect(await verify()).toMatchObject({
      code: 0,
      text: expect.stringMatching(/older than what is sealed, so written late or put in behind the log's back: [0-9a-f-]{36}\./),
    });
  });

  /** How an entry that was changed is named. */
  const named = (position: number) => `Place ${position}, entry ${sealed[position]?.id}: The entry is not the one that was sealed.`;
});

describe('what was kept', () => {
  it('may be several checkpoints, which narrow the place down', async () => {
    const middle = (await house.ask(auditor, 'audit-log/checkpoints')).json<{ items: { note: string }[] }>().items[1]?.note ?? '';
    await log.asOwner(`${thoroughly(30)}; delete from audit_checkpoints where ${mine()} and size < 40`);
    expect(await verify([kept, middle])).toMatchObject({ code: 1, text: expect.stringContaining('Places 25 to 39: One of the entries') });
  });

  it('is of no use where it was changed', async () => {
    expect(await verify([kept.replace('\n40\n', '\n41\n')])).toMatchObject({ code: 2, text: expect.stringContaining('was not signed by the key') });
  });

  it('is of no use for another log', async () => {
    const other = house.logs.neighbour();
    await other.write('x');
    await other.seal();
    const theirs = await house.newest(house.auditor(other));
    const exported = (await house.takeOut(auditor)).body;
    const said = await house.verify(exported, { notes: [theirs.checkpoint?.note ?? ''], keys: theirs.keys.map(({ key }) => key) });
    expect(said).toMatchObject({ code: 1, text: expect.stringContaining('The checkpoint is of another log') });
  });

  it('goes on being checked by the key of then after keys were rotated', async () => {
    await log.write('later');
    await log.calm();
    await log.sealer(KeyRing.parse(KeyRing.generate())).run(log.organizationId);
    expect(await verify()).toMatchObject({ code: 0, text: expect.stringContaining('covers 40 of 41 entries') });
    const { checkpoint, keys: now } = await house.newest(auditor);
    expect(now).toHaveLength(2);
    const exported = (await house.takeOut(auditor)).body;
    expect(await house.verify(exported, { notes: [checkpoint?.note ?? ''], keys: now.map(({ key }) => key) })).toMatchObject({ code: 0 });
  });
});

describe('a file', () => {
  it.each<[string, (text: string) => string, string]>([
    ['whose end is missing', (text) => text.slice(0, -13), 'it was not taken out whole'],
    ['that was cut in the middle', (text) => text.slice(0, text.length / 2), 'The log ends here'],
    ['with a line twice', (text) => text.replace(/(\{"position":17,.*\n)/, '$1$1'), 'Place 17 comes a second time here.'],
    [
      'with lines about',
      (text) => text.replace(/(\{"position":17,.*\n)(\{"position":18,.*\n)/, '$2$1'),
      'Place 17: The entry at this place is gone: place 18 follows.',
    ],
    ['with a blank more in an entry', (text) => text.replace(/("position":17,.*"v":1)/, '$1 '), 'Place 17, entry'],
    ['with something else in it', (text) => text.replace('{"position":17', '{"place":17'), 'Place 17: The line is not one a log is taken out in.'],
    ['that is none', () => 'hello\n', 'The line is not one a log is taken out in.'],
    ['of another form', () => '{"log":"x","version":2,"size":0}\n', 'The file is no log that was taken out as JSON Lines.'],
  ])('%s does not fit', async (_, change, told) => {
    const exported = (await house.takeOut(auditor)).body;
    expect(await house.verify(change(exported), { notes: [kept], keys })).toEqual({ code: 1, text: expect.stringContaining(told) });
  });

  it.each<[string, string, string]>([
    ['no key', '', 'Say which log, and by which key'],
    ['what is no key', 'hello', 'The key is no verifier key of a log.'],
    ['a key that was not copied whole', `x+00000000+${Buffer.concat([Buffer.from([1]), Buffer.alloc(32)]).toString('base64')}`, 'The key was not copied whole'],
  ])('cannot be checked with %s', async (_, key, told) => {
    expect(await house.verify('{}', { notes: [], keys: key === '' ? [] : [key] })).toEqual({ code: 2, text: expect.stringContaining(told) });
  });
});
