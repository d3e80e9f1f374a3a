import { INVALIDATION_CHANNEL } from '@smartpar/access/api';
import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { KeepRoles } from '@smartpar/members/api';
import { takeMails } from '../members/members-house';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { breaking, hasPhone, looksAt, triesToLook } from './need-to-know-house';
import { reports, says, startHouse, timeIsKept } from './violations-house';

const NOT_FOUND = { status: 404, body: { code: 'not_found' } };

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let second: Person;
let helpdesk: Person;
let member: Person;

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  organizationId = await house.organization();
  owner = await house.person(organizationId, 'owner');
  [officer, second] = [await house.person(organizationId, 'privacy-officer'), await house.person(organizationId, 'privacy-officer')];
  [helpdesk, member] = [await house.person(organizationId, 'helpdesk'), await house.person(organizationId)];
  await hasPhone(house, member, '+49 30 1234567');
  await takeMails(house);
  await house.database.global((tx) => tx.query('delete from due_work'));
});

const reported = async (by = officer, whom = helpdesk): Promise<string> => (await reports(by, whom)).body.id;
/** Whether somebody still acts on others' data: their abilities, the page of a member, a look. */
const seesOthers = async (who: Person): Promise<boolean[]> => [
  (await who.get('/abilities')).body.roles.length > 0,
  (await triesToLook(who, member.is.memberId)).status === 201,
];
const [SEES, KEPT_AWAY] = [
  [true, true],
  [false, false],
];

