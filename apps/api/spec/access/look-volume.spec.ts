import fc from 'fast-check';
import { isUnusual, looksLimit } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { takeMails } from '../members/members-house';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { AGREEMENT, evaluated, evaluationsHouse, looked, rounds, rules } from './evaluations-house';
import { breaking } from './need-to-know-house';

const NOT_FOUND = { status: 404, body: { code: 'not_found' } };
const EXPLAINED = { outcome: 'explained', words: 'A mail run to everybody; asked and seen.' };

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let council: Person;
let helpdesk: Person;

beforeAll(async () => {
  house = await evaluationsHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set('2026-03-10T09:00:00Z');
  organizationId = await house.organization();
  owner = await house.person(organizationId, 'owner');
  officer = await house.person(organizationId, 'privacy-officer');
  council = await house.person(organizationId, 'works-council');
  helpdesk = await house.person(organizationId, 'helpdesk');
  await house.database.global((tx) => tx.query('delete from due_work'));
  await takeMails(house);
});

const compare = () => rounds(house, 'access.plan-look-volume');
/** To whom mails about alerts of this organization go. */
const told = async (): Promise<string[]> =>
  (await takeMails(house))
    .filter(({ template, facts }) => template === 'access.volume-alert' && facts['organizationId'] === organizationId)
    .map(({ to }) => to)
    .toSorted();
const alerts = async (who = officer) => (await who.get('/volume-alerts')).body.items;
const alertOf = async (who = officer): Promise<string> => (await alerts(who))[0].id;
/** As many looks on each of the four weeks before. */
const used = async (times: number): Promise<void> => {
  for (let day = 1; day <= 28; day += 1)
    await looked(
      house,
      helpdesk,
      house.time
        .now()
        .subtract({ hours: 24 * day })
        .toString(),
      times,
    );
};

