import type { Person } from '../organizations/person';
import { RequestsPeriodic } from '@smartpar/requests/api';
import { RequestsHouse, START } from './requests-house';
import { Stranger } from './stranger';

let house: RequestsHouse;
let stranger: Stranger;
let organizationId: string;
let officer: Person;
let address: string;
let made = 0;

beforeAll(async () => {
  house = await RequestsHouse.start();
  stranger = new Stranger(house);
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set(START);
  const domain = `works${++made}.example`;
  address = `kim@${domain}`;
  organizationId = await house.organization();
  officer = await house.person(organizationId, ['privacy-officer']);
  await house.domain(organizationId, domain);
  await house.database.global((tx) => tx.query('delete from due_work'));
  await house.mails();
});

const inbox = async () => (await officer.get('/requests')).body.items;
const receipts = async () => (await house.mails()).filter(({ template }) => template === 'requests.receipt').length;

/** The tables a question passes through on its way in; whichever fails, nothing is lost and nothing happens twice. */
describe.each(['privacy_requests', 'request_messages', 'request_clocks', 'audit_entries', 'due_work', 'mail_outbox'])('when %s cannot be written', (table) => {
  it('a confirmed question is taken over later, once, with its clock from the beginning', async () => {
    const token = await stranger.asks({ identifier: address, replyAddress: address });
    await house.breaking(table, async () => {
      expect((await stranger.post('/questions/confirmation', { token })).status).toBe(500);
    });
    expect(await inbox()).toEqual([]);
    const again = await stranger.post('/questions/confirmation', { token });
    house.time.advance({ minutes: 10 });
    await house.work();
    await house.work();
    // Either the first press was kept and the work that was planned goes on, or nothing was and the second press did it.
    expect([201, 410]).toContain(again.status);
    expect(await inbox()).toEqual([expect.objectContaining({ askedAt: '2026-03-02T09:00:00Z' })]);
    expect(await receipts()).toBe(1);
  });

  it('nothing of a question that could not be asked is kept, and asking again works', async () => {
    const key = `the same key ${made} again`.replaceAll(' ', '-');
    const question = { identifier: address, replyAddress: address, text: 'Why?' };
    const tables = ['mail_outbox', 'audit_entries'];
    if (!tables.includes(table)) return;
    await house.breaking(table, async () => {
      expect((await stranger.post('/questions', question, key)).status).toBe(500);
    });
    expect((await stranger.post('/questions', question, key)).status).toBe(202);
    expect((await house.mails()).map(({ template }) => template)).toEqual(['requests.confirmation']);
  });
});

describe('a part handed to SmartPAR', () => {
  it.each(['request_handovers', 'privacy_requests', 'mail_outbox'])('arrives once although %s could not be written at first', async (table) => {
    const id = await house.request(organizationId);
    await house.mails();
    const key = `hand-over-${made}-${table}`;
    await house.breaking(table, async () => {
      expect((await officer.post(`/requests/${id}/parts`, { text: 'Crashes?' }, key)).status).toBe(500);
    });
    await officer.post(`/requests/${id}/parts`, { text: 'Crashes?' }, key);
    house.time.advance({ minutes: 10 });
    await house.work();
    const { timeline } = (await officer.get(`/requests/${id}`)).body;
    const handed = timeline.flatMap(({ event }: { event?: { code: string; reference: string } }) =>
      event?.code === 'part-handed-over' ? [event.reference] : [],
    );
    expect(handed).toHaveLength(1);
    expect(await house.rows(house.installation.directUsersOrganizationId, 'select 1 from privacy_requests where reference = $1', handed)).toHaveLength(1);
    expect(await receipts()).toBe(1);
  });
});

describe('a reminder', () => {
  it('that failed is told later, and once', async () => {
    await house.request(organizationId);
    await house.work();
    await house.mails();
    house.time.set('2026-03-18T12:00:00Z');
    await house.breaking('mail_outbox', async () => {
      await expect(house.work()).rejects.toThrow('Work failed.');
    });
    expect(await house.mails()).toEqual([]);
    house.time.advance({ minutes: 10 });
    await house.work();
    await house.work();
    expect((await house.mails()).map(({ template, to }) => `${template} ${to}`)).toEqual([`requests.half-time ${officer.is.email}`]);
  });
});

describe('questions nobody confirmed', () => {
  const rows = () => house.database.global((tx) => tx.query<object>('select 1 from unconfirmed_questions where reply_address = $1', [address]));
  const forget = async () => {
    for (const job of house.get(RequestsPeriodic).jobs()) await job.run();
  };

  it('are kept as long as their link may be renewed, and then forgotten, which is logged as a number', async () => {
    await stranger.asks({ replyAddress: address });
    house.time.advance({ days: 36 });
    await forget();
    expect(await rows()).toHaveLength(1);
    house.time.advance({ days: 2 });
    await forget();
    expect(await rows()).toEqual([]);
    const entries = await house.rows<{ facts: object }>(
      house.installation.workforceOrganizationId,
      `select facts from audit_entries where action = 'question.forgotten' order by id`,
    );
    expect(entries.at(-1)?.facts).toEqual({ count: expect.any(Number) });
  });

  it('are not missed in the log when there were none', async () => {
    house.time.set('2020-01-01T00:00:00Z');
    const count = async () =>
      (await house.rows(house.installation.workforceOrganizationId, `select 1 from audit_entries where action = 'question.forgotten'`)).length;
    const before = await count();
    await forget();
    expect(await count()).toBe(before);
  });
});
