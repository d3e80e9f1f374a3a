import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { ChangeMemberStatus } from '@smartpar/members/api';
import type { Person } from '../organizations/person';
import { RequestsHouse, START } from './requests-house';
import { QUESTION, Stranger } from './stranger';

let house: RequestsHouse;
let stranger: Stranger;
let organizationId: string;
let officer: Person;
let domain: string;
let made = 0;

beforeAll(async () => {
  house = await RequestsHouse.start();
  stranger = new Stranger(house);
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set(START);
  domain = `works${++made}.example`;
  organizationId = await house.organization({ name: `Works ${made}` });
  officer = await house.person(organizationId, ['privacy-officer']);
  await house.contact(organizationId, officer);
  await house.domain(organizationId, domain);
  await house.mails();
});

const inbox = async (who = officer) => (await who.get('/requests')).body.items;
const direct = () => house.installation.directUsersOrganizationId;
const requestsOf = (id: string) =>
  house.rows<{ reference: string; part: string; identifier: string; proved: boolean; member_id: string | null }>(
    id,
    'select reference, part, identifier, proved, member_id from privacy_requests where organization_id = $1 order by id',
    [id],
  );
const address = () => `kim@${domain}`;

describe('asking', () => {
  it('is answered the same for every input', async () => {
    const member = await house.person(organizationId, [], `lee@${domain}`);
    const inputs = [address(), member.is.email, officer.is.email, `nobody@nowhere.example`];
    const answers = [];
    for (const identifier of inputs) answers.push(await stranger.post('/questions', { ...QUESTION, identifier, replyAddress: 'me@home.example' }));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify({ status, body }))).size).toBe(1);
    expect(answers[0]).toEqual({
      status: 202,
      body: { replyAddress: 'me@home.example', askedAt: '2026-03-02T09:00:00.000Z', promisedOn: '2026-04-02', confirmBefore: '2026-03-09T09:00:00.000Z' },
    });
  });

  it('hands nothing to anybody before it is confirmed', async () => {
    await stranger.asks({ identifier: address(), replyAddress: address() });
    expect(await inbox()).toEqual([]);
  });

  it('twice by one act is asking once', async () => {
    const key = newId();
    await Promise.all([1, 2, 3].map(() => stranger.post('/questions', QUESTION, key)));
    expect(await house.mails()).toHaveLength(1);
  });

  it('with a key that came with another question before is refused, so that neither question is lost unseen', async () => {
    const key = newId();
    await stranger.post('/questions', QUESTION, key);
    expect(await stranger.post('/questions', { ...QUESTION, text: 'Something else' }, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency.key_reused' },
    });
    expect((await stranger.post('/questions', QUESTION, key)).status).toBe(202);
    expect(await house.mails()).toHaveLength(1);
  });

  it("does not flood the mailbox of whoever's address was typed, and looks the same from outside", async () => {
    const victim = { ...QUESTION, replyAddress: 'victim@home.example' };
    const answers = [];
    for (let count = 0; count < 25; count += 1)
      answers.push(await stranger.post('/questions', { ...victim, replyAddress: count % 2 ? 'victim@home.example' : 'Victim@HOME.example' }));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(await house.mails()).toHaveLength(3);
    house.time.advance({ hours: 1 });
    await house.work();
    expect((await house.mails()).filter(({ to }) => to.startsWith('ictim', 1))).toHaveLength(7);
    house.time.advance({ hours: 5 });
    await house.work();
    expect(await house.mails()).toEqual([]);
  });

  it('does not flood it either when many ask at once, or the same mailbox is written in many ways', async () => {
    const ways = ['victim@crowd.example', 'vic.tim@crowd.example', 'victim+one@crowd.example', 'victim+two@crowd.example', 'v.i.c.t.i.m+three@crowd.example'];
    const answers = await Promise.all([...ways, ...ways].map((replyAddress) => stranger.post('/questions', { ...QUESTION, replyAddress })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(await house.mails()).toHaveLength(3);
    await stranger.post('/questions', { ...QUESTION, replyAddress: 'somebody.else@crowd.example' });
    expect(await house.mails()).toHaveLength(1);
    house.time.advance({ hours: 1 });
    await house.work();
    expect(await house.mails()).toHaveLength(7);
  });

  it.each([
    {},
    { identifier: 'kim' },
    { replyAddress: 'a@b' },
    { text: '' },
    { text: 'x\u0000' },
    { text: 'x'.repeat(10_001) },
    { organization: 'a\nb' },
    { concerns: 'all' },
    { locale: 'xx' },
    { admin: true },
    { text: ['a'] },
  ])('with %j is refused with a problem document that names the field', async (wrong) => {
    const { status, body } = await stranger.post('/questions', Object.keys(wrong).length === 0 ? {} : { ...QUESTION, ...wrong });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'request.invalid', errors: expect.arrayContaining([expect.objectContaining({ field: expect.any(String) })]) });
  });
});

