import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { AddMembers, ChangeMemberStatus, KeepRoles, MembersWork } from '@smartpar/members/api';
import { PerformDueWork, type WorkKind } from '@smartpar/platform/jobs';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { applied, bring, checked, larkspurIn, READING, work } from './imports-house';
import { membersHouse, takeMails } from './members-house';

let house: House;
let larkspur: string;
let owner: Person;
let administrator: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  ({ larkspur, owner, administrator } = await larkspurIn(house));
});

afterAll(() => house.stop());

const COLUMNS = ['email', 'firstName', 'locale'] as const;
const HEAD = 'E-Mail,Vorname,Sprache\r\n';

/** A file of so many new people. */
const people = (count: number, from = 0): string =>
  HEAD + Array.from({ length: count }, (_, n) => `p${from + n}@otherhill.example,Wren ${n},${n % 2 === 0 ? 'de' : ''}\r\n`).join('');

const reportOf = async (who: Person, importId: string): Promise<{ line: number; outcome: string; member: { id: string; number: number } | null }[]> => {
  const found = [];
  for (let after = ''; ;) {
    const { body } = await who.get(`/member-imports/${importId}/report?size=100${after}`);
    found.push(...body.items);
    if (body.next === null) return found;
    after = `&after=${body.next}`;
  }
};

const apply = (who: Person, { id, check }: Answer['body'], answers: object = {}, key?: string): Promise<Answer> =>
  who.post(`/member-imports/${id}/application`, { check, sendInvitations: false, leaveOutFaulty: true, ...answers }, key);

const kept = async (importId: string): Promise<Record<string, number>> => {
  const [counts] = await house.rows<Record<string, number>>(
    larkspur,
    `select (select count(*) from member_import_chunks where organization_id = $1 and import_id = $2)::integer as chunks,
            (select count(*) from member_import_lines where organization_id = $1 and import_id = $2)::integer as lines,
            (select count(*) from due_work where subject_id = $2)::integer as plans`,
    [larkspur, importId],
  );
  return counts ?? {};
};