describe('an unusual number of looks', () => {
  it('is noticed for somebody who never looked before, from one more than is never unusual', async () => {
    await looked(house, helpdesk, '2026-03-10T07:00:00Z', 20);
    await compare();
    expect(await alerts()).toEqual([]);
    await looked(house, helpdesk, '2026-03-10T08:00:00Z', 1);
    await compare();
    expect(await alerts()).toMatchObject([
      { memberId: helpdesk.is.memberId, memberNumber: `M-${helpdesk.is.number}`, day: '2026-03-10', looks: 21, usual: 0, limit: 20, state: 'open' },
    ]);
  });

  it('is measured by the person’s own past', async () => {
    await used(10);
    await looked(house, helpdesk, '2026-03-10T07:00:00Z', 30);
    await compare();
    expect(await alerts()).toEqual([]);
    await looked(house, helpdesk, '2026-03-10T08:00:00Z', 1);
    await compare();
    expect(await alerts()).toMatchObject([{ looks: 31, usual: 10, limit: 30 }]);
  });

  it('is not what somebody else usually does', async () => {
    await used(200);
    const other = await house.person(organizationId, 'helpdesk');
    await looked(house, other, '2026-03-10T07:00:00Z', 21);
    await compare();
    expect(await alerts()).toMatchObject([{ memberNumber: `M-${other.is.number}` }]);
  });

  it('belongs to the day it was where the organization is, and is found after the day is over', async () => {
    await looked(house, helpdesk, '2026-03-10T22:30:00Z', 15);
    await looked(house, helpdesk, '2026-03-10T23:30:00Z', 15);
    house.time.set('2026-03-11T08:00:00Z');
    await compare();
    expect(await alerts()).toEqual([]);
    await looked(house, helpdesk, '2026-03-10T22:00:00Z', 6);
    await compare();
    expect(await alerts()).toMatchObject([{ day: '2026-03-10', looks: 21 }]);
  });

  it('of days in which nothing ran is noticed afterwards', async () => {
    await looked(house, helpdesk, '2026-03-10T07:00:00Z', 1);
    await compare();
    await looked(house, helpdesk, '2026-03-12T07:00:00Z', 25);
    house.time.set('2026-03-14T09:00:00Z');
    await compare();
    expect(await alerts()).toMatchObject([{ day: '2026-03-12', looks: 25 }]);
  });

  it('is told once, however often and by however many processes it is looked for, and says how often it is by now', async () => {
    await looked(house, helpdesk, '2026-03-10T07:00:00Z', 25);
    await Promise.all([compare(), compare()]);
    await looked(house, helpdesk, '2026-03-10T08:00:00Z', 50);
    await compare();
    expect(await alerts()).toMatchObject([{ looks: 75 }]);
    expect(await told()).toEqual([owner, officer].map(({ is }) => is.email).toSorted());
    expect((await house.log(organizationId)).filter((action) => action.startsWith('volume-alert.'))).toEqual(['volume-alert.made', 'volume-alert.recounted']);
  });

  it('is told again on the same day from more than three times what was told last, settled or not', async () => {
    await looked(house, helpdesk, '2026-03-10T06:00:00Z', 21);
    await compare();
    await officer.post(`/volume-alerts/${await alertOf()}/settlement`, EXPLAINED);
    await looked(house, helpdesk, '2026-03-10T07:00:00Z', 42);
    await compare();
    expect(await alerts()).toMatchObject([{ looks: 21, state: 'explained' }]);
    await looked(house, helpdesk, '2026-03-10T08:00:00Z', 1);
    await Promise.all([compare(), compare()]);
    await takeMails(house);
    await looked(house, helpdesk, '2026-03-10T08:30:00Z', 129);
    await compare();
    expect((await alerts()).map(({ looks, state }: { looks: number; state: string }) => [looks, state]).toSorted()).toEqual([
      [193, 'open'],
      [193, 'open'],
      [21, 'explained'],
    ]);
    expect(await told()).toEqual([owner, officer].map(({ is }) => is.email).toSorted());
  });

  it('is noticed after work that was cut off in the middle, and nothing of that is left', async () => {
    await looked(house, helpdesk, '2026-03-10T07:00:00Z', 25);
    await breaking(house, 'mail_outbox', () => expect(compare()).rejects.toThrow());
    expect([await alerts(), await evaluated(council)]).toEqual([[], []]);
    house.time.advance({ minutes: 6 });
    await compare();
    expect(await alerts()).toHaveLength(1);
  });

  it('is not looked for while evaluations are off', async () => {
    await rules(owner);
    await looked(house, helpdesk, '2026-03-10T07:00:00Z', 25);
    await compare();
    expect([await alerts(), await evaluated(council), await told()]).toEqual([[], [], []]);
  });

  it('is looked for until midnight of the agreement’s last day, and not after', async () => {
    await rules(owner, { agreement: { ...AGREEMENT, validUntil: '2026-03-10' } });
    await looked(house, helpdesk, '2026-03-10T22:00:00Z', 25);
    house.time.set('2026-03-10T23:00:00Z');
    await compare();
    expect(await alerts()).toEqual([]);
    await rules(owner, { agreement: { ...AGREEMENT, validUntil: '2026-03-11' } });
    await compare();
    expect(await alerts()).toHaveLength(1);
  });

  it('is made of what was done while evaluations were on, and of nothing else', async () => {
    house.time.set('2026-03-10T07:30:00Z');
    await rules(owner);
    await looked(house, helpdesk, '2026-03-10T08:00:00Z', 100);
    house.time.set('2026-03-10T09:00:00Z');
    await rules(owner, { agreement: AGREEMENT });
    await looked(house, helpdesk, '2026-03-10T07:00:00Z', 10);
    await looked(house, helpdesk, '2026-03-10T09:00:00Z', 10);
    house.time.set('2026-03-11T09:00:00Z');
    await compare();
    expect(await alerts()).toEqual([]);
    await looked(house, helpdesk, '2026-03-10T10:00:00Z', 1);
    await compare();
    expect(await alerts()).toMatchObject([{ day: '2026-03-10', looks: 21 }]);
  });

  it('is measured by no day on which evaluations were off', async () => {
    house.time.set('2026-03-05T22:59:59Z');
    await rules(owner, { agreement: { ...AGREEMENT, concludedOn: '2026-03-07', validUntil: '2026-03-08' } });
    house.time.set('2026-03-10T09:00:00Z');
    await rules(owner, { needed: false, askedBy: null });
    await used(10);
    house.time.set('2026-03-11T09:00:00Z');
    await looked(house, helpdesk, '2026-03-11T08:00:00Z', 31);
    await compare();
    const { body } = await officer.get(`/volume-alerts/${await alertOf()}`);
    expect(body).toMatchObject({ looks: 31, past: Array.from({ length: 24 }, () => 10), usual: 10, limit: 30 });
  });

  it('is nothing of another organization', async () => {
    const elsewhere = await house.organization();
    const there = await house.person(elsewhere, 'privacy-officer');
    await looked(house, helpdesk, '2026-03-10T07:00:00Z', 25);
    await compare();
    const id = await alertOf();
    expect([await alerts(there), await evaluated(await house.person(elsewhere, 'works-council'))]).toEqual([[], []]);
    expect(await there.get(`/volume-alerts/${id}`)).toMatchObject(NOT_FOUND);
    expect(await there.at(organizationId).get(`/volume-alerts/${id}`)).toMatchObject(NOT_FOUND);
  });

  it('agrees with the rule for whatever somebody did in the four weeks before', async () => {
    const cases = fc.sample(fc.tuple(fc.array(fc.nat({ max: 40 }), { minLength: 28, maxLength: 28 }), fc.integer({ min: 15, max: 130 })), {
      numRuns: 8,
      seed: 7,
    });
    for (const [past, looks] of cases) {
      const viewer = await house.person(organizationId, 'helpdesk');
      for (const [index, times] of past.entries())
        await looked(
          house,
          viewer,
          house.time
            .now()
            .subtract({ hours: 24 * (28 - index) })
            .toString(),
          times,
        );
      await looked(house, viewer, '2026-03-10T07:00:00Z', looks);
      await compare();
      const found = (await alerts()).filter(({ memberId, day }: { memberId: string; day: string }) => memberId === viewer.is.memberId && day === '2026-03-10');
      expect(found.map(({ looks: told, limit }: { looks: number; limit: number }) => [told, limit])).toEqual(
        isUnusual(looks, past) ? [[looks, looksLimit(past)]] : [],
      );
    }
  });
});

