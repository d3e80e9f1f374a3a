import { newId } from '@smartpar/kernel';
import type { Person } from '../organizations/person';
import { RequestsHouse, START } from './requests-house';

let house: RequestsHouse;
let organizationId: string;
let officer: Person;

beforeAll(async () => {
  house = await RequestsHouse.start();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set(START);
  organizationId = await house.organization();
  officer = await house.person(organizationId, ['privacy-officer']);
  await house.mails();
});

const view = async (id: string, who = officer) => (await who.get(`/requests/${id}`)).body;
const act = (id: string, deed: string, body: object = {}, key?: string) => officer.post(`/requests/${id}/${deed}`, body, key);
const said = (timeline: { type: string; kind?: string; event?: { code: string } }[]) =>
  timeline.map(({ type, kind, event }) => (type === 'message' ? kind : event?.code));

describe('one request', () => {
  it('shows who asks, what was said, every clock with how its date was computed, and what may be done', async () => {
    const id = await house.request(organizationId, { reference: 'Q-7K4M-2P9X', typedOrganization: 'Larkspur' });
    const body = await view(id);
    expect(body).toMatchObject({
      id,
      reference: 'Q-7K4M-2P9X',
      kind: 'question',
      state: 'received',
      outcome: null,
      person: { memberId: null, memberNumber: null, identifier: 'kim@larkspur.example', proved: true },
      assignee: null,
      dueOn: '2026-04-02',
      dueAt: '2026-04-02T21:59:59Z',
      overdue: false,
      mayPauseFor: ['identity'],
      may: { answer: true, assign: true, handOver: true },
    });
    expect(said(body.timeline)).toEqual(['from-person', 'received', 'organization-typed']);
    expect(body.clocks).toHaveLength(1);
    expect(body.clocks[0]).toMatchObject({
      ruleId: 'gdpr-12-3',
      confidence: 'verified',
      houseRule: false,
      state: 'running',
      leading: true,
      timeZone: 'Europe/Berlin',
    });
    expect(body.clocks[0].steps.map(({ code }: { code: string }) => code)).toEqual(['started', 'rule-chosen', 'period-added', 'ends']);
    expect(JSON.stringify(body)).not.toContain('kim@home.example');
  });

  it("moves its last day past the holidays of the organization's country, by their names", async () => {
    const id = await house.request(organizationId, { askedAt: house.time.now().add({ hours: 24 * 4 }) });
    // Monday the 6th of April is Easter Monday
    const body = await view(id);
    expect(body.dueOn).toBe('2026-04-07');
    expect(body.clocks[0].steps[3]).toMatchObject({ code: 'moved-to-working-day', from: '2026-04-06', because: [{ kind: 'holiday', name: 'Ostermontag' }] });
  });

  it('says that no law is known where the house rule is kept', async () => {
    const away = await house.organization({ country: 'AU', timeZone: 'Australia/Sydney' });
    const there = await house.person(away, ['owner']);
    const body = await view(await house.request(away), there);
    expect(body.clocks[0]).toMatchObject({ ruleId: 'gdpr-12-3', houseRule: true });
    expect(body.clocks[0].steps[1]).toMatchObject({ ground: 'house-rule', place: 'AU' });
  });
});