describe('an import that is applied', () => {
  it('with invitations mails each new member in their language, and nobody who was there', async () => {
    await house.get(AddMembers).run(larkspur, [{ email: 'p0@otherhill.example', firstName: 'Else', locale: 'en', status: 'invited' }]);
    const done = await applied(house, administrator, await checked(house, administrator, people(4), COLUMNS), { sendInvitations: true });
    expect(done).toMatchObject({ state: 'applied', sendInvitations: true, result: { added: 3, changed: 1 } });
    const mails = await takeMails(house);
    expect(mails.map(({ to, locale, template }) => [to, locale, template])).toEqual([
      ['p1@otherhill.example', 'en', 'members.invitation'],
      ['p2@otherhill.example', 'de', 'members.invitation'],
      ['p3@otherhill.example', 'en', 'members.invitation'],
    ]);
    const [, second] = await reportOf(administrator, done.id);
    expect(mails[0]?.facts).toMatchObject({ memberId: second?.member?.id, organization: 'Larkspur', days: 7 });
    expect((await owner.get(`/members/${second?.member?.id}`)).body.invitation).toMatchObject({ state: 'waiting' });
  });

  it('without invitations mails nobody; each can be invited later', async () => {
    const done = await applied(house, administrator, await checked(house, administrator, people(1), COLUMNS));
    expect(await takeMails(house)).toEqual([]);
    const [first] = await reportOf(administrator, done.id);
    expect((await administrator.post(`/members/${first?.member?.id}/invitation`)).status).toBe(200);
    expect(await takeMails(house)).toMatchObject([{ to: 'p0@otherhill.example' }]);
  });

  it('asks both questions, and assumes no answer', async () => {
    const found = await checked(house, administrator, people(1), COLUMNS);
    for (const question of ['sendInvitations', 'leaveOutFaulty', 'check']) {
      expect(await apply(administrator, found, { [question]: undefined })).toMatchObject({ status: 422, body: { errors: [{ field: question }] } });
    }
  });

  it('is refused while lines are faulty, unless it is said that they are left out', async () => {
    const found = await checked(house, administrator, `${people(2)}nobody,No,\r\n`, COLUMNS);
    expect(await apply(administrator, found, { leaveOutFaulty: false })).toMatchObject({ status: 409, body: { code: 'member-import.has_faults' } });
    expect((await applied(house, administrator, found)).result).toEqual({ added: 2, changed: 0, written: 0, unchanged: 0, leftOut: 1 });
  });

  it('has one entry in the log, by whoever decided it, and one line for each member in its report', async () => {
    const done = await applied(house, administrator, await checked(house, administrator, people(3), COLUMNS));
    const entries = await house.rows(
      larkspur,
      `select action, actor_id, target_id, facts from audit_entries where organization_id = $1 and action like 'member-import.%'`,
      [larkspur],
    );
    expect(entries).toEqual([
      {
        action: 'member-import.applied',
        actor_id: administrator.is.memberId,
        target_id: done.id,
        facts: { added: 3, changed: 0, existing: 0, leftOut: 0, invitations: false },
      },
    ]);
    expect(await house.log(larkspur)).not.toContain('member.added.p0');
    expect((await reportOf(owner, done.id)).map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'added'],
      [3, 'added'],
      [4, 'added'],
    ]);
  });

  it('leaves nothing of the file behind', async () => {
    const found = await checked(house, administrator, people(3), COLUMNS);
    expect(await kept(found.id)).toEqual({ chunks: 1, lines: 3, plans: 1 });
    await applied(house, administrator, found);
    expect(await kept(found.id)).toEqual({ chunks: 0, lines: 0, plans: 0 });
    expect(await administrator.get(`/member-imports/${found.id}/preview`)).toMatchObject({ status: 409 });
  });

  it('sent twice under one key is applied once; again under another it is refused', async () => {
    const found = await checked(house, administrator, people(2), COLUMNS);
    const key = newId();
    const [one, other] = await Promise.all([apply(administrator, found, {}, key), apply(administrator, found, {}, key)]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(await apply(administrator, found)).toMatchObject({ status: 409, body: { code: 'member-import.state_forbids' } });
    await work(house);
    expect((await administrator.get(`/member-imports/${found.id}`)).body.result.added).toBe(2);
  });
});

describe('an import that is broken off', () => {
  it('at any step goes on where the last kept step ended: no line twice, no number twice or wasted', async () => {
    const found = await checked(house, administrator, people(2500), COLUMNS);
    expect(found.counts).toMatchObject({ lines: 2500, new: 2500 });
    await apply(administrator, found, { sendInvitations: true });
    const steps = await breakingOff();
    // Each step was broken off once after everything was written and before it was kept.
    expect(steps).toEqual({ broken: 3, kept: 3 });
    const { body } = await administrator.get(`/member-imports/${found.id}`);
    expect(body).toMatchObject({ state: 'applied', result: { added: 2500 } });
    const report = await reportOf(administrator, found.id);
    expect(report.map(({ line }) => line)).toEqual(Array.from({ length: 2500 }, (_, n) => n + 2));
    expect(report.map(({ member }) => member?.number)).toEqual(Array.from({ length: 2500 }, (_, n) => administrator.is.number + 1 + n));
    expect(new Set((await takeMails(house)).map(({ to }) => to)).size).toBe(2500);
    const next = await house.person(larkspur);
    expect(next.is.number).toBe(administrator.is.number + 2501);
  });

  it('while it is checked goes on as well, and finds what it would have found', async () => {
    const { body } = await bring(house, administrator, `${people(2500)}p7@otherhill.example,Wren,\r\n`);
    await administrator.post(`/member-imports/${body.id}/check`, { ...READING, columns: COLUMNS });
    await breakingOff();
    expect((await administrator.get(`/member-imports/${body.id}`)).body).toMatchObject({ state: 'checked', counts: { lines: 2501, new: 2500, faulty: 1 } });
    expect((await administrator.get(`/member-imports/${body.id}/faults`)).body.items).toMatchObject([{ line: 2502, code: 'twice', facts: { firstLine: 9 } }]);
  });

  it('shows how far it is', async () => {
    const found = await checked(house, administrator, people(2500), COLUMNS);
    await apply(administrator, found);
    await oneStep();
    expect((await owner.get(`/member-imports/${found.id}`)).body).toMatchObject({
      state: 'applying',
      progress: { done: 1000, total: 2500 },
      result: { added: 1000 },
    });
    await work(house);
  });
});

