import { newId } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { AGREEMENT, evaluated, evaluationsHouse, rules } from './evaluations-house';
import { hasPhone, looksAt } from './need-to-know-house';

const NOT_FOUND = { status: 404, body: { code: 'not_found' } };
const OFF = { status: 409, body: { code: 'evaluation.off' } };

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let council: Person;
let member: Person;

beforeAll(async () => {
  house = await evaluationsHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  organizationId = await house.organization();
  owner = await house.person(organizationId, 'owner');
  officer = await house.person(organizationId, 'privacy-officer');
  council = await house.person(organizationId, 'works-council');
  member = await house.person(organizationId);
});

/** The three that a person asks for. */
const asked = async (): Promise<number[]> => {
  const log = await officer.get(`/audit-entries?actorId=${owner.is.memberId}`);
  const looks = await officer.get(`/members/${owner.is.memberId}/looks`);
  return [log.status, looks.status];
};

describe('evaluations of worker data', () => {
  it('are on until the organization says that it needs an agreement', async () => {
    expect((await council.get('/evaluation-rules')).body).toEqual({
      version: 0,
      needed: false,
      askedBy: null,
      agreement: null,
      state: 'not-needed',
      on: true,
      changedAt: null,
    });
    expect(await asked()).toEqual([200, 200]);
  });

  it('are off while one is needed and none is there, and on with it', async () => {
    expect((await rules(owner)).body).toMatchObject({ version: 1, needed: true, state: 'missing', on: false });
    expect(await asked()).toEqual([409, 409]);
    expect((await rules(owner, { agreement: AGREEMENT })).body).toMatchObject({ version: 2, state: 'agreed', on: true, agreement: AGREEMENT });
    expect(await asked()).toEqual([200, 200]);
  });

  it('say in plain words why they are off', async () => {
    await rules(owner);
    const { status, body } = await officer.get(`/audit-entries?actorId=${owner.is.memberId}`);
    expect({ status, body }).toMatchObject(OFF);
    expect(body.detail).toContain('needs an agreement, and none is in force');
  });

  it('go off at midnight after the last day, where the organization is', async () => {
    await rules(owner, { agreement: { ...AGREEMENT, validUntil: '2026-03-31' } });
    house.time.set('2026-03-31T21:59:59.999Z');
    expect([(await member.get('/my/evaluations')).body.state, await asked()]).toEqual(['agreed', [200, 200]]);
    house.time.set('2026-03-31T22:00:00Z');
    expect([(await member.get('/my/evaluations')).body.state, await asked()]).toEqual(['expired', [409, 409]]);
  });

  it('go on at midnight where the agreement begins', async () => {
    await rules(owner, { agreement: { ...AGREEMENT, concludedOn: '2026-03-03' } });
    house.time.set('2026-03-02T22:59:59Z');
    expect((await council.get('/evaluation-rules')).body.state).toBe('not-yet');
    house.time.set('2026-03-02T23:00:00Z');
    expect((await council.get('/evaluation-rules')).body.state).toBe('agreed');
  });

  it.each<[string, string]>([
    ['what happened', ''],
    ['one kind of thing', '?targetNoun=member'],
    ['what a process did', '?actorKind=system&actorId=reminders'],
  ])('leave the log of %s open', async (_, query) => {
    await rules(owner);
    expect((await officer.get(`/audit-entries${query}`)).status).toBe(200);
  });

  it.each<[string, () => string]>([
    ['of a member', () => `actorKind=member&actorId=${owner.is.memberId}`],
    ['of an account', () => `actorKind=account&actorId=${owner.is.accountId}`],
    ['of whoever that is', () => `actorId=${owner.is.memberId}`],
    ['of one thing that a member did', () => `action=site.added&actorId=${owner.is.memberId.toUpperCase()}`],
    ['of a member, page by page', () => `size=1&actorId=${owner.is.memberId}`],
  ])('close the log %s', async (_, query) => {
    await rules(owner);
    expect(await officer.get(`/audit-entries?${query()}`)).toMatchObject(OFF);
  });

  it('are written down each time, as which role and never of whom', async () => {
    await asked();
    const by = { system: false, roles: ['privacy-officer'] };
    expect(await evaluated(council)).toEqual([
      { kind: 'looks-of-one', by, people: 1, findings: 0 },
      { kind: 'log-of-one', by, people: 1, findings: 0 },
    ]);
    const text = JSON.stringify((await council.get('/evaluations')).body);
    for (const person of [owner, officer]) for (const told of [person.is.memberId, person.is.email, `${person.is.number}`]) expect(text).not.toContain(told);
  });

  it('leave nothing behind where they were refused', async () => {
    await rules(owner);
    await asked();
    expect(await evaluated(council)).toEqual([]);
  });
});

