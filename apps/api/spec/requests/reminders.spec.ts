import { systemActor } from '@smartpar/access/model';
import { ChangeMemberStatus, KeepRoles } from '@smartpar/members/api';
import type { Person } from '../organizations/person';
import { RequestsHouse, START } from './requests-house';

let house: RequestsHouse;
let organizationId: string;
let officer: Person;
let owner: Person;
let staff: Person;

beforeAll(async () => {
  house = await RequestsHouse.start();
  staff = await house.person(house.installation.workforceOrganizationId, ['privacy-counsel']);
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set(START);
  await house.database.global((tx) => tx.query('delete from due_work'));
  organizationId = await house.organization();
  officer = await house.person(organizationId, ['privacy-officer']);
  owner = await house.person(organizationId, ['owner']);
  await house.mails();
});

/** Lets time pass to a moment, does what has fallen due, and tells who got which mail. */
async function at(moment: string): Promise<string[]> {
  house.time.set(moment);
  await house.work();
  await house.work();
  return (await house.mails()).map(({ to, template }) => `${template.replace('requests.', '')} ${nameOf(to)}`).toSorted();
}

const names = new Map<string, () => string>([
  ['officer', () => officer.is.email],
  ['owner', () => owner.is.email],
  ['staff', () => staff.is.email],
]);
const nameOf = (email: string) => [...names].find(([, of]) => of() === email)?.[0] ?? email.split('@')[0];

/** A request whose arrival has been told. */
async function request(facts: Parameters<RequestsHouse['request']>[1] = {}): Promise<string> {
  const id = await house.request(organizationId, facts);
  await house.work();
  await house.mails();
  return id;
}
const events = async (id: string) =>
  (
    await house.rows<{ code: string }>(
      organizationId,
      `select event ->> 'code' as code from request_messages where request_id = $1 and kind = 'event' order by id`,
      [id],
    )
  ).map(({ code }) => code);
const escalations = () =>
  house.database.global((tx) =>
    tx.query<{ organization_id: string; state: string; settled_at: Date | null }>('select * from escalations where organization_id = $1', [organizationId]),
  );
// From the 2nd of March 9:00 UTC to the 2nd of April 21:59:59: half is the 18th of March, four fifths the 27th.

