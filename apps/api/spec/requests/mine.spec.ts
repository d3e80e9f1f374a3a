import { newId } from '@smartpar/kernel';
import type { Person } from '../organizations/person';
import { RequestsHouse, START } from './requests-house';
import { Stranger } from './stranger';

let house: RequestsHouse;
let organizationId: string;
let direct: string;
let officer: Person;
let member: Person;

beforeAll(async () => {
  house = await RequestsHouse.start();
  direct = house.installation.directUsersOrganizationId;
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set(START);
  organizationId = await house.organization();
  officer = await house.person(organizationId, ['privacy-officer']);
  await house.contact(organizationId, officer, 'robin@counsel.example');
  member = await house.person(organizationId);
  await house.mails();
});

const ask = (facts: object = {}, key?: string) => member.post('/my/requests', { text: 'Why do you keep this?', ...facts }, key);
const mine = async (who = member) => (await who.get('/my/requests')).body.items;

describe('my administrator', () => {
  it('is a person with a name and a way to reach them, and who stands in', async () => {
    expect((await member.get('/my/administrator')).body).toEqual({
      organization: expect.stringMatching(/^Larkspur/),
      legalEntity: null,
      contact: { name: 'Dana Reyes', email: officer.is.email, postalAddress: 'Quay 1, Bremen', languages: ['de', 'en'] },
      substitute: expect.objectContaining({ name: 'Robin Vale', email: 'robin@counsel.example' }),
      smartpar: { email: 'hello@smartpar.ai' },
    });
  });

  it('may be nobody, and a question still lands', async () => {
    const lonely = await house.organization();
    const there = await house.person(lonely);
    expect((await there.get('/my/administrator')).body).toMatchObject({ contact: null, substitute: null });
    expect((await there.post('/my/requests', { text: 'Anybody?' })).status).toBe(201);
  });
});