describe('a reply', () => {
  it('is kept, moves the request on, is mailed as a link without content, and is logged by a hash', async () => {
    const id = await house.request(organizationId, { reference: 'Q-7K4M-2P9X' });
    await house.mails();
    const { status, body } = await act(id, 'replies', { text: 'Dear Kim, we hold your name.' });
    expect(status).toBe(201);
    expect(body).toEqual({ requestId: id, entryId: expect.any(String), state: 'in-progress', dueAt: '2026-04-02T21:59:59.000Z' });

    const { timeline } = await view(id);
    expect(timeline.at(-1)).toMatchObject({
      id: body.entryId,
      type: 'message',
      kind: 'reply',
      text: 'Dear Kim, we hold your name.',
      author: { kind: 'member', memberId: officer.is.memberId },
    });
    expect(await house.mails()).toEqual([
      {
        to: 'kim@home.example',
        template: 'requests.reply',
        facts: { requestId: id, reference: 'Q-7K4M-2P9X', organization: expect.stringMatching(/^Larkspur/) },
      },
    ]);

    const [entry] = await house.rows<{ facts: Record<string, unknown>; actor_id: string }>(
      organizationId,
      `select facts, actor_id from audit_entries where target_id = $1 and action = 'privacy-request.replied'`,
      [id],
    );
    expect(entry).toEqual({ actor_id: officer.is.memberId, facts: { messageId: body.entryId, contentHash: expect.stringMatching(/^[\w-]{43}$/) } });
    const [row] = await house.rows<{ all: string }>(organizationId, `select string_agg(facts::text, ' ') as all from audit_entries where target_id = $1`, [id]);
    expect(row?.all).not.toMatch(/Kim|kim|hold|@/);
  });

  it('goes to a member at the address they have now, in their language', async () => {
    const asking = await house.person(organizationId);
    const id = await house.request(organizationId, {
      member: { memberId: asking.is.memberId, number: asking.is.number, place: null },
      identifier: null,
      replyAddress: null,
    });
    await house.mails();
    await act(id, 'replies', { text: 'Hello' });
    expect((await house.mails()).map(({ to }) => to)).toEqual([asking.is.email]);
  });

  it('happens once, however often it arrives, and its key is not taken for another', async () => {
    const id = await house.request(organizationId);
    await house.mails();
    const key = newId();
    const answers = await Promise.all([1, 2, 3].map(() => act(id, 'replies', { text: 'Once' }, key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.entryId)).size).toBe(1);
    expect(said((await view(id)).timeline)).toEqual(['from-person', 'received', 'reply']);
    expect(await house.mails()).toHaveLength(1);
    expect((await act(id, 'replies', { text: 'Other' }, key)).body).toMatchObject({ status: 422, code: 'idempotency.key_reused' });
  });

  it('is refused whole where it cannot be kept whole', async () => {
    const id = await house.request(organizationId);
    const before = await view(id);
    for (const body of [{}, { text: '' }, { text: 7 }, { text: 'x\u0000' }, { text: 'x', to: 'me' }, { text: 'x'.repeat(20_001) }]) {
      expect((await act(id, 'replies', body)).status).toBe(422);
    }
    expect((await officer.post('/requests/not-an-id/replies', { text: 'x' })).status).toBe(404);
    expect((await officer.post(`/requests/${newId()}/replies`, { text: 'x' })).status).toBe(404);
    expect(await view(id)).toEqual(before);
  });
});

describe('classifying', () => {
  it('changes the rule where another governs it, keeps the old clock as it was, and counts from the first submission', async () => {
    const california = await house.organization({ country: 'US', subdivision: 'US-CA', timeZone: 'America/Los_Angeles' });
    officer = await house.person(california, ['privacy-officer']);
    const id = await house.request(california);
    const before = await view(id);
    expect(before.clocks[0]).toMatchObject({ ruleId: 'us-ca-7021', dueOn: '2026-04-16' });
    house.time.advance({ days: 3 });
    expect((await act(id, 'classification', { kind: 'opt-out' })).body).toMatchObject({ state: 'in-progress' });
    const after = await view(id);
    expect(after).toMatchObject({ kind: 'opt-out', dueOn: '2026-03-23' });
    expect(after.clocks.map(({ ruleId, state }: { ruleId: string; state: string }) => `${ruleId} ${state}`)).toEqual([
      'us-ca-7026 running',
      'us-ca-7021 replaced',
    ]);
    expect({ ...after.clocks[1], state: 'running', leading: true }).toEqual(before.clocks[0]);
    expect(after.clocks[0].startedAt).toBe(before.clocks[0].startedAt);
  });

  it('leaves the clock alone where the same rule goes on', async () => {
    const id = await house.request(organizationId);
    await act(id, 'classification', { kind: 'erasure' });
    const body = await view(id);
    expect(body.clocks).toHaveLength(1);
    expect(body.timeline.at(-1)).toMatchObject({ event: { code: 'classified', from: 'question', to: 'erasure' } });
  });

  it('takes a complaint out of the hands of whom it is about, and knows only members', async () => {
    const helper = await house.person(organizationId, ['helpdesk']);
    const id = await house.request(organizationId);
    await act(id, 'assignment', { memberId: helper.is.memberId });
    expect((await act(id, 'classification', { kind: 'complaint', aboutMemberId: newId() })).body.code).toBe('request.unknown_member');
    await act(id, 'classification', { kind: 'complaint', aboutMemberId: helper.is.memberId.toUpperCase() });
    expect(await view(id)).toMatchObject({ aboutMemberId: helper.is.memberId, assignee: null });
    expect((await helper.get(`/requests/${id}`)).status).toBe(404);
    expect((await act(id, 'assignment', { memberId: helper.is.memberId })).body.code).toBe('request.not_assignable');
    await act(id, 'classification', { kind: 'complaint', aboutMemberId: null });
    expect(await view(id)).toMatchObject({ aboutMemberId: null });
  });
});

