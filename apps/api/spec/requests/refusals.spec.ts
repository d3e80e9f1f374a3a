import { newId } from '@smartpar/kernel';
import { SeedRequests } from '@smartpar/requests/api';
import { type Act, type Person, send } from '../organizations/person';
import { RequestsHouse } from './requests-house';

let house: RequestsHouse;
let organizationId: string;
let who: Readonly<Record<string, Person>>;
let requestId: string;
let mineId: string;
let templateId: string;

const ROLES = ['owner', 'privacy-officer', 'user-administrator', 'helpdesk', 'auditor'] as const;

beforeAll(async () => {
  house = await RequestsHouse.start();
  organizationId = await house.organization();
  const people: Record<string, Person> = { member: await house.person(organizationId) };
  for (const role of ROLES) people[role] = await house.person(organizationId, [role]);
  people['stranger'] = (await house.person(await house.organization(), ['owner'])).at(organizationId);
  people['staff'] = (
    await house.person(house.installation.workforceOrganizationId, ['support', 'privacy-counsel', 'security', 'platform-operator', 'owner'])
  ).at(organizationId);
  who = people;
  mineId = (await who['member']?.post('/my/requests', { text: 'Why?' }))?.body.parts[0].requestId;
});
afterAll(() => house.stop());

beforeEach(async () => {
  requestId = await house.request(organizationId);
  templateId = (await who['owner']?.post('/templates', { title: 'T', language: 'en', text: 'x' }))?.body.id;
});

/** Each route, who may use it, and what it is used with. */
const ROUTES: readonly (readonly [string, readonly string[], () => Act])[] = [
  ['read the inbox', ['owner', 'privacy-officer', 'user-administrator', 'helpdesk', 'auditor'], () => ({ method: 'GET', path: '/requests' })],
  ['read a request', ['owner', 'privacy-officer'], () => ({ method: 'GET', path: `/requests/${requestId}` })],
  ['classify', ['owner', 'privacy-officer'], () => ({ method: 'POST', path: `/requests/${requestId}/classification`, body: { kind: 'erasure' } })],
  ['assign', ['owner', 'privacy-officer'], () => ({ method: 'POST', path: `/requests/${requestId}/assignment`, body: { memberId: null } })],
  ['note', ['owner', 'privacy-officer'], () => ({ method: 'POST', path: `/requests/${requestId}/notes`, body: { text: 'x' } })],
  ['reply', ['owner', 'privacy-officer'], () => ({ method: 'POST', path: `/requests/${requestId}/replies`, body: { text: 'x' } })],
  ['ask back', ['owner', 'privacy-officer'], () => ({ method: 'POST', path: `/requests/${requestId}/questions-back`, body: { text: 'x' } })],
  ['close', ['owner', 'privacy-officer'], () => ({ method: 'POST', path: `/requests/${requestId}/closing`, body: { text: 'x', outcome: 'fulfilled' } })],
  ['hand over a part', ['owner', 'privacy-officer'], () => ({ method: 'POST', path: `/requests/${requestId}/parts`, body: { text: 'x' } })],
  ['read a draft', ['owner', 'privacy-officer'], () => ({ method: 'GET', path: `/requests/${requestId}/draft` })],
  ['keep a draft', ['owner', 'privacy-officer'], () => ({ method: 'PUT', path: `/requests/${requestId}/draft`, body: { kind: 'note', text: 'x' } })],
  ['throw a draft away', ['owner', 'privacy-officer'], () => ({ method: 'DELETE', path: `/requests/${requestId}/draft` })],
  ['see who may be asked', ['owner', 'privacy-officer'], () => ({ method: 'GET', path: '/members/assignable' })],
  ['use templates', ['owner', 'privacy-officer', 'user-administrator', 'helpdesk'], () => ({ method: 'GET', path: '/templates' })],
  ['add a template', ['owner', 'privacy-officer'], () => ({ method: 'POST', path: '/templates', body: { title: 'T', language: 'en', text: 'x' } })],
  ['change a template', ['owner', 'privacy-officer'], () => ({ method: 'PATCH', path: `/templates/${templateId}`, body: { title: 'U' } })],
  ['remove a template', ['owner', 'privacy-officer'], () => ({ method: 'DELETE', path: `/templates/${templateId}` })],
  ['see who administers the account', ['member', ...ROLES], () => ({ method: 'GET', path: '/my/administrator' })],
  ["list one's own", ['member', ...ROLES], () => ({ method: 'GET', path: '/my/requests' })],
  ['ask', ['member', ...ROLES], () => ({ method: 'POST', path: '/my/requests', body: { text: 'Why?' } })],
  ["read one's own", ['member'], () => ({ method: 'GET', path: `/my/requests/${mineId}` })],
  ["continue one's own", ['member'], () => ({ method: 'POST', path: `/my/requests/${mineId}/messages`, body: { text: 'And?' } })],
];