describe('a confirmation link', () => {
  it('shows the question without spending anything', async () => {
    const token = await stranger.asks({ identifier: address(), replyAddress: address() });
    for (let count = 0; count < 3; count += 1) {
      expect((await stranger.post('/questions/confirmation/preview', { token })).body).toEqual({
        state: 'waiting',
        askedAt: '2026-03-02T09:00:00.000Z',
        confirmBefore: '2026-03-09T09:00:00.000Z',
        doneAt: null,
        text: 'What do you hold about me?',
        choices: [],
        sites: [],
      });
    }
    expect(await inbox()).toEqual([]);
  });

  it('hands over once: the clock has been running since the question was asked, and the receipt says who, when and how to follow', async () => {
    const token = await stranger.asks({ identifier: address(), replyAddress: address() });
    house.time.set('2026-03-05T09:00:00Z');
    const { status, body } = await stranger.post('/questions/confirmation', { token });
    expect(status).toBe(201);
    expect(body).toEqual({
      askedAt: '2026-03-02T09:00:00.000Z',
      parts: [{ reference: expect.stringMatching(/^Q-/), organization: `Works ${made}`, followToken: expect.any(String), promisedOn: '2026-04-02' }],
    });
    expect(await inbox()).toEqual([
      expect.objectContaining({
        reference: body.parts[0].reference,
        askedAt: '2026-03-02T09:00:00Z',
        dueAt: '2026-04-02T21:59:59Z',
        memberNumber: null,
      }),
    ]);
    const [receipt] = await house.mails();
    expect(receipt).toEqual({
      to: address(),
      template: 'requests.receipt',
      facts: expect.objectContaining({
        reference: body.parts[0].reference,
        promisedOn: '2026-04-02',
        organization: `Works ${made}`,
        contactName: 'Dana Reyes',
        contactEmail: officer.is.email,
      }),
    });
    await house.work();
    expect((await house.mails()).map(({ to, template }) => `${template} ${to}`)).toEqual([`requests.arrival ${officer.is.email}`]);

    const again = await stranger.post('/questions/confirmation', { token });
    expect(again).toMatchObject({ status: 410, body: { code: 'link.used' } });
    expect((await stranger.post('/questions/confirmation/preview', { token })).body).toMatchObject({
      state: 'done',
      text: null,
      doneAt: '2026-03-05T09:00:00.000Z',
    });
    expect((await stranger.post('/questions/confirmation/renewal', { token })).body.code).toBe('link.used');
    expect(await inbox()).toHaveLength(1);
  });

  it('pressed by several at once hands over once', async () => {
    const token = await stranger.asks({ identifier: address(), replyAddress: address() });
    const answers = await Promise.all([1, 2, 3, 4].map(() => stranger.post('/questions/confirmation', { token })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 410, 410, 410]);
    expect(await inbox()).toHaveLength(1);
  });

  it('that is too old loses nothing: a fresh one goes to the same address, and the clock keeps its start', async () => {
    const token = await stranger.asks({ identifier: address(), replyAddress: address() });
    house.time.set('2026-03-09T09:00:00Z');
    expect((await stranger.post('/questions/confirmation', { token })).body).toMatchObject({
      status: 410,
      code: 'link.expired',
      detail: expect.stringContaining('fresh link'),
    });
    expect((await stranger.post('/questions/confirmation/preview', { token })).body).toMatchObject({ state: 'expired', text: 'What do you hold about me?' });
    expect((await stranger.post('/questions/confirmation/renewal', { token })).body).toEqual({ confirmBefore: '2026-03-16T09:00:00.000Z' });
    await stranger.post('/questions/confirmation/renewal', { token });
    const mails = await house.mails();
    expect(mails.map(({ to }) => to)).toEqual([address()]);
    expect((await stranger.post('/questions/confirmation', { token })).body.code).toBe('link.expired');
    const [mail] = mails;
    if (mail === undefined) throw new Error('no mail');
    expect((await stranger.post('/questions/confirmation', { token: stranger.confirmationToken(mail) })).status).toBe(201);
    expect((await inbox())[0].askedAt).toBe('2026-03-02T09:00:00Z');
  });

  it.each([
    ['garbage', () => 'garbage'],
    ['one of another purpose', () => house.tokens.make('follow', [newId()])],
    ['one of a question long forgotten', () => house.tokens.make('confirm-question', [newId(), '1'])],
    ['one cut off', async () => (await stranger.asks({ replyAddress: `cut@${domain}` })).slice(0, -3)],
  ])('that is %s is refused with what to do', async (_, token) => {
    const unreadable = await token();
    for (const path of ['', '/preview', '/renewal']) {
      expect((await stranger.post(`/questions/confirmation${path}`, { token: unreadable })).body).toMatchObject({
        status: 404,
        code: 'link.unreadable',
        detail: expect.stringContaining('mail'),
      });
    }
  });

  it('whose question could not be opened at once is opened by the work that was planned, with nothing lost', async () => {
    const token = await stranger.asks({ identifier: address(), replyAddress: address() });
    // What is looked at before the question is handed over still works; what opens it does not.
    const looked = house.database.tenant.bind(house.database);
    const broken = jest.spyOn(house.database, 'tenant').mockImplementationOnce(looked).mockRejectedValue(new Error('the process dies'));
    expect((await stranger.post('/questions/confirmation', { token })).status).toBe(500);
    broken.mockRestore();
    expect(await inbox()).toEqual([]);
    house.time.advance({ minutes: 2 });
    await house.work();
    expect(await inbox()).toEqual([expect.objectContaining({ askedAt: '2026-03-02T09:00:00Z' })]);
    expect((await house.mails()).map(({ template }) => template)).toContain('requests.receipt');
  });

  it('leaves nothing of what was typed outside the organization that answers', async () => {
    await stranger.asksAndConfirms({ identifier: address(), replyAddress: address(), organization: 'Works' });
    const rows = await house.database.global((tx) =>
      tx.query<object>('select text, identifier, organization_typed from unconfirmed_questions where reply_address = $1', [address()]),
    );
    expect(rows).toEqual([{ text: null, identifier: '', organization_typed: null }]);
  });
});