describe('whoever looks after it', () => {
  beforeEach(async () => {
    await looked(house, helpdesk, '2026-03-10T07:00:00Z', 25);
    await compare();
  });

  it('reads what was noticed, against what, and as which role', async () => {
    const { body } = await officer.get(`/volume-alerts/${await alertOf()}`);
    expect(body).toMatchObject({ looks: 25, roles: ['helpdesk'], past: Array.from({ length: 28 }, () => 0), settled: null, may: { settle: true } });
  });

  it('is written down each time how often somebody looked is read, in the list or on its page, by role', async () => {
    const id = await alertOf();
    await officer.get(`/volume-alerts/${id}`);
    const read = { kind: 'look-volume', by: { system: false, roles: ['privacy-officer'] }, people: 1, findings: 0 };
    expect((await evaluated(council)).slice(0, 2)).toEqual([read, read]);
    expect(await evaluated(council)).toHaveLength(3);
  });

  it('reads nothing of how often while evaluations are off, nothing is written down, and it is settled all the same', async () => {
    const id = await alertOf();
    await rules(owner);
    const before = await evaluated(council);
    const off = { looks: null, usual: null, limit: null };
    expect(await alerts()).toMatchObject([{ id, memberNumber: `M-${helpdesk.is.number}`, ...off }]);
    expect((await officer.get(`/volume-alerts/${id}`)).body).toMatchObject({ ...off, past: null, may: { settle: true } });
    expect((await officer.post(`/volume-alerts/${id}/settlement`, EXPLAINED)).body).toMatchObject({ ...off, past: null, state: 'explained' });
    expect(await evaluated(council)).toEqual(before);
  });

  it('says what came of it, once', async () => {
    const path = `/volume-alerts/${await alertOf()}/settlement`;
    const key = 'one-and-the-same-key-0077';
    const { status, body } = await officer.post(path, EXPLAINED, key);
    expect([status, body.state, body.settled]).toEqual([
      200,
      'explained',
      { at: '2026-03-10T09:00:00.000Z', memberNumber: `M-${officer.is.number}`, self: true, words: EXPLAINED.words },
    ]);
    expect((await officer.post(path, EXPLAINED, key)).status).toBe(200);
    expect(await owner.post(path, EXPLAINED)).toMatchObject({ status: 409, body: { code: 'volume_alert.settled' } });
    expect(await house.log(organizationId)).toEqual(expect.arrayContaining(['volume-alert.made', 'volume-alert.settled']));
  });

  it('says that it was reported only once it was', async () => {
    const path = `/volume-alerts/${await alertOf()}/settlement`;
    const reported = { outcome: 'reported', words: 'Reported it; the case says why.' };
    expect(await officer.post(path, reported)).toMatchObject({ status: 409, body: { code: 'volume_alert.not_reported' } });
    await officer.post('/violations', { memberId: helpdesk.is.memberId, words: 'Looked at everybody in one night.' });
    expect((await officer.post(path, reported)).body.state).toBe('reported');
  });

  it('sees those that wait, and those that are settled where that is asked for', async () => {
    await officer.post(`/volume-alerts/${await alertOf()}/settlement`, EXPLAINED);
    expect((await officer.get('/volume-alerts?show=open')).body.items).toEqual([]);
    expect(await alerts()).toHaveLength(1);
  });

  it.each<[string, object, string]>([
    ['without words', { outcome: 'explained' }, 'words'],
    ['in a word', { outcome: 'explained', words: 'Fine.' }, 'words'],
    ['in a book', { outcome: 'explained', words: 'x'.repeat(2001) }, 'words'],
    ['as something else', { outcome: 'ignored', words: 'Nothing to see here at all.' }, 'outcome'],
  ])('who says it %s is told which field', async (_, body, field) => {
    const answer = await officer.post(`/volume-alerts/${await alertOf()}/settlement`, body);
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, field]);
  });
});