describe('reminders', () => {
  it('go to those who answer and the substitute at half and four fifths, to the owners when time is over, then to staff; each once', async () => {
    await house.contact(organizationId, officer, 'deputy@counsel.example');
    const id = await request();
    expect(await at('2026-03-17T00:00:00Z')).toEqual([]);
    expect(await at('2026-03-18T12:00:00Z')).toEqual(['half-time deputy', 'half-time officer']);
    expect(await at('2026-03-19T12:00:00Z')).toEqual([]);
    expect(await at('2026-03-28T00:00:00Z')).toEqual(['short-time deputy', 'short-time officer']);
    expect((await at('2026-04-02T22:00:00Z')).filter((line) => !line.includes('person'))).toEqual(['overdue deputy', 'overdue officer', 'overdue owner']);
    expect(await at('2026-04-03T22:00:00Z')).toEqual(['escalation staff']);
    expect(await at('2026-06-03T22:00:00Z')).toEqual([]);
    expect(await events(id)).toEqual(['received', 'reminded', 'reminded', 'owners-told', 'escalated']);
    expect((await house.log(organizationId, id)).filter((action) => action === 'privacy-request.reminded')).toHaveLength(4);
  });

  it('happen once though several processes work at the same time', async () => {
    await request();
    house.time.set('2026-03-18T12:00:00Z');
    await Promise.all([house.work(), house.work(), house.work()]);
    expect(await house.mails()).toHaveLength(1);
  });

  it('go to whoever was asked to answer', async () => {
    const helper = await house.person(organizationId, ['helpdesk'], 'helper@works.example');
    const id = await request();
    await officer.post(`/requests/${id}/assignment`, { memberId: helper.is.memberId });
    await house.mails();
    expect(await at('2026-03-18T12:00:00Z')).toEqual(['half-time helper']);
  });

  it('go to everybody again once whoever was asked to answer may no longer', async () => {
    const helper = await house.person(organizationId, ['helpdesk'], 'moved@works.example');
    const id = await request();
    await officer.post(`/requests/${id}/assignment`, { memberId: helper.is.memberId });
    await house.mails();
    await house.get(KeepRoles).revoke(systemActor(organizationId, 'spec'), helper.is.memberId, 'helpdesk');
    expect(await at('2026-03-18T12:00:00Z')).toEqual(['half-time officer']);
  });

  it('pass over a contact or substitute who is no longer at work', async () => {
    const deputy = await house.person(organizationId, [], 'suspended@works.example');
    await house.contact(organizationId, officer, deputy);
    for (const gone of [officer, deputy]) await house.get(ChangeMemberStatus).run(systemActor(organizationId, 'spec'), gone.is.memberId, 'suspended');
    await house.request(organizationId);
    expect((await at('2026-03-02T10:00:00Z')).filter((line) => line.startsWith('arrival'))).toContain('arrival owner');
    const told = [...(await at('2026-03-18T12:00:00Z')), ...(await at('2026-03-28T00:00:00Z'))];
    expect(told).toContain('half-time owner');
    expect(told.filter((line) => /officer|suspended/.test(line))).toEqual([]);
  });

  it('carry neither what was asked nor who asks', async () => {
    await request({ text: 'A very private matter', identifier: 'kim@larkspur.example' });
    house.time.set('2026-04-04T00:00:00Z');
    await house.work();
    await house.work();
    const mails = await house.mails();
    expect(mails.length).toBeGreaterThan(0);
    expect(JSON.stringify(mails.map(({ facts }) => facts))).not.toMatch(/private matter|kim@/);
  });

  it('skip what was passed over while nothing worked: one mail for one delay', async () => {
    await request();
    expect(await at('2026-04-01T00:00:00Z')).toEqual(['short-time officer']);
    await request();
    const told = [...(await at('2026-07-01T00:00:00Z')), ...(await at('2026-07-01T00:01:00Z'))];
    expect(told.filter((line) => line.startsWith('escalation'))).toHaveLength(2);
    expect(told.filter((line) => line === 'overdue owner')).toHaveLength(2);
    expect(await at('2026-07-02T00:00:00Z')).toEqual([]);
  });

  it('end with the answer, and begin anew when it is opened again', async () => {
    const id = await request();
    await officer.post(`/requests/${id}/closing`, { text: 'Here.', outcome: 'fulfilled' });
    await house.mails();
    expect(await at('2026-04-10T00:00:00Z')).toEqual([]);
    await officer.post(`/requests/${id}/reopening`, { text: 'One more thing.' });
    await house.mails();
    expect(await at('2026-04-27T00:00:00Z')).toEqual(['half-time officer']);
  });

  it('stand still with the clock and go on later with it', async () => {
    const id = await request();
    await officer.post(`/requests/${id}/questions-back`, { text: 'Who are you?', pause: 'identity' });
    await house.mails();
    expect(await at('2026-04-10T00:00:00Z')).toEqual([]);
    await officer.post(`/requests/${id}/resumption`, {});
    expect(await at('2026-04-20T00:00:00Z')).toEqual([]);
    expect(await at('2026-04-28T00:00:00Z')).toEqual(['half-time officer']);
  });

  it('follow a rule that took over', async () => {
    organizationId = await house.organization({ country: 'US', subdivision: 'US-CA', timeZone: 'America/Los_Angeles' });
    officer = await house.person(organizationId, ['privacy-officer']);
    const id = await request();
    await officer.post(`/requests/${id}/classification`, { kind: 'opt-out' });
    await house.mails();
    expect(await at('2026-03-13T12:00:00Z')).toEqual(['half-time officer']);
  });
});

describe('a rule that ends later, taking over', () => {
  const told = async (id: string) =>
    (await house.rows<{ told_stage: string | null }>(organizationId, 'select told_stage from privacy_requests where id = $1', [id]))[0]?.told_stage;

  /** An objection to selling in California: fifteen business days, up to the 23rd of March. As a question it has 45 days, up to the 16th of April. */
  const optOut = async (): Promise<string> => {
    organizationId = await house.organization({ country: 'US', subdivision: 'US-CA', timeZone: 'America/Los_Angeles' });
    officer = await house.person(organizationId, ['privacy-officer']);
    owner = await house.person(organizationId, ['owner']);
    const id = await request();
    await officer.post(`/requests/${id}/classification`, { kind: 'opt-out' });
    await house.mails();
    return id;
  };
  const asQuestion = (id: string) => officer.post(`/requests/${id}/classification`, { kind: 'question' });

  it('has its reminders sent again at the new dates', async () => {
    const id = await optOut();
    expect(await at('2026-03-13T12:00:00Z')).toEqual(['half-time officer']);
    await asQuestion(id);
    expect(await told(id)).toBeNull();
    await house.mails();
    expect(await at('2026-03-23T00:00:00Z')).toEqual([]);
    expect(await at('2026-03-26T00:00:00Z')).toEqual(['half-time officer']);
  });

  it('takes back what was told too early, at SmartPAR too, and tells it again when it is true', async () => {
    const id = await optOut();
    await at('2026-03-13T12:00:00Z');
    expect(await at('2026-03-26T12:00:00Z')).toEqual(['escalation staff', 'overdue officer', 'overdue owner']);
    expect(await told(id)).toBe('escalation');
    await asQuestion(id);
    expect(await told(id)).toBe('half');
    expect(await escalations()).toEqual([expect.objectContaining({ request_id: id, settled_at: expect.any(Date) })]);
    expect(await at('2026-03-30T00:00:00Z')).toEqual([]);
    expect(await at('2026-04-09T00:00:00Z')).toEqual(['short-time officer']);
    expect(await at('2026-04-17T12:00:00Z')).toEqual(['overdue officer', 'overdue owner']);
    expect(await at('2026-04-18T12:00:00Z')).toEqual(['escalation staff']);
    expect((await escalations()).filter(({ settled_at }) => settled_at === null)).toHaveLength(1);
  });

  it('leaves told what is over by the new dates as well', async () => {
    const id = await optOut();
    await at('2026-05-10T00:00:00Z');
    await at('2026-05-10T00:01:00Z');
    await asQuestion(id);
    expect(await told(id)).toBe('escalation');
    await house.mails();
    expect(await at('2026-06-01T00:00:00Z')).toEqual([]);
  });
});