describe('assigning', () => {
  it('names whoever was asked only to those who are shown names of members', async () => {
    const helper = await house.person(organizationId, ['helpdesk']);
    const owner = await house.person(organizationId, ['owner']);
    const id = await house.request(organizationId);
    await act(id, 'assignment', { memberId: helper.is.memberId });
    expect((await view(id, owner)).timeline.at(-1).event).toMatchObject({ code: 'assigned', line: expect.stringContaining(' ') });
    expect((await view(id)).timeline.at(-1).event).toEqual({ code: 'assigned', memberId: helper.is.memberId, line: null });
  });

  it('gives the request to a member, tells them without content, and takes it back', async () => {
    const helper = await house.person(organizationId, ['user-administrator']);
    const id = await house.request(organizationId);
    await house.mails();
    expect((await act(id, 'assignment', { memberId: helper.is.memberId })).status).toBe(200);
    expect(await view(id)).toMatchObject({ state: 'in-progress', assignee: { memberId: helper.is.memberId, number: helper.is.number } });
    expect(await house.mails()).toEqual([
      { to: helper.is.email, template: 'requests.assignment', facts: expect.objectContaining({ requestId: id, dueOn: '2026-04-02' }) },
    ]);
    await act(id, 'assignment', { memberId: null });
    expect(await view(id)).toMatchObject({ assignee: null });
    expect(await house.log(organizationId, id)).toEqual(['privacy-request.opened', 'privacy-request.assigned', 'privacy-request.given-back']);
  });

  it.each([
    ['nobody here', () => newId()],
    ['a member without a role for it', async () => (await house.person(organizationId, ['auditor'])).is.memberId],
  ])('is refused for %s', async (_, someone) => {
    const id = await house.request(organizationId);
    expect((await act(id, 'assignment', { memberId: await someone() })).body).toMatchObject({ status: 422, code: 'request.not_assignable' });
  });

  it('is refused for the very person who asks', async () => {
    const id = await house.request(organizationId, { member: { memberId: officer.is.memberId, number: officer.is.number, place: null }, replyAddress: null });
    expect((await act(id, 'assignment', { memberId: officer.is.memberId })).body.code).toBe('request.not_assignable');
  });
});

describe('an internal note', () => {
  it('is for those who answer, changes nothing and mails nobody', async () => {
    const id = await house.request(organizationId);
    await house.mails();
    expect((await act(id, 'notes', { text: 'Ask payroll first.' })).body.state).toBe('received');
    expect((await view(id)).timeline.at(-1)).toMatchObject({ kind: 'note', text: 'Ask payroll first.' });
    expect(await house.mails()).toEqual([]);
    const [note] = await house.rows<{ for_person: boolean }>(
      organizationId,
      `select for_person from request_messages where request_id = $1 and kind = 'note'`,
      [id],
    );
    expect(note).toEqual({ for_person: false });
  });
});