describe.each(ROUTES)('to %s', (_, allowed, act) => {
  it(`is for ${allowed.join(', ')}; to everybody else it looks as if there were nothing`, async () => {
    const answers: Record<string, number> = {};
    for (const [name, person] of Object.entries(who)) {
      if (!allowed.includes(name)) answers[name] = (await person.does(act())).status;
    }
    expect(answers).toEqual(Object.fromEntries(Object.keys(answers).map((name) => [name, 404])));
    for (const name of allowed) {
      requestId = await house.request(organizationId);
      templateId = (await who['owner']?.post('/templates', { title: 'T', language: 'en', text: 'x' }))?.body.id;
      const { status } = (await who[name]?.does(act())) ?? { status: 0 };
      expect(`${name} ${status}`).toMatch(/ 20[014]$/);
    }
  });

  it('asks for a session first', async () => {
    expect((await send(house.app, organizationId, act())).status).toBe(401);
  });

  it('finds nothing in another organization', async () => {
    const [name = ''] = allowed;
    const elsewhere = await house.organization();
    expect((await who[name]?.at(elsewhere).does(act()))?.status).toBe(404);
  });
});

describe('acts without a key', () => {
  it('are refused and change nothing', async () => {
    const { is } = who['owner'] ?? { is: { accountId: '' } };
    const answer = await house.app.inject({
      method: 'POST',
      url: `/api/organizations/${organizationId}/requests/${requestId}/replies`,
      headers: { cookie: `__Host-session=${is.accountId}` },
      payload: { text: 'x' },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'idempotency.key_missing' });
    expect((await who['owner']?.get(`/requests/${requestId}`))?.body.state).toBe('received');
  });
});

describe('seeded requests', () => {
  it('stand as if people had worked on them', async () => {
    const officer = who['privacy-officer'];
    const member = who['member'];
    if (officer === undefined || member === undefined) throw new Error('nobody there');
    const [done, late, waiting] = await house.get(SeedRequests).run(officer.actor('privacy-officer'), [
      {
        from: { memberId: member.is.memberId },
        text: 'Which data?',
        askedDaysAgo: 20,
        deeds: [
          { deed: 'classify', kind: 'subject-access' },
          { deed: 'reply', text: 'Soon.' },
          { deed: 'close', text: 'Here.', outcome: 'fulfilled' },
        ],
      },
      {
        from: { identifier: 'a@b.example', replyAddress: 'c@d.example' },
        kind: 'erasure',
        text: 'Delete me',
        askedDaysAgo: 40,
        deeds: [
          { deed: 'assign', memberId: officer.is.memberId },
          { deed: 'note', text: 'Hm.' },
        ],
      },
      {
        from: { identifier: 'a@b.example', replyAddress: 'a@b.example' },
        text: 'Hello',
        askedDaysAgo: 3,
        deeds: [{ deed: 'ask-back', text: 'Who are you?', pause: 'identity' }],
      },
    ]);
    const state = async (id: string | undefined) => (await officer.get(`/requests/${id ?? newId()}`)).body;
    expect(await state(done)).toMatchObject({
      state: 'answered',
      kind: 'subject-access',
      clocks: [{ state: 'met' }],
      person: { memberNumber: member.is.number },
    });
    expect(await state(late)).toMatchObject({ state: 'in-progress', overdue: true, person: { proved: false } });
    expect(await state(waiting)).toMatchObject({ state: 'waiting-for-person', paused: true });
  });
});