describe('an import whose importer', () => {
  it.each([
    ['is suspended', () => house.get(ChangeMemberStatus).run(systemActor(larkspur, 'spec'), administrator.is.memberId, 'suspended')],
    ['loses the role', () => house.get(KeepRoles).revoke(systemActor(larkspur, 'spec'), administrator.is.memberId, 'user-administrator')],
  ])('%s in between stops, says how far it got, and keeps nothing of the file', async (_, lose) => {
    const found = await checked(house, administrator, people(1500), COLUMNS);
    await apply(administrator, found);
    await oneStep();
    await lose();
    await work(house);
    expect((await owner.get(`/member-imports/${found.id}`)).body).toMatchObject({ state: 'stopped', result: { added: 1000 } });
    expect(await kept(found.id)).toEqual({ chunks: 0, lines: 0, plans: 0 });
    expect(await house.log(larkspur)).toContain('member-import.stopped');
    expect((await bring(house, owner, people(1))).status).toBe(201);
  });

  it('may not see names any more is not told whether they differ', async () => {
    await house.get(AddMembers).run(larkspur, [{ email: 'p0@otherhill.example', firstName: 'Wren 0', locale: 'de' }]);
    await house.rows(
      larkspur,
      `insert into standing_grants (organization_id, role, category, mode, purposes, changed_at) values ($1, 'user-administrator', 'user.name', 'hidden', '{}', now())`,
      [larkspur],
    );
    expect((await checked(house, administrator, people(1), COLUMNS)).counts).toMatchObject({ existing: 1, unchanged: 0, changed: 0 });
  });
});

describe('between the check and the application', () => {
  it('somebody else may get an address, a member may leave, a site may go: those lines are passed over and named', async () => {
    await house.get(AddMembers).run(larkspur, [{ email: 'p1@otherhill.example', firstName: 'Else', locale: 'en' }]);
    const found = await checked(house, administrator, people(3), COLUMNS);
    expect(found.counts).toMatchObject({ new: 2, changed: 1 });
    const [, left] = await Promise.all([
      house.get(AddMembers).run(larkspur, [{ email: 'P0@otherhill.example', firstName: 'Faster', locale: 'en' }]),
      house.rows<{ id: string }>(larkspur, `select id from members where organization_id = $1 and email_folded = 'p1@otherhill.example'`, [larkspur]),
    ]);
    await house.get(ChangeMemberStatus).run(systemActor(larkspur, 'spec'), left[0]?.id ?? '', 'deactivated');
    const done = await applied(house, administrator, found);
    expect(done.result).toEqual({ added: 1, changed: 0, written: 0, unchanged: 0, leftOut: 2 });
    const [first, second, third] = await reportOf(administrator, found.id);
    expect(first).toEqual({ line: 2, outcome: 'taken-meanwhile', member: null });
    expect(second).toMatchObject({ line: 3, outcome: 'gone-meanwhile' });
    expect(third).toMatchObject({ line: 4, outcome: 'added' });
  });
});