describe('asking signed in', () => {
  it('lands with the organization at once, with a clock and a receipt', async () => {
    const { status, body } = await ask({ kind: 'subject-access' });
    expect(status).toBe(201);
    expect(body.parts).toEqual([{ requestId: expect.any(String), reference: expect.stringMatching(/^Q-/), to: 'organization', promisedOn: '2026-04-02' }]);
    const [part] = body.parts;
    expect((await officer.get('/requests')).body.items).toEqual([
      expect.objectContaining({ id: part.requestId, kind: 'subject-access', memberNumber: member.is.number }),
    ]);
    expect(await mine()).toEqual([
      expect.objectContaining({
        id: part.requestId,
        reference: part.reference,
        to: 'organization',
        state: 'received',
        promisedOn: '2026-04-02',
        overdue: false,
      }),
    ]);
    expect(await house.mails()).toEqual([expect.objectContaining({ to: member.is.email, template: 'requests.receipt' })]);
  });

  it('is followed and continued like any other', async () => {
    const [{ requestId }] = (await ask()).body.parts;
    await officer.post(`/requests/${requestId}/closing`, { text: 'Because of the law.', outcome: 'fulfilled' });
    expect((await member.get(`/my/requests/${requestId}`)).body).toMatchObject({ state: 'answered', answeredBy: { contact: { name: 'Dana Reyes' } } });
    expect((await member.post(`/my/requests/${requestId}/messages`, { text: 'Which one?' })).body).toMatchObject({ state: 'in-progress' });
    const { timeline } = (await officer.get(`/requests/${requestId}`)).body;
    expect(timeline.at(-2)).toMatchObject({ kind: 'from-person', author: { kind: 'person', memberId: null, line: null } });
  });

  it("is one's own alone", async () => {
    const [{ requestId }] = (await ask()).body.parts;
    const colleague = await house.person(organizationId);
    expect(await mine(colleague)).toEqual([]);
    expect((await colleague.get(`/my/requests/${requestId}`)).status).toBe(404);
    expect((await colleague.post(`/my/requests/${requestId}/messages`, { text: 'x' })).status).toBe(404);
    expect((await member.get(`/requests/${requestId}`)).status).toBe(404);
    expect((await member.get(`/my/requests/${newId()}`)).status).toBe(404);
  });

  it('happens once, however often it arrives', async () => {
    const key = newId();
    const answers = await Promise.all([1, 2, 3].map(() => ask({ to: 'both' }, key)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await mine()).toHaveLength(2);
    const part = answers[0]?.body.parts.find(({ to }: { to: string }) => to === 'smartpar');
    expect(await house.log(organizationId, part.requestId)).toEqual(['request-handover.sent', 'request-handover.arrived']);
  });

  const atOwnSite = async (contactEmail: string) => {
    const owner = await house.person(organizationId, ['owner']);
    const place = { country: 'DE', postalAddress: 'Lerchenweg 1, 34117 Kassel' };
    const entity = (await owner.post('/legal-entities', { ...place, name: 'Works GmbH' })).body;
    const site = (await owner.post('/sites', { ...place, contactName: 'Moss Beck', contactEmail, name: 'Kassel', legalEntityId: entity.id })).body;
    await house.rows(organizationId, 'update members set site_id = $1 where id = $2', [site.id, member.is.memberId]);
  };

  it("names the contact of one's own site wherever a contact is named", async () => {
    await atOwnSite('moss@kassel.example');
    const [{ requestId }] = (await ask()).body.parts;
    const named = { name: 'Moss Beck', email: 'moss@kassel.example' };
    expect((await member.get('/my/administrator')).body.contact).toMatchObject(named);
    expect((await member.get(`/my/requests/${requestId}`)).body.answeredBy.contact).toMatchObject(named);
    const [receipt] = await house.mails();
    expect(receipt?.facts).toMatchObject({ contactName: named.name, contactEmail: named.email });
  });

  it('about the contact never reaches the contact', async () => {
    const owner = await house.person(organizationId, ['owner']);
    await ask({ aboutContact: true });
    await house.mails();
    await house.work();
    expect((await house.mails()).map(({ to }) => to)).not.toContain(officer.is.email);
    expect((await officer.get('/requests')).body.items).toEqual([]);
    expect((await owner.get('/requests')).body.items).toHaveLength(1);
  });

  it("about the contact of one's own site never reaches that contact", async () => {
    const local = await house.person(organizationId, ['privacy-officer']);
    await atOwnSite(local.is.email.toUpperCase());
    expect((await member.get('/my/administrator')).body.contact.name).toBe('Moss Beck');
    await ask({ aboutContact: true });
    await house.mails();
    await house.work();
    expect((await house.mails()).map(({ to }) => to)).toEqual([officer.is.email]);
    expect((await local.get('/requests')).body.items).toEqual([]);
    expect((await officer.get('/requests')).body.items).toHaveLength(1);
  });

  it('is limited to what one person can mean in a day', async () => {
    for (let count = 0; count < 20; count += 1) expect((await ask()).status).toBe(201);
    expect((await ask()).status).toBe(429);
    expect((await mine()).length).toBe(20);
  });

  it.each([{ text: '' }, { to: 'everybody' }, { kind: 'gossip' }, { memberId: newId() }])('with %j is refused', async (wrong) => {
    expect((await ask(wrong)).status).toBe(422);
    expect(await mine()).toEqual([]);
  });
});

describe('asking SmartPAR', () => {
  it("never shows in the organization's inbox, and is followed among one's own as it stands there", async () => {
    const [part] = (await ask({ to: 'smartpar' })).body.parts;
    expect(part.to).toBe('smartpar');
    expect((await officer.get('/requests')).body.items).toEqual([]);
    expect((await officer.get(`/requests/${part.requestId}`)).status).toBe(404);

    const staff = await house.person(direct, ['privacy-officer']);
    expect((await staff.get(`/requests/${part.requestId}`)).body).toMatchObject({
      reference: part.reference,
      person: { identifier: member.is.email, proved: true, memberNumber: null },
    });
    await staff.post(`/requests/${part.requestId}/replies`, { text: 'We keep crash reports.' });
    expect(await mine()).toEqual([expect.objectContaining({ id: part.requestId, to: 'smartpar', state: 'in-progress' })]);
    expect((await member.get(`/my/requests/${part.requestId}`)).body.timeline.at(-1)).toMatchObject({ from: 'organization', text: 'We keep crash reports.' });
    expect((await member.post(`/my/requests/${part.requestId}/messages`, { text: 'Thanks' })).status).toBe(201);
    expect((await (await house.person(organizationId)).get(`/my/requests/${part.requestId}`)).status).toBe(404);
  });

  it('and the organization at once makes two, each with its own reference', async () => {
    const { parts } = (await ask({ to: 'both' })).body;
    expect(parts.map(({ to }: { to: string }) => to)).toEqual(['organization', 'smartpar']);
    expect((await officer.get('/requests')).body.items).toHaveLength(1);
    expect((await mine()).map(({ to }: { to: string }) => to).toSorted()).toEqual(['organization', 'smartpar']);
    const [row] = await house.rows<object>(organizationId, 'select text, identifier, reply_address from request_handovers where organization_id = $1', [
      organizationId,
    ]);
    expect(row).toEqual({ text: null, identifier: null, reply_address: '' });
  });

  it('arrives by the work that was planned when it could not be brought at once', async () => {
    const real = house.database.tenant.bind(house.database);
    let calls = 0;
    const broken = jest
      .spyOn(house.database, 'tenant')
      .mockImplementation((actor, work) => (++calls > 1 ? Promise.reject(new Error('the process dies')) : real(actor, work)));
    expect((await ask({ to: 'smartpar' })).status).toBe(500);
    broken.mockRestore();
    expect(await mine()).toEqual([expect.objectContaining({ to: 'smartpar', state: 'received', overdue: false })]);
    house.time.advance({ minutes: 3 });
    await house.work();
    expect(await house.rows(direct, 'select 1 from privacy_requests where identifier = $1', [member.is.email])).toHaveLength(1);
  });
});

describe("a part that is SmartPAR's", () => {
  it('is handed over by those who answer, and the person is told by both', async () => {
    const [{ requestId }] = (await ask()).body.parts;
    await house.mails();
    expect((await officer.post(`/requests/${requestId}/parts`, { text: 'What does SmartPAR keep of crashes?' })).status).toBe(201);
    const templates = (await house.mails()).map(({ to, template }) => `${template} ${to}`);
    expect(templates.toSorted()).toEqual([`requests.part-handed-over ${member.is.email}`, `requests.receipt ${member.is.email}`]);
    const { timeline, state } = (await officer.get(`/requests/${requestId}`)).body;
    expect(state).toBe('in-progress');
    const { reference } = timeline.at(-1).event;
    expect(timeline.at(-1).event).toEqual({ code: 'part-handed-over', reference, to: 'smartpar' });
    expect((await mine()).map((item: { reference: string }) => item.reference)).toContain(reference);
    const staff = await house.person(direct, ['owner']);
    const { items } = (await staff.get(`/requests?reference=${reference}`)).body;
    const arrived = (await staff.get(`/requests/${items[0].id}`)).body;
    expect(arrived).toMatchObject({ may: { handOver: false }, askedAt: '2026-03-02T09:00:00Z' });
    expect(arrived.timeline.map(({ event }: { event?: { code: string } }) => event?.code)).toContain('part-received');
    expect((await staff.post(`/requests/${items[0].id}/parts`, { text: 'x' })).body.code).toBe('request.nothing_to_hand_over');
  });

  it('is handed over once, for a person outside as well, who follows it by its own link', async () => {
    const id = await house.request(organizationId);
    await house.mails();
    const key = newId();
    await Promise.all([1, 2].map(() => officer.post(`/requests/${id}/parts`, { text: 'Crashes?' }, key)));
    const receipts = (await house.mails()).filter(({ template }) => template === 'requests.receipt');
    expect(receipts.map(({ to }) => to)).toEqual(['kim@home.example']);
    const link = house.tokens.make('follow', [String(receipts[0]?.facts['requestId'])]);
    expect((await new Stranger(house).follows(link)).body.timeline[0]).toMatchObject({ from: 'you', text: 'Crashes?' });
  });
});