describe('nobody', () => {
  beforeEach(async () => {
    await looked(house, officer, '2026-03-10T07:00:00Z', 25);
    await compare();
  });

  it('hears, reads or settles what is about themselves', async () => {
    const id = await alertOf(owner);
    expect(await told()).toEqual([owner.is.email]);
    expect(await alerts()).toEqual([]);
    expect(await officer.get(`/volume-alerts/${id}`)).toMatchObject(NOT_FOUND);
    expect(await officer.post(`/volume-alerts/${id}/settlement`, EXPLAINED)).toMatchObject(NOT_FOUND);
    expect((await owner.post(`/volume-alerts/${id}/settlement`, EXPLAINED)).status).toBe(200);
  });

  it('is left out of who hears of it where they alone could settle it: the works council hears that there is one, and not whose', async () => {
    await takeMails(house);
    const alone = await house.organization();
    const only = await house.person(alone, 'owner', 'privacy-officer');
    const speaks = await house.person(alone, 'works-council');
    await looked(house, only, '2026-03-10T07:00:00Z', 25);
    await compare();
    const mails = (await takeMails(house)).filter(({ facts }) => facts['organizationId'] === alone);
    expect(mails.map(({ to, template, facts }) => [to, template, facts])).toEqual([[speaks.is.email, 'access.lone-volume-alert', { organizationId: alone }]]);
  });

  it('of the works council, the helpdesk or the auditors reads of whom it is', async () => {
    const id = await alertOf(owner);
    for (const who of [council, helpdesk, await house.person(organizationId, 'auditor')]) {
      expect(await who.get('/volume-alerts')).toMatchObject(NOT_FOUND);
      expect(await who.get(`/volume-alerts/${id}`)).toMatchObject(NOT_FOUND);
    }
  });

  it('finds one that is not there', async () => {
    expect(await owner.get(`/volume-alerts/${newId()}`)).toMatchObject(NOT_FOUND);
    expect((await owner.get('/volume-alerts/x')).status).toBe(404);
  });
});

describe('the works council', () => {
  it('reads alerts as such: when, how often and as which role, never who', async () => {
    await looked(house, helpdesk, '2026-03-10T07:00:00Z', 25);
    await compare();
    const { body } = await council.get('/evaluation-alerts');
    expect(body.items).toEqual([{ id: expect.any(String), kind: 'look-volume', day: '2026-03-10', roles: ['helpdesk'], looks: 25, usual: 0, state: 'open' }]);
    expect(JSON.stringify(body)).not.toContain(helpdesk.is.memberId);
    expect(await evaluated(council)).toEqual([{ kind: 'look-volume', by: { system: true, roles: [] }, people: 1, findings: 1 }]);
  });
});
