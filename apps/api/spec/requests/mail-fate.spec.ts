import { newId } from '@smartpar/kernel';
import type { Person } from '../organizations/person';
import { RequestsHouse, START } from './requests-house';

let house: RequestsHouse;
let organizationId: string;
let officer: Person;
let id: string;

beforeAll(async () => {
  house = await RequestsHouse.start();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set(START);
  organizationId = await house.organization();
  officer = await house.person(organizationId, ['privacy-officer']);
  id = await house.request(organizationId);
  await house.work();
  await house.mails();
});

const settle = (to: string, state: string) =>
  house.database.global((tx) => tx.query('update mail_outbox set state = $2, sent_at = $3 where to_address = $1', [to, state, tx.at.toString()]));

describe('the mails to the person', () => {
  it('are shown with what became of them, newest first, and without their address', async () => {
    await officer.post(`/requests/${id}/replies`, { text: 'Dear Kim' });
    await settle('kim@home.example', 'bounced');
    house.time.advance({ hours: 1 });
    await officer.post(`/requests/${id}/replies`, { text: 'Once more' });
    const { status, body } = await officer.get(`/requests/${id}/mails`);
    expect(status).toBe(200);
    expect(body.items).toEqual([
      { at: expect.stringMatching(/^2026-03-02T10:00:00/), state: 'queued' },
      { at: expect.stringMatching(/^2026-03-02T09:00:00/), state: 'bounced' },
    ]);
    expect(JSON.stringify(body)).not.toContain('kim');
  });

  it('are told apart from those to colleagues', async () => {
    await officer.post(`/requests/${id}/assignment`, { memberId: officer.is.memberId });
    expect((await officer.get(`/requests/${id}/mails`)).body).toEqual({ items: [] });
  });

  it('are nobody else’s to see, as if there were no request', async () => {
    const helpdesk = await house.person(organizationId, ['helpdesk']);
    const stranger = await house.person(await house.organization(), ['privacy-officer']);
    for (const person of [helpdesk, stranger]) expect((await person.get(`/requests/${id}/mails`)).status).toBe(404);
    expect((await officer.get(`/requests/${newId()}/mails`)).body).toMatchObject({ status: 404, code: 'not_found' });
  });
});