describe('a proved question', () => {
  it('knows the member who asks', async () => {
    const member = await house.person(organizationId, [], `lee@${domain}`);
    await stranger.asksAndConfirms({ identifier: member.is.email, replyAddress: member.is.email.toUpperCase() });
    expect(await inbox()).toEqual([expect.objectContaining({ memberNumber: member.is.number })]);
    expect((await member.get('/my/requests')).body.items).toHaveLength(1);
  });

  it('is that of whoever has the address now, not of a former member who had it before', async () => {
    const former = await house.person(organizationId, [], `given.away@${domain}`);
    await house.get(ChangeMemberStatus).run(systemActor(organizationId, 'spec'), former.is.memberId, 'deactivated');
    const now = await house.person(organizationId, [], `given.away@${domain}`);
    await stranger.asksAndConfirms({ identifier: now.is.email, replyAddress: now.is.email });
    expect(await inbox()).toEqual([expect.objectContaining({ memberNumber: now.is.number })]);
  });

  it('still knows a former member whose address nobody else has', async () => {
    const former = await house.person(organizationId, [], `left@${domain}`);
    await house.get(ChangeMemberStatus).run(systemActor(organizationId, 'spec'), former.is.memberId, 'deactivated');
    await stranger.asksAndConfirms({ identifier: former.is.email, replyAddress: former.is.email });
    expect(await inbox()).toEqual([expect.objectContaining({ memberNumber: former.is.number })]);
  });

  it('goes where the person says when several organizations match, and spends nothing until they say it', async () => {
    const other = await house.organization({ name: 'Other works' });
    await house.person(other, [], address());
    const token = await stranger.asks({ identifier: address(), replyAddress: address() });
    expect((await stranger.post('/questions/confirmation/preview', { token })).body.choices).toEqual([
      { organizationId, name: `Works ${made}` },
      { organizationId: other, name: 'Other works' },
    ]);
    expect((await stranger.post('/questions/confirmation', { token })).body).toMatchObject({ status: 422, code: 'question.choice_needed' });
    expect((await stranger.post('/questions/confirmation', { token, organizationId: newId() })).body.code).toBe('question.choice_needed');
    expect((await stranger.post('/questions/confirmation', { token, organizationId: other })).status).toBe(201);
    expect(await requestsOf(other)).toHaveLength(1);
    expect(await inbox()).toEqual([]);
  });

  it("that matches nobody goes to SmartPAR's direct users, with what the person typed", async () => {
    const before = (await requestsOf(direct())).length;
    const { parts } = await stranger.asksAndConfirms({ identifier: 'free@mail.example', replyAddress: 'free@mail.example', organization: 'Acme' });
    expect(parts[0].organization).toEqual(expect.any(String));
    expect(await requestsOf(direct())).toHaveLength(before + 1);
  });

  it('about both is split, each part with its reference, and each told of', async () => {
    const { parts } = await stranger.asksAndConfirms({ identifier: address(), replyAddress: address(), concerns: 'both' });
    expect(parts).toHaveLength(2);
    expect(parts[0].organization).toBe(`Works ${made}`);
    const [own] = await requestsOf(organizationId);
    expect(own).toMatchObject({ reference: parts[0].reference, part: 'organization' });
    expect((await requestsOf(direct())).at(-1)).toMatchObject({ reference: parts[1].reference, part: 'smartpar' });
    expect((await house.mails()).filter(({ template }) => template === 'requests.receipt')).toHaveLength(2);
  });

  it('about SmartPAR goes to SmartPAR, whoever else matches', async () => {
    await stranger.asksAndConfirms({ identifier: address(), replyAddress: address(), concerns: 'smartpar' });
    expect(await inbox()).toEqual([]);
  });

  it('about a contact who was named by address alone never reaches the member with that address', async () => {
    organizationId = await house.organization();
    const counsel = await house.person(organizationId, ['privacy-officer'], `counsel@named${domain}`);
    await house.contact(organizationId, `Counsel@Named${domain}`);
    await house.domain(organizationId, `named${domain}`);
    const identifier = `kim@named${domain}`;
    await stranger.asksAndConfirms({ identifier, replyAddress: identifier, aboutContact: true });
    await house.mails();
    await house.work();
    expect((await house.mails()).map(({ to }) => to.toLowerCase())).not.toContain(counsel.is.email);
    expect(await inbox(counsel)).toEqual([]);
  });

  it('about the contact never reaches the contact', async () => {
    const owner = await house.person(organizationId, ['owner']);
    await stranger.asksAndConfirms({ identifier: address(), replyAddress: address(), aboutContact: true });
    await house.mails();
    await house.work();
    const told = (await house.mails()).map(({ to }) => to);
    expect(told).not.toContain(officer.is.email);
    expect(told).toContain(owner.is.email);
    expect(await inbox()).toEqual([]);
    expect(await inbox(owner)).toEqual([expect.objectContaining({ kind: 'complaint' })]);
  });
});