describe('asking back', () => {
  it("stops the clock for a reason its law knows, and the person's word or a decision starts it again, later by as many days", async () => {
    const id = await house.request(organizationId);
    house.time.set('2026-03-09T09:00:00Z');
    expect((await act(id, 'questions-back', { text: 'Who are you?', pause: 'identity' })).body.state).toBe('waiting-for-person');
    expect(await view(id)).toMatchObject({
      state: 'waiting-for-person',
      paused: true,
      mayPauseFor: [],
      clocks: [{ state: 'paused', pauseReason: 'identity', pausedSince: '2026-03-09T09:00:00Z' }],
    });
    expect((await officer.get('/requests')).body.items[0]).toMatchObject({ paused: true, overdue: false });
    house.time.set('2026-03-14T09:00:00Z');
    expect((await act(id, 'resumption')).body).toMatchObject({ state: 'in-progress', dueAt: '2026-04-07T21:59:59.000Z' });
    const body = await view(id);
    expect(body).toMatchObject({ paused: false, dueOn: '2026-04-07' });
    expect(said(body.timeline)).toEqual(['from-person', 'received', 'question-back', 'clock-paused', 'clock-resumed']);
    expect(body.clocks[0].steps).toContainEqual({ code: 'pause-added', reason: 'identity', from: '2026-03-09', to: '2026-03-14', days: 5, day: '2026-04-07' });
  });

  it('is possible without a pause, and refused with one the law does not know', async () => {
    const id = await house.request(organizationId);
    expect((await act(id, 'questions-back', { text: 'Which year?', pause: 'clarification' })).body).toMatchObject({
      code: 'request.pause_not_allowed',
      errors: [{ field: 'pause' }],
    });
    expect((await view(id)).state).toBe('received');
    expect((await act(id, 'questions-back', { text: 'Which year?' })).body.state).toBe('waiting-for-person');
    expect((await view(id)).paused).toBe(false);
  });

  it('for a clarification stops the clock in the United Kingdom', async () => {
    const uk = await house.organization({ country: 'GB', timeZone: 'Europe/London' });
    officer = await house.person(uk, ['privacy-officer']);
    const id = await house.request(uk);
    expect((await act(id, 'questions-back', { text: 'Which year?', pause: 'clarification' })).status).toBe(201);
    expect((await view(id)).paused).toBe(true);
  });

  it('may be done again while the clock stands still', async () => {
    const id = await house.request(organizationId);
    await act(id, 'questions-back', { text: 'Who are you?', pause: 'identity' });
    expect((await act(id, 'questions-back', { text: 'Really?', pause: 'identity' })).status).toBe(201);
    expect((await view(id)).clocks[0].state).toBe('paused');
  });

  it('cannot be taken back where nothing is waited for', async () => {
    const id = await house.request(organizationId);
    expect((await act(id, 'resumption')).body).toMatchObject({ status: 409, code: 'request.not_waiting' });
  });
});

describe('closing', () => {
  it('needs an answer, ends the clocks, tells the person and refuses what comes after', async () => {
    const id = await house.request(organizationId);
    await house.mails();
    expect((await act(id, 'closing', { outcome: 'fulfilled' })).status).toBe(422);
    expect((await act(id, 'closing', { text: '  ', outcome: 'fulfilled' })).status).toBe(422);
    expect((await act(id, 'closing', { text: 'Here it is.', outcome: 'partly-fulfilled' })).body.state).toBe('answered');
    const body = await view(id);
    expect(body).toMatchObject({
      state: 'answered',
      outcome: 'partly-fulfilled',
      closedAt: '2026-03-02T09:00:00Z',
      clocks: [{ state: 'met', leading: true }],
    });
    expect(said(body.timeline)).toEqual(['from-person', 'received', 'answer', 'answered']);
    expect((await house.mails()).map(({ template }) => template)).toEqual(['requests.answer']);
    for (const [deed, content] of [
      ['replies', { text: 'x' }],
      ['closing', { text: 'x', outcome: 'refused' }],
      ['classification', { kind: 'erasure' }],
      ['questions-back', { text: 'x' }],
    ] as const) {
      expect((await act(id, deed, content)).body).toMatchObject({ status: 409, code: 'request.already_answered' });
    }
    expect((await act(id, 'notes', { text: 'For the record.' })).status).toBe(201);
  });

  it('after the last day says that the clock was missed, and during a pause counts the pause', async () => {
    const late = await house.request(organizationId);
    const paused = await house.request(organizationId);
    await act(paused, 'questions-back', { text: 'Who are you?', pause: 'identity' });
    house.time.set('2026-05-02T09:00:00Z');
    await act(late, 'closing', { text: 'Sorry.', outcome: 'fulfilled' });
    await act(paused, 'closing', { text: 'Never mind.', outcome: 'refused' });
    expect((await view(late)).clocks[0].state).toBe('missed');
    expect((await view(paused)).clocks[0].state).toBe('met');
  });
});