describe('a report', () => {
  it('keeps somebody from others’ data at once, and from nothing that is their own', async () => {
    await looksAt(helpdesk, member.is.memberId);
    expect(await seesOthers(helpdesk)).toEqual(SEES);
    expect((await reports(officer, helpdesk)).status).toBe(201);
    expect(await seesOthers(helpdesk)).toEqual(KEPT_AWAY);
    expect([(await helpdesk.get('/my/ledger')).status, (await helpdesk.get('/undertaking')).status]).toEqual([200, 200]);
  });

  it('keeps from a look that is asked for again what it showed before', async () => {
    const key = 'one-and-the-same-key-0017';
    await looksAt(helpdesk, member.is.memberId, { key });
    await reports(officer, helpdesk);
    expect(await triesToLook(helpdesk, member.is.memberId, { key })).toMatchObject(NOT_FOUND);
  });

  it('touches no other people', async () => {
    const other = await house.person(organizationId, 'helpdesk');
    await looksAt(other, member.is.memberId);
    await reports(officer, helpdesk);
    expect(await seesOthers(other)).toEqual(SEES);
  });

  it('touches nothing of the same person in another organization, where they stay signed in', async () => {
    const there = await house.person(await house.organization(), 'helpdesk');
    await house.rows(organizationId, 'update members set account_id = $3 where organization_id = $1 and id = $2', [
      organizationId,
      helpdesk.is.memberId,
      there.is.accountId,
    ]);
    await reports(officer, helpdesk);
    const roles = async (who: Person) => (await who.get('/abilities')).body.roles;
    expect([await roles(there.at(organizationId)), await roles(there)]).toEqual([[], ['helpdesk']]);
  });

  it('is told to every process, which forgets what it knew of them', async () => {
    const heard: string[] = [];
    const listening = await house.database.listen(
      INVALIDATION_CHANNEL,
      (payload) => heard.push(payload),
      () => undefined,
    );
    const id = await reported();
    await says(owner, id, 'lift');
    await says(second, id, 'lift');
    while (heard.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    await listening.stop();
    expect(heard).toEqual([`account:${helpdesk.is.accountId}`, `account:${helpdesk.is.accountId}`]);
  });

  it('opens a case with what happened and the looks it cites', async () => {
    const look = (await looksAt(helpdesk, member.is.memberId)).body.revealId;
    const { body } = await reports(officer, helpdesk, { entryIds: [look] });
    expect(body).toMatchObject({
      memberNumber: `M-${helpdesk.is.number}`,
      state: 'running',
      reportedAt: '2026-03-02T09:00:00.000Z',
      lapsesAt: '2026-03-05T09:00:00.000Z',
      reportedBy: { memberNumber: `M-${officer.is.number}`, self: true },
      words: 'Looked at a neighbour without a task.',
      evidence: [{ id: look, memberNumber: `M-${member.is.number}`, purpose: 'support' }],
      opinions: [],
      may: { lift: false, confirm: false },
    });
  });

  it('may name a look alone, and finds who made it', async () => {
    const look = (await looksAt(helpdesk, member.is.memberId)).body.revealId;
    const { status, body } = await officer.post('/violations', { entryIds: [look], words: 'This look was not needed.' });
    expect([status, body.memberId]).toEqual([201, helpdesk.is.memberId]);
  });

  it.each<[string, () => Promise<unknown>, object]>([
    ['about oneself', () => reports(officer, officer), { status: 422, body: { code: 'violation.oneself' } }],
    ['about nobody', () => officer.post('/violations', { memberId: newId(), words: 'Whoever that may be.' }), NOT_FOUND],
    ['about the only owner', () => reports(officer, owner), { status: 409, body: { code: 'violation.last_owner' } }],
    ['a second time', async () => [await reports(officer, helpdesk), await reports(owner, helpdesk)][1], { status: 409, body: { code: 'violation.running' } }],
    ['citing what is no look', () => reports(officer, helpdesk, { entryIds: [newId()] }), { status: 422, body: { code: 'violation.evidence_unknown' } }],
    [
      'citing a look of somebody else',
      async () => reports(officer, helpdesk, { entryIds: [(await looksAt(second, member.is.memberId, OFFICIAL)).body.revealId] }),
      { status: 422, body: { code: 'violation.evidence_unknown' } },
    ],
    ['that names neither', () => officer.post('/violations', { words: 'Somebody did something.' }), { status: 422 }],
    ['by the helpdesk', () => reports(helpdesk, officer), NOT_FOUND],
    ['by a member without a role', () => reports(member, helpdesk), NOT_FOUND],
    ['in another organization', async () => reports((await house.person(await house.organization(), 'owner')).at(organizationId), helpdesk), NOT_FOUND],
  ])('%s is refused', async (_, report, expected) => {
    expect(await report()).toMatchObject(expected);
  });

  const OFFICIAL = { purpose: 'security', reason: { template: 'unusual-sign-in' } } as const;

  it('about one of two owners leaves the other, who cannot be reported then', async () => {
    const other = await house.person(organizationId, 'owner');
    await reports(officer, other);
    expect(await reports(officer, owner)).toMatchObject({ status: 409, body: { code: 'violation.last_owner' } });
    await expect(house.get(KeepRoles).revoke(systemActor(organizationId, 'spec'), owner.is.memberId, 'owner')).rejects.toMatchObject({
      code: 'member.last_owner',
    });
  });

  it('of two owners at the same moment about each other keeps one', async () => {
    const other = await house.person(organizationId, 'owner');
    const answers = await Promise.all([reports(officer, owner), reports(second, other)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it('sent twice is one case', async () => {
    const key = 'one-and-the-same-key-0018';
    const [first, again] = [await reports(officer, helpdesk, {}, key), await reports(officer, helpdesk, {}, key)];
    expect(again).toEqual(first);
    expect((await officer.get('/violations')).body.items).toHaveLength(1);
  });

  it('tells the person and those who look into it, and says in no mail what was reported', async () => {
    await reports(officer, helpdesk);
    const mails = await takeMails(house);
    expect(mails.map(({ to, template }) => [template, to]).toSorted()).toEqual(
      [
        ['access.violation-reported', helpdesk.is.email],
        ['access.violation-to-decide', owner.is.email],
        ['access.violation-to-decide', second.is.email],
      ].toSorted(),
    );
    expect(JSON.stringify(mails)).not.toContain('neighbour');
  });

  it('is in the log without its words', async () => {
    await reports(officer, helpdesk);
    const [entry] = await house.rows<{ facts: object }>(
      organizationId,
      `select facts from audit_entries where organization_id = $1 and action = 'violation.reported'`,
      [organizationId],
    );
    expect(entry?.facts).toEqual({ memberId: helpdesk.is.memberId, evidence: '', words: expect.stringMatching(/^[\w-]{43}$/) });
  });

  it.each(['violations', 'audit_entries', 'due_work', 'mail_outbox'])('that cannot be written to %s stops nobody', async (table) => {
    await looksAt(helpdesk, member.is.memberId);
    await breaking(house, table, async () => expect((await reports(officer, helpdesk)).status).toBe(500));
    expect(await seesOthers(helpdesk)).toEqual(SEES);
  });
});

describe('a look while somebody is reported', () => {
  it('either was there before the report or shows nothing', async () => {
    await looksAt(helpdesk, member.is.memberId);
    const [report, ...looks] = await Promise.all([reports(officer, helpdesk), ...Array.from({ length: 8 }, () => triesToLook(helpdesk, member.is.memberId))]);
    expect(report.status).toBe(201);
    expect(looks.every(({ status }) => [201, 404].includes(status))).toBe(true);
    expect(await seesOthers(helpdesk)).toEqual(KEPT_AWAY);
  });
});

describe('a decision', () => {
  it('to lift is made by two who did not report it, and gives everything back', async () => {
    await looksAt(helpdesk, member.is.memberId);
    const id = await reported();
    expect((await says(owner, id, 'lift')).body).toMatchObject({ state: 'running', opinions: [{ self: true, outcome: 'lift', round: 1 }] });
    expect(await seesOthers(helpdesk)).toEqual(KEPT_AWAY);
    await takeMails(house);
    expect((await says(second, id, 'lift')).body).toMatchObject({ state: 'lifted', decidedAt: '2026-03-02T09:00:00.000Z' });
    expect(await seesOthers(helpdesk)).toEqual(SEES);
    expect((await takeMails(house)).map(({ template, to }) => [template, to])).toEqual([['access.violation-lifted', helpdesk.is.email]]);
  });

  it('to confirm keeps them away, until two lift it after all', async () => {
    const id = await reported();
    await says(owner, id, 'confirm');
    expect((await says(second, id, 'confirm')).body.state).toBe('confirmed');
    house.time.advance({ days: 40 });
    expect((await seesOthers(helpdesk))[0]).toBe(false);
    expect(await says(owner, id, 'confirm')).toMatchObject({ status: 409, body: { code: 'violation.settled' } });
    expect((await says(owner, id, 'lift')).body.state).toBe('confirmed');
    expect((await says(second, id, 'lift')).body).toMatchObject({ state: 'lifted', opinions: [{ round: 1 }, { round: 1 }, { round: 2 }, { round: 2 }] });
    expect((await seesOthers(helpdesk))[0]).toBe(true);
  });

  it('needs a third where two disagree', async () => {
    const third = await house.person(organizationId, 'privacy-officer');
    const id = await reported();
    await says(owner, id, 'lift');
    expect((await says(second, id, 'confirm')).body.state).toBe('running');
    expect((await says(third, id, 'lift')).body.state).toBe('lifted');
  });

  it('is not made by one person twice', async () => {
    const id = await reported();
    await says(owner, id, 'lift');
    expect(await says(owner, id, 'lift')).toMatchObject({ status: 409, body: { code: 'violation.opinion_given' } });
  });

  it('is not made by two at the same moment into two', async () => {
    const id = await reported();
    const answers = await Promise.all([says(owner, id, 'lift'), says(second, id, 'lift')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await house.log(organizationId)).filter((action) => action === 'violation.lifted')).toHaveLength(1);
  });

  it('is not made by whoever reported it', async () => {
    expect(await says(officer, await reported(), 'lift')).toMatchObject({ status: 409, body: { code: 'violation.not_yours_to_decide' } });
  });

  it('is not made by whoever became responsible only afterwards', async () => {
    const id = await reported();
    house.time.advance({ minutes: 1 });
    const late = await house.person(organizationId, 'privacy-officer');
    expect(await says(late, id, 'lift')).toMatchObject({ status: 409, body: { code: 'violation.not_yours_to_decide' } });
  });

  it('is neither made nor read by the one it is about', async () => {
    const id = await reported(officer, second);
    expect([await says(second, id, 'lift'), await second.get(`/violations/${id}`)]).toMatchObject([NOT_FOUND, NOT_FOUND]);
    await says(owner, id, 'lift');
    const third = await house.person(organizationId, 'privacy-officer');
    house.time.advance({ days: 4 });
    expect((await second.get('/violations')).body.items).toEqual([]);
    expect((await second.get(`/violations/${id}`)).status).toBe(404);
    expect((await third.get(`/violations/${id}`)).status).toBe(200);
  });

  it('comes too late after it lapsed', async () => {
    const id = await reported();
    house.time.advance({ days: 3 });
    expect(await says(owner, id, 'confirm')).toMatchObject({ status: 409, body: { code: 'violation.settled' } });
  });
});

describe('silence', () => {
  it('ends it after three days, whether or not anybody notices', async () => {
    await looksAt(helpdesk, member.is.memberId);
    await reported();
    house.time.advance({ hours: 71, minutes: 59 });
    expect(await seesOthers(helpdesk)).toEqual(KEPT_AWAY);
    house.time.advance({ minutes: 1 });
    expect(await seesOthers(helpdesk)).toEqual(SEES);
    expect((await officer.get('/violations')).body.items).toMatchObject([{ state: 'lapsed', decidedAt: null }]);
  });

  it('is told to the person and to whoever reported it, once', async () => {
    const id = await reported();
    await takeMails(house);
    house.time.advance({ days: 3 });
    await timeIsKept(house);
    await timeIsKept(house);
    expect((await takeMails(house)).map(({ template, to }) => [template, to])).toEqual([
      ['access.violation-lapsed', helpdesk.is.email],
      ['access.violation-unheard', officer.is.email],
    ]);
    expect((await house.log(organizationId)).filter((action) => action === 'violation.lapsed')).toHaveLength(1);
    expect((await officer.get(`/violations/${id}`)).body.state).toBe('lapsed');
  });

  it('counts anew once somebody else has looked into it and confirms, and not when they would lift', async () => {
    const [one, other] = [await reported(), await reported(officer, await house.person(organizationId, 'helpdesk'))];
    house.time.advance({ days: 2 });
    expect((await says(owner, one, 'confirm')).body.lapsesAt).toBe('2026-03-07T09:00:00.000Z');
    expect((await says(owner, other, 'lift')).body.lapsesAt).toBe('2026-03-05T09:00:00.000Z');
    house.time.advance({ days: 2 });
    await timeIsKept(house);
    expect((await officer.get('/violations')).body.items.map(({ state }: { state: string }) => state).toSorted()).toEqual(['lapsed', 'running']);
  });

  it('lets them be reported again', async () => {
    await reported();
    house.time.advance({ days: 3 });
    expect((await reports(officer, helpdesk)).status).toBe(201);
  });

  it('is told, once, even where they are reported again before anybody noticed', async () => {
    const id = await reported();
    await takeMails(house);
    house.time.advance({ days: 3 });
    await reports(owner, helpdesk);
    await timeIsKept(house);
    const told = (await takeMails(house)).map(({ template, to }) => [template, to]);
    expect(told.slice(0, 2)).toEqual([
      ['access.violation-lapsed', helpdesk.is.email],
      ['access.violation-unheard', officer.is.email],
    ]);
    expect(told.filter(([template]) => template === 'access.violation-lapsed')).toHaveLength(1);
    expect((await house.log(organizationId)).filter((action) => action.startsWith('violation'))).toEqual([
      'violation.reported',
      'violation.lapsed',
      'violation.reported',
    ]);
    expect((await officer.get(`/violations/${id}`)).body.state).toBe('lapsed');
  });
});

describe('what happens to a case at once', () => {
  it('comes one after the other: reports, opinions and what time does never wait in a circle', async () => {
    for (let n = 0; n < 5; n += 1) {
      const id = await reported();
      house.time.advance({ hours: 72 });
      const answers = await Promise.all([timeIsKept(house), reports(officer, helpdesk), reports(owner, helpdesk), says(second, id, 'lift')]);
      expect(answers.map((answer) => answer?.status).toSorted()).toEqual([201, 409, 409, undefined]);
      const running = (await owner.get('/violations')).body.items.find(({ state }: { state: string }) => state === 'running');
      house.time.advance({ hours: 72 });
      await timeIsKept(house);
      expect((await owner.get(`/violations/${running.id}`)).body.state).toBe('lapsed');
    }
  });

  it('does not keep two who report each other waiting for each other', async () => {
    for (let n = 0; n < 3; n += 1) {
      const answers = await Promise.all([reports(owner, officer), reports(officer, owner)]);
      expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
      expect(answers.map(({ status }) => status)).not.toContain(500);
      house.time.advance({ hours: 72 });
      await timeIsKept(house);
    }
  });
});

describe('whoever is reported', () => {
  it('reads that they are kept away, since when and until when, and not what was reported', async () => {
    expect((await helpdesk.get('/my/suspension')).body).toEqual({ state: 'none', since: null, lapsesAt: null });
    const id = await reported();
    expect((await helpdesk.get('/my/suspension')).body).toEqual({ state: 'running', since: '2026-03-02T09:00:00.000Z', lapsesAt: '2026-03-05T09:00:00.000Z' });
    await says(owner, id, 'confirm');
    await says(second, id, 'confirm');
    expect((await helpdesk.get('/my/suspension')).body).toMatchObject({ state: 'confirmed', lapsesAt: null });
  });

  it('is the only one who reads their own: others read theirs', async () => {
    await reported();
    expect((await member.get('/my/suspension')).body.state).toBe('none');
  });
});

describe('what somebody looked at', () => {
  it('is read by those who may report, newest first', async () => {
    await looksAt(helpdesk, member.is.memberId);
    house.time.advance({ hours: 1 });
    await looksAt(helpdesk, owner.is.memberId);
    const { items } = (await officer.get(`/members/${helpdesk.is.memberId}/looks`)).body;
    expect(items.map(({ memberNumber }: { memberNumber: string }) => memberNumber)).toEqual([`M-${owner.is.number}`, `M-${member.is.number}`]);
    expect((await helpdesk.get(`/members/${officer.is.memberId}/looks`)).status).toBe(404);
  });
});