describe('an unproved question', () => {
  const unproved = () => ({ replyAddress: `me@home${made}.example` });

  it('is answered alike whatever matches: receipt, answer and follow page name nobody', async () => {
    const member = await house.person(organizationId, [], `lee@${domain}`);
    const seen = [];
    for (const identifier of [address(), member.is.email, 'nobody@nowhere.example']) {
      const receipt = await stranger.asksAndConfirms({ ...unproved(), identifier });
      const followed = (await stranger.follows(receipt.parts[0].followToken)).body;
      const mails = (await house.mails()).map(({ to, template, facts }) => ({ to, template, facts: { ...facts, requestId: '', reference: '' } }));
      seen.push(JSON.stringify({ receipt: blank(receipt), followed: blank(followed), mails }));
      house.time.advance({ hours: 2 });
    }
    expect(new Set(seen.map((text) => text.replaceAll(/2026-03-02T\d\d:\d\d:\d\d(\.000)?Z/g, 'then'))).size).toBe(1);
    expect(seen[0]).not.toMatch(/Works|Dana|SmartPAR/);
    expect(seen[0]).toContain('2026-04-02');
  });

  it('has as many parts whatever matches', async () => {
    const found = await stranger.asksAndConfirms({ ...unproved(), identifier: address(), concerns: 'both' });
    house.time.advance({ hours: 2 });
    const lost = await stranger.asksAndConfirms({ ...unproved(), identifier: 'nobody@nowhere.example', concerns: 'both' });
    expect([found.parts.length, lost.parts.length]).toEqual([2, 2]);
  });

  it('reaches the organization, marked as unproved, and names it once it has written', async () => {
    const { parts } = await stranger.asksAndConfirms({ ...unproved(), identifier: address() });
    const [item] = await inbox();
    expect((await officer.get(`/requests/${item.id}`)).body.person).toEqual({ memberId: null, memberNumber: null, identifier: address(), proved: false });
    await officer.post(`/requests/${item.id}/notes`, { text: 'Who is this?' });
    expect((await stranger.follows(parts[0].followToken)).body.answeredBy).toBeNull();
    await officer.post(`/requests/${item.id}/replies`, { text: 'Please prove it.' });
    expect((await stranger.follows(parts[0].followToken)).body.answeredBy).toMatchObject({ organization: `Works ${made}`, contact: { name: 'Dana Reyes' } });
  });

  it('does not tell by the promised day where it went', async () => {
    const california = await house.organization({ name: 'Coast', country: 'US', subdivision: 'US-CA', timeZone: 'America/Los_Angeles' });
    const coast = await house.person(california, ['privacy-officer']);
    await house.domain(california, `coast${made}.example`);
    const { parts } = await stranger.asksAndConfirms({ ...unproved(), identifier: `kim@coast${made}.example` });
    expect(parts[0].promisedOn).toBe('2026-04-02');
    const [item] = await inbox(coast);
    expect(item.dueAt).toBe('2026-04-17T06:59:59Z');
    await coast.post(`/requests/${item.id}/replies`, { text: 'Hello' });
    expect((await stranger.follows(parts[0].followToken)).body.promisedOn).toBe('2026-04-16');
  });
});

/** An answer without what is random in it. */
function blank(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body, (key, value: unknown) => (['reference', 'followToken', 'id'].includes(key) ? '' : value)));
}