describe('when somebody used what they were given', () => {
  const granted = async (): Promise<string> => {
    await hasPhone(house, member, '+49 30 1234567');
    const wish = {
      categories: ['user.contact.phone_number.work'],
      mode: 'on-reveal',
      purposes: ['security'],
      scope: { kind: 'all' },
      until: house.time.now().add({ hours: 8 }).toString(),
      reason: 'An odd sign-in has to be looked into.',
    };
    const helpdesk = await house.person(organizationId, 'auditor');
    const { grantId } = (await helpdesk.post('/grants/requests', wish)).body;
    await officer.post(`/grants/${grantId}/approval`, {});
    await looksAt(helpdesk, member.is.memberId, { purpose: 'security', reason: { template: 'unusual-sign-in' } });
    expect((await helpdesk.get(`/grants/${grantId}`)).body).toMatchObject({ useTold: true, lastUsedAt: '2026-03-02T09:00:00.000Z' });
    return grantId;
  };

  it('is told on its own page to whoever decides, and written down', async () => {
    const grantId = await granted();
    expect((await owner.get(`/grants/${grantId}`)).body).toMatchObject({ useTold: true, lastUsedAt: '2026-03-02T09:00:00.000Z' });
    expect(await evaluated(council)).toEqual([{ kind: 'grant-use', by: { system: false, roles: ['owner'] }, people: 1, findings: 0 }]);
  });

  it('is written down as read in somebody’s place where it was, and so the receipt can tell', async () => {
    const grantId = await granted();
    const deputy = await house.person(organizationId);
    const [from, until] = [house.time.now().toString(), house.time.now().add({ hours: 48 }).toString()];
    expect((await officer.post('/deputies', { memberId: deputy.is.memberId, from, until })).status).toBe(201);
    expect((await deputy.get(`/grants/${grantId}`)).body).toMatchObject({ useTold: true });
    expect(await evaluated(council)).toEqual([{ kind: 'grant-use', by: { system: false, roles: ['stand-in'] }, people: 1, findings: 0 }]);
  });

  it('is not told while evaluations are off, and never in the list', async () => {
    const grantId = await granted();
    expect((await owner.get('/grants?show=current')).body.items[0]).toMatchObject({ id: grantId, useTold: false, lastUsedAt: null });
    await rules(owner);
    expect((await owner.get(`/grants/${grantId}`)).body).toMatchObject({ useTold: false, lastUsedAt: null });
  });
});

describe('saying what is needed', () => {
  it('tells the log that it was said, and of the words their hash alone', async () => {
    await rules(owner, { agreement: AGREEMENT });
    const [entry] = await house.rows<{ facts: object }>(
      organizationId,
      `select facts from audit_entries where organization_id = $1 and action = 'evaluation-rules.changed'`,
      [organizationId],
    );
    expect(entry?.facts).toEqual({ version: 1, needed: true, agreed: true, concludedOn: '2026-01-15', validUntil: null, words: expect.any(String) });
  });

  it('counts once, however often it is sent', async () => {
    const key = 'one-and-the-same-key-0042';
    const send = () => owner.put('/evaluation-rules', { version: 0, needed: true, askedBy: 'the works council', agreement: null }, key);
    expect([(await send()).body.version, (await send()).body.version]).toEqual([1, 1]);
  });

  it('does not overwrite what somebody else said meanwhile', async () => {
    const send = () => owner.put('/evaluation-rules', { version: 0, needed: true, askedBy: 'the works council', agreement: null });
    const answers: Answer[] = await Promise.all([send(), send()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('evaluation_rules.changed_meanwhile');
  });

  it.each<[string, object, string]>([
    ['without saying with whom', { askedBy: null }, 'askedBy'],
    ['with nobody at all', { askedBy: '   ' }, 'askedBy'],
    ['with an agreement that ends before it begins', { agreement: { ...AGREEMENT, validUntil: '2025-12-31' } }, 'agreement.validUntil'],
    ['with a day there is not', { agreement: { ...AGREEMENT, concludedOn: '2026-02-30' } }, 'agreement.concludedOn'],
    ['with the year 0', { agreement: { ...AGREEMENT, concludedOn: '0000-01-01' } }, 'agreement.concludedOn'],
    ['with a moment instead of a day', { agreement: { ...AGREEMENT, concludedOn: '2026-03-02T09:00:00Z' } }, 'agreement.concludedOn'],
    ['with no title', { agreement: { ...AGREEMENT, title: '' } }, 'agreement.title'],
    ['with a title without an end', { agreement: { ...AGREEMENT, title: 'x'.repeat(201) } }, 'agreement.title'],
    ['with a version that was never', { version: -1 }, 'version'],
    ['with words instead of yes or no', { needed: 'perhaps' }, 'needed'],
  ])('%s names the field', async (_, change, field) => {
    const { status, body } = await rules(owner, change);
    expect([status, body.errors[0].field]).toEqual([422, field]);
  });

  it.each<[string, () => Promise<Answer>]>([
    ['a privacy officer', () => rules(officer)],
    ['the works council', () => rules(council)],
    [
      'an owner of another organization',
      async () => (await house.person(await house.organization(), 'owner')).at(organizationId).put('/evaluation-rules', CHANGE),
    ],
  ])('is not up to %s', async (_, change) => {
    expect(await change()).toMatchObject(NOT_FOUND);
  });

  const CHANGE = { version: 0, needed: true, askedBy: 'the works council', agreement: null };

  it('wants a fresh proof of identity', async () => {
    expect((await owner.stale.put('/evaluation-rules', CHANGE)).status).toBe(403);
  });
});

describe('what a member reads', () => {
  it('is whether evaluations are on, why, and all kinds there are', async () => {
    await rules(owner, { agreement: AGREEMENT });
    expect(await member.get('/my/evaluations')).toEqual({
      status: 200,
      body: {
        needed: true,
        askedBy: 'the works council',
        agreement: AGREEMENT,
        state: 'agreed',
        on: true,
        kinds: ['look-volume', 'looks-of-one', 'log-of-one', 'grant-use'],
      },
    });
  });

  it.each(['/evaluations', '/evaluation-rules', '/evaluation-alerts', '/evaluation-receipts', `/evaluation-receipts/${newId()}`, '/volume-alerts'])(
    'is not %s',
    async (path) => {
      expect(await member.get(path)).toMatchObject(NOT_FOUND);
    },
  );
});