describe('who goes on with an import', () => {
  it('is who brought it: another administrator sees how far it is and may cancel it, and reads no word of the file', async () => {
    const found = await checked(house, administrator, people(1), COLUMNS);
    expect((await owner.get(`/member-imports/${found.id}`)).body).toMatchObject({
      by: { number: administrator.is.number, me: false },
      may: { preview: false, check: false, apply: false, cancel: true },
    });
    expect((await owner.get(`/member-imports/${found.id}/preview`)).status).toBe(404);
    expect((await owner.post(`/member-imports/${found.id}/check`, { ...READING, columns: COLUMNS })).status).toBe(404);
    expect((await apply(owner, found)).status).toBe(404);
    expect((await owner.post(`/member-imports/${found.id}/cancellation`, {})).body).toMatchObject({ state: 'cancelled' });
    const entries = await house.rows(larkspur, `select actor_id from audit_entries where organization_id = $1 and action = 'member-import.cancelled'`, [
      larkspur,
    ]);
    expect(entries).toEqual([{ actor_id: owner.is.memberId }]);
    expect(await kept(found.id)).toEqual({ chunks: 0, lines: 0, plans: 0 });
  });

  it('is nobody of another organization, whose import is as missing as none', async () => {
    const found = await checked(house, administrator, people(1), COLUMNS);
    const stranger = await house.person(await house.organization(), 'owner');
    for (const id of [found.id, newId()]) {
      const answers = [
        await stranger.get(`/member-imports/${id}`),
        await stranger.get(`/member-imports/${id}/preview`),
        await stranger.get(`/member-imports/${id}/faults`),
        await stranger.get(`/member-imports/${id}/report`),
        await stranger.post(`/member-imports/${id}/check`, { ...READING, columns: COLUMNS }),
        await apply(stranger, { id, check: 1 }),
        await stranger.post(`/member-imports/${id}/cancellation`, {}),
      ];
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    }
    expect((await stranger.get('/member-imports')).body.items).toEqual([]);
  });

  it('has a week: then the file is deleted', async () => {
    const { body } = await bring(house, administrator, people(1));
    expect(body.forgottenAt).toBe(
      house.time
        .now()
        .add({ hours: 7 * 24 })
        .toString(),
    );
    house.time.advance({ hours: 7 * 24 + 1 });
    await work(house);
    expect((await administrator.get(`/member-imports/${body.id}`)).body).toMatchObject({ state: 'cancelled', forgottenAt: null });
    expect(await kept(body.id)).toEqual({ chunks: 0, lines: 0, plans: 0 });
  });

  it('sees all of them, newest first', async () => {
    const first = await checked(house, administrator, people(1), COLUMNS);
    await applied(house, administrator, first);
    const { body } = await bring(house, administrator, people(1));
    const list = (await owner.get('/member-imports')).body;
    expect(list.items.map(({ id }: { id: string }) => id)).toEqual([body.id, first.id]);
    expect((await owner.get(`/member-imports?size=1`)).body.next).not.toBeNull();
  });
});

type Perform = WorkKind['perform'];

/** Due work whose steps are done as told. */
const dueWork = (change: (perform: Perform) => Perform, onFailure: (error: unknown) => void): PerformDueWork => {
  const kinds = house.get(MembersWork).kinds();
  return new PerformDueWork(
    house.database,
    house.time,
    kinds.map(({ kind, perform }) => ({ kind, perform: change(perform) })),
    (_, error) => onFailure(error),
  );
};

const rethrow = (error: unknown): never => {
  throw error;
};

/** Breaks off each step once, after it has done everything and before it is kept; then lets it be done again. */
async function breakingOff(): Promise<{ broken: number; kept: number }> {
  const steps = { broken: 0, kept: 0 };
  const due = dueWork(
    (perform) => async (tx, subject) => {
      await perform(tx, subject);
      if (steps.broken === steps.kept) throw new Error('killed');
      steps.kept += 1;
    },
    () => (steps.broken += 1),
  );
  for (let left = 1; left > 0;) {
    await due.run();
    // What was broken off is due again after some minutes.
    left = (await house.owner.query('update due_work set due_at = $1 where kind <> $2', [house.time.now().toString(), 'members.import-forget'])).rowCount ?? 0;
  }
  return steps;
}

/** Does one step of whatever is due, and no more. */
async function oneStep(): Promise<void> {
  const due: PerformDueWork = dueWork(
    (perform) => (tx, subject) => {
      due.stop();
      return perform(tx, subject);
    },
    rethrow,
  );
  await due.run();
}