describe('a request that is about somebody', () => {
  it('is never told to them, in any place, also not as the contact or as staff', async () => {
    const everywhere = await house.person(organizationId, ['owner', 'privacy-officer']);
    const double = await house.person(house.installation.workforceOrganizationId, ['support'], everywhere.is.email);
    await house.contact(organizationId, everywhere, everywhere.is.email);
    const id = await request();
    await officer.post(`/requests/${id}/classification`, { kind: 'complaint', aboutMemberId: everywhere.is.memberId });
    await house.mails();
    const told: string[] = [];
    for (const moment of ['2026-03-18T12:00:00Z', '2026-03-28T00:00:00Z', '2026-04-02T22:00:00Z', '2026-04-03T22:00:00Z']) {
      house.time.set(moment);
      await house.work();
      await house.work();
      told.push(...(await house.mails()).map(({ to }) => to));
    }
    expect(told).not.toContain(everywhere.is.email);
    expect(told).toContain(owner.is.email);
    expect(told).toContain(staff.is.email);
    await house.get(KeepRoles).revoke(systemActor(house.installation.workforceOrganizationId, 'spec'), double.is.memberId, 'support');
  });
});

describe('a request that is about a contact who is no member', () => {
  it('is not told to them as staff either', async () => {
    const counsel = await house.person(house.installation.workforceOrganizationId, ['support'], 'counsel@outside.example');
    await house.contact(organizationId, counsel.is.email.toUpperCase());
    await request({ aboutContact: true, kind: 'complaint' });
    const told = [...(await at('2026-05-01T00:00:00Z')), ...(await at('2026-05-01T00:01:00Z'))];
    expect(told).toContain('escalation staff');
    expect(told.filter((line) => /counsel/i.test(line))).toEqual([]);
    await house.get(KeepRoles).revoke(systemActor(house.installation.workforceOrganizationId, 'spec'), counsel.is.memberId, 'support');
  });
});

describe('an organization in which nobody answers', () => {
  it('is escalated the same way, and its silence ends with staff', async () => {
    organizationId = await house.organization();
    const id = await request();
    expect(await at('2026-03-18T12:00:00Z')).toEqual([]);
    expect(await at('2026-04-02T22:00:00Z')).toEqual([]);
    expect(await at('2026-04-03T22:00:00Z')).toEqual(['escalation staff']);
    expect(await events(id)).toEqual(['received', 'reminded', 'owners-told', 'escalated']);
  });

  it('but names a contact who cannot open the inbox, tells the owner as well', async () => {
    organizationId = await house.organization();
    owner = await house.person(organizationId, ['owner']);
    await house.contact(organizationId, 'outside@counsel.example');
    await house.request(organizationId);
    const told = await at('2026-03-02T10:00:00Z');
    expect(told).toContain('arrival outside');
    expect(told).toContain('arrival owner');
  });

  it('but has an owner, tells the owner from the start', async () => {
    organizationId = await house.organization();
    owner = await house.person(organizationId, ['owner']);
    await house.request(organizationId);
    expect(await at('2026-03-02T10:00:00Z')).toEqual(['arrival owner', 'receipt kim']);
    expect(await at('2026-03-18T12:00:00Z')).toEqual(['half-time owner']);
  });
});

describe('an escalation', () => {
  it('holds organization, age and state, follows the request, and is settled by the answer', async () => {
    const id = await request();
    await at('2026-03-18T12:00:00Z');
    await at('2026-04-02T22:00:00Z');
    house.time.set('2026-04-03T22:00:00Z');
    await house.work();
    await house.work();
    const mails = (await house.mails()).filter(({ template }) => template === 'requests.escalation');
    expect(mails.filter(({ to }) => to === staff.is.email).map(({ facts }) => facts)).toEqual([
      { organization: expect.stringMatching(/^Larkspur/), ageInDays: 32, state: 'received' },
    ]);
    expect(await escalations()).toEqual([expect.objectContaining({ request_id: id, state: 'received', settled_at: null })]);
    await officer.post(`/requests/${id}/replies`, { text: 'We are on it.' });
    expect(await escalations()).toEqual([expect.objectContaining({ state: 'in-progress', settled_at: null })]);
    await officer.post(`/requests/${id}/closing`, { text: 'Here.', outcome: 'fulfilled' });
    expect(await escalations()).toEqual([expect.objectContaining({ settled_at: expect.any(Date) })]);
  });
});