describe('reopening', () => {
  it('appends and starts a new clock; the old one stays as it was', async () => {
    const id = await house.request(organizationId);
    expect((await act(id, 'reopening', { text: 'One more thing' })).body.code).toBe('request.not_answered');
    await act(id, 'closing', { text: 'Here it is.', outcome: 'fulfilled' });
    house.time.set('2026-05-04T09:00:00Z');
    expect((await act(id, 'reopening', { text: 'One more thing' })).body.state).toBe('in-progress');
    const body = await view(id);
    expect(body).toMatchObject({ outcome: null, closedAt: null, dueOn: '2026-06-04' });
    expect(body.clocks.map(({ state }: { state: string }) => state)).toEqual(['running', 'met']);
    expect(said(body.timeline)).toEqual(['from-person', 'received', 'answer', 'answered', 'reply', 'reopened']);
  });
});

describe('a draft', () => {
  it('is kept as typed for its member alone, and goes when it was sent', async () => {
    const colleague = await house.person(organizationId, ['privacy-officer']);
    const id = await house.request(organizationId);
    const draft = async (who = officer) => (await who.get(`/requests/${id}/draft`)).body.draft;
    expect(await draft()).toBeNull();
    expect((await officer.put(`/requests/${id}/draft`, { kind: 'reply', text: '  Dear Ki' })).status).toBe(204);
    await officer.put(`/requests/${id}/draft`, { kind: 'answer', text: '  Dear Kim\n' });
    expect(await draft()).toEqual({ kind: 'answer', text: '  Dear Kim\n', keptAt: '2026-03-02T09:00:00.000Z' });
    expect(await draft(colleague)).toBeNull();
    await act(id, 'replies', { text: 'Dear Kim' });
    expect(await draft()).toBeNull();
  });

  it('is thrown away when asked, or when nothing is left of it', async () => {
    const id = await house.request(organizationId);
    await officer.put(`/requests/${id}/draft`, { kind: 'note', text: 'x' });
    expect((await officer.delete(`/requests/${id}/draft`)).status).toBe(204);
    await officer.put(`/requests/${id}/draft`, { kind: 'note', text: 'x' });
    await officer.put(`/requests/${id}/draft`, { kind: 'note', text: ' ' });
    expect((await officer.get(`/requests/${id}/draft`)).body).toEqual({ draft: null });
  });
});

describe('templates', () => {
  it('are added, changed, listed by title and removed', async () => {
    const added = await officer.post('/templates', { title: 'Welcome', language: 'de', text: 'Guten Tag', kind: 'erasure' });
    expect(added).toMatchObject({ status: 201, body: { title: 'Welcome', kind: 'erasure', changedAt: '2026-03-02T09:00:00Z' } });
    await officer.post('/templates', { title: 'Another', language: 'en', text: 'Hello' });
    expect((await officer.get('/templates')).body.items.map(({ title }: { title: string }) => title)).toEqual(['Another', 'Welcome']);
    const changed = await officer.patch(`/templates/${added.body.id}`, { kind: null, text: 'Moin' });
    expect(changed.body).toMatchObject({ title: 'Welcome', kind: null, text: 'Moin' });
    expect((await officer.delete(`/templates/${added.body.id}`)).status).toBe(204);
    expect((await officer.delete(`/templates/${added.body.id}`)).status).toBe(404);
    expect((await officer.patch(`/templates/${added.body.id}`, { text: 'x' })).status).toBe(404);
    expect(await house.log(organizationId, added.body.id)).toEqual(['reply-template.added', 'reply-template.changed', 'reply-template.removed']);
  });

  it('are added once, used by those who answer, and seen by nobody else', async () => {
    const key = newId();
    const twice = await Promise.all([1, 2].map(() => officer.post('/templates', { title: 'T', language: 'en', text: 'x' }, key)));
    expect(new Set(twice.map(({ body }) => body.id)).size).toBe(1);
    const helper = await house.person(organizationId, ['helpdesk']);
    expect((await helper.get('/templates')).status).toBe(200);
    expect((await helper.post('/templates', { title: 'T', language: 'en', text: 'x' })).status).toBe(404);
    expect((await (await house.person(organizationId)).get('/templates')).status).toBe(404);
  });
});
